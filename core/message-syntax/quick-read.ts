import { type MessageSyntax, numberStyle, type ParamUse, type UsedParam } from "./message-syntax.ts";

/** Deepest nesting of braces that is read here. */
const maxDepth = 4;

interface Cursor {
  readonly text: string;
  at: number;
  depth: number;
  readonly used: UsedParam[];
}

/**
 * The syntax of a message that is plainly right: params, numbers, plurals and selects, without quotations. Undefined for
 * everything else, which the parser decides: it takes ten times as long, and most catalogs have the like in every language.
 */
export function quickRead(text: string): MessageSyntax | undefined {
  const cursor: Cursor = { text, at: 0, depth: 0, used: [] };
  if (!readPattern(cursor, false) || cursor.at !== text.length) return undefined;
  return { used: cursor.used, parsed: true, mistakes: [] };
}

/** Reads text and arguments up to the closing brace of an arm, or to the end. */
function readPattern(cursor: Cursor, inArm: boolean): boolean {
  const { text } = cursor;
  while (cursor.at < text.length) {
    const unit = text.charCodeAt(cursor.at);
    if (unit === 0x7d) return inArm;
    if (unit === 0x7b) {
      if (!readArgument(cursor)) return false;
    } else if (unit === 0x27 && mayQuote(text.charCodeAt(cursor.at + 1))) return false;
    else cursor.at++;
  }
  return !inArm;
}

/** What follows an apostrophe that is not just an apostrophe. */
function mayQuote(unit: number): boolean {
  return unit === 0x27 || unit === 0x7b || unit === 0x7d || unit === 0x3c || unit === 0x3e || unit === 0x23;
}

const head = /\{[ \n]*([a-z][A-Za-z0-9]*)[ \n]*(?:\}|,[ \n]*(number|plural|selectordinal|select)[ \n]*(\}|,[ \n]*))/y;

function readArgument(cursor: Cursor): boolean {
  const start = cursor.at;
  head.lastIndex = start;
  const match = head.exec(cursor.text);
  if (match === null) return false;
  const [whole, name = "", kind, next] = match;
  cursor.at += whole.length;
  if (kind === undefined || next === "}") {
    if (kind !== undefined && kind !== "number") return false;
    cursor.used.push({ name, use: kind === "number" ? "number" : "text", start, end: cursor.at, arms: noArms });
    return true;
  }
  return kind === "number" ? readNumberStyle(cursor, name, start) : readArms(cursor, name, kind as ParamUse, start);
}

const noArms: ReadonlyMap<string, number> = new Map();

function readNumberStyle(cursor: Cursor, name: string, start: number): boolean {
  const end = cursor.text.indexOf("}", cursor.at);
  if (end < 0 || !numberStyle.test(cursor.text.slice(cursor.at, end))) return false;
  cursor.at = end + 1;
  cursor.used.push({ name, use: "number", start, end: cursor.at, arms: noArms });
  return true;
}

const pluralArm = /[ \n]*(=\d{1,9}|[a-z]+)[ \n]*\{/y;
const selectArm = /[ \n]*([A-Za-z][A-Za-z0-9]*)[ \n]*\{/y;
const closing = /[ \n]*\}/y;

function readArms(cursor: Cursor, name: string, use: ParamUse, start: number): boolean {
  if (cursor.depth >= maxDepth) return false;
  cursor.depth++;
  const place = cursor.used.length;
  const arms = new Map<string, number>();
  const pattern = use === "select" ? selectArm : pluralArm;
  for (let arm = next(cursor, pattern); arm !== undefined; arm = next(cursor, pattern)) {
    if (arms.has(arm)) return false;
    arms.set(arm, cursor.at - 1);
    if (!readPattern(cursor, true)) return false;
    cursor.at++;
  }
  closing.lastIndex = cursor.at;
  const end = closing.exec(cursor.text);
  if (end === null || !arms.has("other")) return false;
  cursor.at += end[0].length;
  cursor.depth--;
  cursor.used.splice(place, 0, { name, use, start, end: cursor.at, arms });
  return true;
}

function next(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.text);
  if (match === null) return undefined;
  cursor.at += match[0].length;
  return match[1];
}
