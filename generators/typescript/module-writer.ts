import CodeBlockWriter from "code-block-writer";
import { type Catalog, catalogFileName } from "../../core/catalog.ts";
import { type Content, type Pieces, pieces } from "../../core/content.ts";
import { generatedHeaderOf } from "../../core/generated-header.ts";

/** Which file is written: `.js`, `.d.ts`, or one `.ts` that is both. */
export type Face = "js" | "dts" | "ts";

/**
 * What stands in every `.d.ts`, so that a consumer's compiler reads the declarations without checking each of them in
 * every build, with or without `skipLibCheck`: at 10,000 codes that is a tenth of a hand-written enum's whole cost.
 * Syntax is still checked, and a consumer's use of the types too; the tests check the declarations without this line.
 */
export const uncheckedLine = "// @ts-nocheck Nobody who uses this need check it: it is generated.";

/** A writer in the layout of everything this target emits, its header written. */
export function moduleWriter(catalog: Catalog, face: Face): CodeBlockWriter {
  const writer = new CodeBlockWriter({ indentNumberOfSpaces: 2, newLine: "\n" });
  for (const line of generatedHeaderOf(commentSafe(catalogFileName(catalog)))) writer.writeLine(`// ${line}`);
  if (face === "dts") writer.writeLine(uncheckedLine);
  return writer.blankLine();
}

/** Where in a writer's text, in UTF-16 units, a table has its place. */
interface Place {
  readonly at: number;
  readonly table: Pieces;
}

const places = new WeakMap<CodeBlockWriter, Place[]>();

/**
 * Writes what is in final layout already, without a line feed at its end, after a complete line. The writer reads every
 * character to know whether it stands in a string or a comment; for whole tables that costs more than making them, so
 * they are put in their place, before the line feed that the writer wrote last, when the module is read.
 */
export function writeLaidOut(writer: CodeBlockWriter, table: Pieces): void {
  const known = places.get(writer) ?? [];
  known.push({ at: writer.getLength() - 1, table });
  places.set(writer, known);
}

/** What was written, tables included. */
export function moduleContent(writer: CodeBlockWriter): Content {
  const known = places.get(writer);
  const frame = writer.toString();
  return known === undefined ? frame : pieces(() => inPlace(frame, known));
}

function* inPlace(frame: string, known: readonly Place[]): Generator<string> {
  let copied = 0;
  for (const { at, table } of known) {
    yield frame.slice(copied, at);
    let before = "\n";
    for (const piece of table) {
      yield before + piece;
      before = "";
    }
    copied = at;
  }
  yield frame.slice(copied);
}

/** A file's name cannot end the line comment it stands in. */
function commentSafe(fileName: string): string {
  return fileName.replace(/[\n\r\u2028\u2029]/g, " ");
}
