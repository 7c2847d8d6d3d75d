import type CodeBlockWriter from "code-block-writer";
import { docComment } from "./doc-comment.ts";
import { codeLiteral } from "./literal.ts";
import { writeLaidOut } from "./module-writer.ts";
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

/** Which file is written: `.js`, `.d.ts`, or one `.ts` that is both. */
export type Face = "js" | "dts" | "ts";

/** Writes an enumeration. The `.ts` face is always in style `const`, since an enum cannot be erased. */
export function writeEnumeration(writer: CodeBlockWriter, enumeration: Enumeration, face: Face, style: Style): void {
  const { name, members } = enumeration;
  if (face === "js") {
    const reverse = style === "enum" ? reverseEntries(members) : "";
    const entries = members.map((member) => `  ${member.name}: ${codeLiteral(member.value)},`);
    writeBlock(writer, `export const ${name} = `, `${entries.join("\n")}${reverse}`, ";");
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
  writer.writeLine(`export type ${name} = (typeof ${name})[keyof typeof ${name}];`);
}

/** Members with their doc comments: `before`, the name, `between`, the value, `after`. */
function documented(members: readonly Member[], before: string, between: string, after: string): string {
  let text = "";
  for (const { name, value, documentation } of members) {
    if (text !== "") text += "\n";
    text += `${docComment(documentation(), "  ")}\n  ${before}${name}${between} ${codeLiteral(value)}${after}`;
  }
  return text;
}

/** What a TypeScript enum holds besides its members: the name of each number. Strings have none. */
function reverseEntries(members: readonly Member[]): string {
  const names = new Map<number, string>();
  for (const { name, value } of members) {
    if (typeof value === "number" && !names.has(value)) names.set(value, name);
  }
  let text = "";
  for (const [value, name] of names) text += `\n  ${value < 0 ? `"${value}"` : value}: "${name}",`;
  return text;
}

function writeBlock(writer: CodeBlockWriter, head: string, body: string, tail: string): void {
  writer
    .write(head)
    .inlineBlock(() => writeLaidOut(writer, body))
    .write(tail)
    .newLine();
}
