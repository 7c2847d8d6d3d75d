import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import type { PageBuilder } from "./page-builder.ts";

/** Elements whose content is no text of the page. */
const unread = new Set("script style textarea title xmp iframe noembed noframes".split(" "));

/**
 * Reads HTML into a builder; `offset` is where it stands in its file. It sees the tags as a browser does and makes no tree of
 * them: what trees do with tags that are not closed takes time by the square of the page.
 */
export function readHtml(html: string, offset: number, builder: PageBuilder): void {
  /** The element that is open and not read. */
  let skipped: string | undefined;
  const text = (words: string, start: number, end: number): void => {
    if (skipped === undefined && start < end) builder.text(words, offset + start, offset + end);
  };
  const nothing = (): void => {};
  const callbacks: TokenizerCallbacks = {
    onopentagname(start, end) {
      const name = html.slice(start, end).toLowerCase();
      if (skipped === undefined) builder.open(name);
      if (unread.has(name)) skipped ??= name;
    },
    onclosetag(start, end) {
      const name = html.slice(start, end).toLowerCase();
      if (name === skipped) skipped = undefined;
      if (skipped === undefined) builder.close(name);
    },
    ontext: (start, end) => text(html.slice(start, end), start, end),
    ontextentity: (codepoint, end) => text(String.fromCodePoint(codepoint), html.lastIndexOf("&", end - 1), end),
    onattribdata: nothing,
    onattribentity: nothing,
    onattribend: nothing,
    onattribname: nothing,
    oncdata: nothing,
    oncomment: nothing,
    ondeclaration: nothing,
    onend: nothing,
    onopentagend: nothing,
    onprocessinginstruction: nothing,
    onselfclosingtag: nothing,
  };
  const tokenizer = new Tokenizer({ decodeEntities: true }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
}
