import CodeBlockWriter from "code-block-writer";
import { type Catalog, catalogFileName } from "../../core/catalog.ts";
import { generatedHeaderOf } from "../../core/generated-header.ts";

/** A writer in the layout of everything this target emits, its header written. */
export function moduleWriter(catalog: Catalog): CodeBlockWriter {
  const writer = new CodeBlockWriter({ indentNumberOfSpaces: 2, newLine: "\n" });
  for (const line of generatedHeaderOf(commentSafe(catalogFileName(catalog)))) writer.writeLine(`// ${line}`);
  return writer.blankLine();
}

/**
 * Writes what is in final layout already, without a line feed at its end, after a complete line. The writer reads every
 * character to know whether it stands in a string or a comment; for whole tables that costs more than making them, so
 * they are inserted, before the line feed that the writer wrote last.
 */
export function writeLaidOut(writer: CodeBlockWriter, text: string): void {
  if (text !== "") writer.unsafeInsert(writer.getLength() - 1, `\n${text}`);
}

/** A file's name cannot end the line comment it stands in. */
function commentSafe(fileName: string): string {
  return fileName.replace(/[\n\r\u2028\u2029]/g, " ");
}
