import CodeBlockWriter from "code-block-writer";
import type { Catalog } from "../../core/catalog.ts";
import { type Content, type Pieces, pieces } from "../../core/content.ts";
import { moduleHeader } from "../../core/module-header.ts";

/** Which file is written: `.js`, `.d.ts`, or one `.ts` that is both. */
export type Face = "js" | "dts" | "ts";

/** A writer in the layout of everything this target emits, its header written. */
export function moduleWriter(catalog: Catalog, face: Face): CodeBlockWriter {
  const writer = new CodeBlockWriter({ indentNumberOfSpaces: 2, newLine: "\n" });
  for (const line of moduleHeader(catalog, face === "dts")) writer.writeLine(line);
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
