import type { PageWords } from "../core/reconcile/page-words.ts";
import type { PageMake, PublishedPage } from "../core/reconcile/published-page.ts";
import type { SourceFile } from "../core/source-file.ts";
import { entriesOf } from "./published-page/entries.ts";
import { readHtml } from "./published-page/html.ts";
import { readMarkdown } from "./published-page/markdown.ts";
import { pageBuilder } from "./published-page/page-builder.ts";
import type { Piece } from "./published-page/piece.ts";
import { readPlainText } from "./published-page/plain-text.ts";

/** Reads a reference page: what it says about codes. It never fails; a page that says nothing has no entries. */
export function readPublishedPage(file: SourceFile, words: PageWords, given?: PageMake): PublishedPage {
  const make = given ?? makeOf(file);
  return { file, make, entries: entriesOf(file.text, piecesOf(file, make), words) };
}

function piecesOf(file: SourceFile, make: PageMake): readonly Piece[] {
  if (make === "text") return readPlainText(file.text);
  const builder = pageBuilder();
  if (make === "html") readHtml(file.text, 0, builder);
  else readMarkdown(file, builder);
  return builder.pieces();
}

/** What a page is written in, by its name; where that says nothing, by what its beginning looks like. */
function makeOf({ path, text }: SourceFile): PageMake {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "";
  if (/^x?html?$/.test(ending)) return "html";
  if (/^(?:md|mdx|markdown)$/.test(ending)) return "markdown";
  const beginning = text.slice(0, 100_000);
  if (/<(?:!doctype html|html|body|table|dl|h[1-6])\b[^<>]{0,500}>/i.test(beginning)) return "html";
  if (/^#{1,6} \S|^\|?[ :-]*-{3,}[ :-]*\|/m.test(beginning)) return "markdown";
  return "text";
}
