import { decodeHTML } from "entities";
import type { PageBuilder } from "./page-builder.ts";

/** Elements whose content is no markup and no text of the page. */
const unread = new Set("script style textarea title xmp iframe noembed noframes".split(" "));

/**
 * Reads HTML into a builder; `offset` is where it stands in its file. It sees the tags as a browser does and makes no tree of
 * them: what trees do with tags that are not closed takes time by the square of the page.
 */
export function readHtml(html: string, offset: number, builder: PageBuilder): void {
  let at = 0;
  const text = (from: number, to: number): void => {
    if (from < to) builder.text(decodeHTML(html.slice(from, to)), offset + from, offset + to);
  };
  while (at < html.length) {
    const begin = nextMarkup(html, at);
    text(at, begin);
    if (begin === html.length) return;
    const tag = /[a-z/]/i.test(html[begin + 1] ?? "") ? tagAt(html, begin) : undefined;
    if (tag === undefined) {
      at = afterComment(html, begin);
      continue;
    }
    const { name, closing, end } = tag;
    if (closing) builder.close(name);
    else builder.open(name);
    at = !closing && unread.has(name) ? afterUnread(html, name, end) : end;
  }
}

/** Where the next tag or comment begins; a "<" before anything else is a character. */
function nextMarkup(html: string, from: number): number {
  const markup = /<(?:[a-z!?]|\/[^\s])/gi;
  markup.lastIndex = from;
  return markup.exec(html)?.index ?? html.length;
}

function afterComment(html: string, begin: number): number {
  const ending = html.startsWith("<!--", begin) ? "-->" : ">";
  // `<!-->` is a whole comment.
  const end = html.indexOf(ending, begin + 2);
  return end < 0 ? html.length : end + ending.length;
}

interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly end: number;
}

const nameOfTag = /<\/?([a-z][^\s/>]{0,60})/iy;

/** The tag that begins at an offset; undefined for `</` before what is no name, which is a comment. */
function tagAt(html: string, begin: number): Tag | undefined {
  nameOfTag.lastIndex = begin;
  const name = nameOfTag.exec(html)?.[1];
  if (name === undefined) return undefined;
  const closing = html[begin + 1] === "/";
  // In a quoted value of an attribute, ">" ends no tag.
  let at = begin + 1 + name.length;
  for (;;) {
    const stop = /[>=]/g;
    stop.lastIndex = at;
    const found = stop.exec(html);
    if (found === null) return { name: name.toLowerCase(), closing, end: html.length };
    if (found[0] === ">") return { name: name.toLowerCase(), closing, end: found.index + 1 };
    const value = /\s*(["'])?/y;
    value.lastIndex = found.index + 1;
    const quote = value.exec(html)?.[1];
    at = value.lastIndex;
    if (quote === undefined) at = found.index + 1;
    else {
      const end = html.indexOf(quote, at);
      if (end < 0) return { name: name.toLowerCase(), closing, end: html.length };
      at = end + 1;
    }
  }
}

function afterUnread(html: string, name: string, from: number): number {
  const ending = new RegExp(`</${name}[\\s/>]`, "gi");
  ending.lastIndex = from;
  return ending.exec(html)?.index ?? html.length;
}
