import type { ChoiceKind, MessageNode, MessageTree, ParamStyle } from "./message-node.ts";

/** Deepest nesting of choices that is read here. */
const maxDepth = 4;

interface Cursor {
  readonly text: string;
  at: number;
  depth: number;
}

/**
 * The tree of a message that is plainly right: text, params, numbers, plurals and selects, without quotations. Undefined for
 * everything else, which the parser reads: it takes many times as long, and most catalogs have the like in every language.
 */
export function quickTree(text: string): MessageTree | undefined {
  const cursor: Cursor = { text, at: 0, depth: 0 };
  const tree = readNodes(cursor, undefined, false);
  return cursor.at === text.length ? tree : undefined;
}

const special = /[{}'#]/g;

/** Reads up to the closing brace of an arm, or to the end; `counted` is the param that "#" stands for. */
function readNodes(cursor: Cursor, counted: string | undefined, inArm: boolean): MessageTree | undefined {
  const { text } = cursor;
  const nodes: MessageNode[] = [];
  let from = cursor.at;
  const upTo = (end: number): void => {
    if (end > from) nodes.push(text.slice(from, end));
  };
  for (let at = from; ; ) {
    special.lastIndex = at;
    at = special.exec(text)?.index ?? text.length;
    const unit = text.charCodeAt(at);
    if (at === text.length || unit === 0x7d) {
      if (inArm !== (unit === 0x7d)) return undefined;
      upTo(at);
      cursor.at = at;
      return nodes;
    }
    if (unit === 0x27) {
      if (mayQuote.test(text.charAt(at + 1))) return undefined;
      at++;
    } else if (unit === 0x7b) {
      upTo(at);
      cursor.at = at;
      const node = readArgument(cursor);
      if (node === undefined) return undefined;
      nodes.push(node);
      from = cursor.at;
      at = from;
    } else {
      if (counted !== undefined) {
        upTo(at);
        nodes.push({ kind: "param", name: counted, style: "number", pound: true });
        from = at + 1;
      }
      at++;
    }
  }
}

/** What follows an apostrophe that is not just an apostrophe. */
const mayQuote = /['{}<>#]/;

const head =
  /\{[ \n]*([a-z][A-Za-z0-9]*)[ \n]*(?:\}|,[ \n]*(?:(number)[ \n]*(?:,[ \n]*(integer|percent|::(?:percent|\.0+))[ \n]*)?\}|(plural|selectordinal|select)[ \n]*,))/y;

function readArgument(cursor: Cursor): MessageNode | undefined {
  head.lastIndex = cursor.at;
  const match = head.exec(cursor.text);
  if (match === null) return undefined;
  const [whole, name = "", number, style, choice] = match;
  cursor.at += whole.length;
  if (choice !== undefined) return readArms(cursor, name, choice as ChoiceKind);
  return { kind: "param", name, style: number === undefined ? "text" : styleOf(style), pound: false };
}

function styleOf(written: string | undefined): ParamStyle {
  if (written === undefined) return "number";
  if (written.startsWith("::.")) return { decimals: written.length - 3 };
  return written.endsWith("percent") ? "percent" : "integer";
}

const pluralArm = /[ \n]*(=\d{1,9}|[a-z]+)[ \n]*\{/y;
const selectArm = /[ \n]*([A-Za-z][A-Za-z0-9]*)[ \n]*\{/y;
const closing = /[ \n]*\}/y;

function readArms(cursor: Cursor, name: string, choice: ChoiceKind): MessageNode | undefined {
  if (++cursor.depth > maxDepth) return undefined;
  const pattern = choice === "select" ? selectArm : pluralArm;
  const counted = choice === "select" ? undefined : name;
  const arms = new Map<string, MessageTree>();
  for (let arm = next(cursor, pattern); arm !== undefined; arm = next(cursor, pattern)) {
    if (arms.has(arm)) return undefined;
    const nodes = readNodes(cursor, counted, true);
    if (nodes === undefined) return undefined;
    arms.set(arm, nodes);
    cursor.at++;
  }
  closing.lastIndex = cursor.at;
  const end = closing.exec(cursor.text);
  if (end === null || !arms.has("other")) return undefined;
  cursor.at += end[0].length;
  cursor.depth--;
  return { kind: "choice", name, choice, arms };
}

function next(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.text);
  if (match === null) return undefined;
  cursor.at += match[0].length;
  return match[1];
}
