import MarkdownIt from "markdown-it";
import { parse } from "yaml";

type Token = ReturnType<MarkdownIt["parse"]>[number];

/** A piece of a page as a reader sees it. */
export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "paragraph" | "quote" | "rule"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "fence"; readonly language: string; readonly text: string }
  | { readonly kind: "html"; readonly text: string };

/** A page, taken apart by a Markdown renderer and a YAML parser. */
export interface Page {
  readonly frontMatter: Readonly<Record<string, unknown>>;
  readonly blocks: readonly Block[];
  readonly links: readonly string[];
  /** The names that `<a id>` gives to places. */
  readonly anchors: readonly string[];
}

const renderer = new MarkdownIt({ html: true });

/** Reads a page; HTML other than `<code>` and `<a id>` shows up as a block or in its paragraph. */
export function readPage(text: string): Page {
  const front = /^---\n([\s\S]*?\n)---\n/.exec(text);
  const tokens = renderer.parse(text.slice(front?.[0].length ?? 0), {});
  const inline = tokens.flatMap(({ children }) => children ?? []);
  return {
    frontMatter: front === null ? {} : (parse(front[1] ?? "") as Record<string, unknown>),
    blocks: blocksOf(tokens),
    links: inline.filter(({ type }) => type === "link_open").map((link) => link.attrGet("href") ?? ""),
    anchors: inline.flatMap(({ type, content }) => {
      const id = type === "html_inline" ? /^<a id="([^"]*)">$/.exec(content) : null;
      return id === null ? [] : [id[1] ?? ""];
    }),
  };
}

function blocksOf(tokens: readonly Token[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.level !== 0 || token.nesting < 0) continue;
    const close = tokens.findIndex(
      ({ level, type }, index) => index > at && level === 0 && type === token.type.replace("_open", "_close"),
    );
    const inside = tokens.slice(at + 1, token.nesting === 1 ? close : at + 1);
    if (token.nesting === 1) at = close;
    blocks.push(blockOf(token, inside));
  }
  return blocks;
}

function blockOf(token: Token, inside: readonly Token[]): Block {
  switch (token.type) {
    case "heading_open":
      return { kind: "heading", level: Number(token.tag.slice(1)), text: textOf(inside) };
    case "paragraph_open":
      return { kind: "paragraph", text: textOf(inside) };
    case "blockquote_open":
      return { kind: "quote", text: textOf(inside) };
    case "bullet_list_open":
      return { kind: "list", items: split(inside, "list_item_open").map(textOf) };
    case "table_open":
      return { kind: "table", rows: split(inside, "tr_open").map((row) => split(row, /^t[hd]_open$/).map(textOf)) };
    case "fence":
      return { kind: "fence", language: token.info, text: token.content.slice(0, -1) };
    case "hr":
      return { kind: "rule", text: "" };
    default:
      return { kind: "html", text: `${token.type} ${token.content}` };
  }
}

function split(tokens: readonly Token[], opening: string | RegExp): readonly (readonly Token[])[] {
  const starts = tokens.flatMap(({ type }, index) =>
    (typeof opening === "string" ? type === opening : opening.test(type)) ? [index] : [],
  );
  return starts.map((start, index) => tokens.slice(start, starts[index + 1]));
}

/** The text of inline tokens, with a line feed for a line break. */
function textOf(tokens: readonly Token[]): string {
  return tokens
    .filter(({ type }) => type === "inline")
    .map(({ children }) => (children ?? []).map(inlineText).join(""))
    .join("\n\n");
}

function inlineText({ type, content }: Token): string {
  if (type === "text" || type === "text_special" || type === "code_inline") return content;
  if (type === "softbreak") return "\n";
  if (/^(link|strong|em)_(open|close)$/.test(type)) return "";
  if (type === "html_inline" && /^<(\/?code|a id="[\w./~-]+"|\/a)>$/.test(content)) return "";
  return `<${type} ${content}>`;
}

/**
 * What MDX or Vue would take for an expression, a tag or a module outside of fenced blocks: the lines of a page that
 * hold a brace, a `<` of anything but `<code>` and `<a id>`, or begin like an import.
 */
export function hazards(text: string): readonly string[] {
  const found: string[] = [];
  let fence = "";
  for (const line of text.split("\n")) {
    const mark = /^(`{3,})(\w*)$/.exec(line);
    if (fence !== "") {
      if (line === fence) fence = "";
      continue;
    }
    if (mark !== null) fence = mark[1] ?? "";
    else if (/[{}]|^(import|export)\b|^ {4}|\t/.test(line)) found.push(line);
    else if (line.replace(/<\/?code>|<a id="[\w./~-]+"><\/a>/g, "").includes("<")) found.push(line);
  }
  return fence === "" ? found : [...found, "a fence that is not closed"];
}
