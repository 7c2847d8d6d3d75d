import type { MappingKey } from "../catalog.ts";

// What other kinds of key are written like, and the headings of the page, as site generators name them.
const taken =
  /^(?:any|\d+-\d+|x\.\d+\.\d+|\d+\.x\.x|coverage|how-the-errors-were-judged|errors-that-.*|no-failure|other-names|references)$/i;

/** A code as a part of a fragment: what is not plain becomes its number between tildes, so that no two codes become one. */
function fragment(text: string): string {
  return text.replace(/[^\w.-]/gu, numbered);
}

function numbered(character: string): string {
  return `~${character.codePointAt(0)?.toString(16)}~`;
}

function codeFragment(code: string): string {
  return taken.test(code) ? numbered(code.slice(0, 1)) + code.slice(1) : fragment(code);
}

/** A pattern reads better with hyphens for its spaces; a hyphen of its own is written as a number. */
function patternFragment(pattern: string): string {
  return pattern.replace(/[^\w. ]/gu, numbered).replaceAll(" ", "-");
}

/** The codes that a key is for, as fragments: the one it is written as, then its other spellings. */
function codes(key: MappingKey): readonly string[] {
  switch (key.kind) {
    case "exact": {
      const subcode = key.subcode === undefined ? "" : `/${fragment(key.subcode)}`;
      return [key.code, ...key.spellings].map((code) => `${codeFragment(code)}${subcode}`);
    }
    case "detail":
      return [`X.${key.subject}.${key.detail}`];
    case "range":
      return [`${key.from}-${key.to}`];
    case "class":
      return [`${key.class}.X.X`];
    case "source":
      return ["any"];
  }
}

/**
 * The fragments of a platform error in its source's page, without "#": the permanent one first, then one for each other
 * spelling of the code. They are made of the key alone: `131047`, `551/1545041`, `200-299`, `400~suffix~chat-not-found`.
 */
export function mappingAnchors(key: MappingKey): readonly [string, ...string[]] {
  const text = key.text === undefined ? "" : `~${key.text.kind}~${patternFragment(key.text.pattern)}`;
  const [first = "", ...others] = codes(key).map((code) => `${code}${text}`);
  return [first, ...others];
}
