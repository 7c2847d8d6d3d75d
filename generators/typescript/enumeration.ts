import type CodeBlockWriter from "code-block-writer";
import { joinedPieces, linesOf, type Pieces, pieces } from "../../core/content.ts";
import { docComment } from "../../core/doc-comment.ts";
import { codeLiteral } from "../../core/javascript-literal.ts";
import { type Face, writeLaidOut } from "./module-writer.ts";
import type { Style } from "./style.ts";

/** One member: a name with a value. */
export interface Member {
  readonly name: string;
  readonly value: number | string;
  /** The lines of its doc comment. Not kept: only some of the files need them. */
  documentation(): readonly string[];
}

/** A set of named values, as a TypeScript enum or as a constant object with a union of the same name. */
export interface Enumeration {
  readonly name: string;
  /** The sentence of its doc comment. */
  readonly documentation: string;
  /** Several members may have one value; the first is canonical: TypeScript prints a value as its first member. */
  readonly members: readonly Member[];
}

/** Writes an enumeration. The `.ts` face is always in style `const`, since an enum cannot be erased. */
export function writeEnumeration(writer: CodeBlockWriter, enumeration: Enumeration, face: Face, style: Style): void {
  const { name, members } = enumeration;
  if (face === "js") {
    const entries = pieces(() => joinedPieces(objectEntries(members, style), "\n"));
    writeBlock(writer, `export const ${name} = `, entries, ";");
    return;
  }
  const documentation = docComment([enumeration.documentation]);
  writer.writeLine(documentation);
  if (face === "dts" && style === "enum") {
    writeBlock(writer, `export declare enum ${name} `, documented(members, "", " =", ","), "");
    return;
  }
  if (face === "dts")
    writeBlock(writer, `export declare const ${name}: `, documented(members, "readonly ", ":", ";"), ";");
  else writeBlock(writer, `export const ${name} = `, documented(members, "", ":", ","), " as const;");
  writer.writeLine(documentation);
  const union = face === "dts" ? unionOf(members) : ` (typeof ${name})[keyof typeof ${name}]`;
  writeLaidOut(writer, [`export type ${name} =${union};`]);
}

/** The values spelled out: to look 10,000 of them up by `keyof` is a tenth of a consumer's whole compilation. */
function unionOf(members: readonly Member[]): string {
  const values = [...new Set(members.map(({ value }) => codeLiteral(value)))];
  const line = values.join(" | ");
  return line.length < 80 ? ` ${line}` : values.map((value) => `\n  | ${value}`).join("");
}

/** Members with their doc comments: `before`, the name, `between`, the value, `after`. */
function documented(members: readonly Member[], before: string, between: string, after: string): Pieces {
  return linesOf(
    members,
    ({ name, value, documentation }) =>
      `${docComment(documentation(), "  ")}\n  ${before}${name}${between} ${codeLiteral(value)}${after}`,
  );
}

/** What a TypeScript enum holds: its members, and the name of each number. Strings have none. */
function* objectEntries(members: readonly Member[], style: Style): Generator<string> {
  for (const { name, value } of members) yield `  ${name}: ${codeLiteral(value)},`;
  if (style !== "enum") return;
  const known = new Set<number>();
  for (const { name, value } of members) {
    if (typeof value !== "number" || known.has(value)) continue;
    known.add(value);
    yield `  ${value < 0 ? `"${value}"` : value}: "${name}",`;
  }
}

function writeBlock(writer: CodeBlockWriter, head: string, body: Pieces, tail: string): void {
  writer
    .write(head)
    .inlineBlock(() => writeLaidOut(writer, body))
    .write(tail)
    .newLine();
}
