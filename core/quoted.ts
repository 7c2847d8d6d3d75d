const longest = 60;
const longestSentence = 400;

/** What could move the cursor of a terminal or the direction of a line: never printed as it is. */
// biome-ignore format: one range a line says less.
const unsafe = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The user's own words between quotes, as a sentence can hold them: on one line, shortened, harmless to terminals. */
export function quoted(words: string): string {
  return JSON.stringify(shortened(words)).replace(unsafe, escaped);
}

/** The same for a sentence that has to be read to its end, to compare it with another. */
export function quotedSentence(words: string): string {
  return JSON.stringify(shortened(words, longestSentence)).replace(unsafe, escaped);
}

/** Any JSON value as a sentence can hold it; arrays and objects only by what they are. */
export function quotedValue(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "object" && value !== null) return kindOf(value);
  return String(value);
}

/** "a number", "an object": what a JSON value is, with its article. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object") return "an object";
  if (typeof value === "string") return "a string";
  return typeof value === "number" ? "a number" : "a boolean";
}

/** `"a", "b" or "c"`. */
export function choice(words: readonly string[]): string {
  const written = words.map(quoted);
  const last = written.pop() ?? "";
  return written.length === 0 ? last : `${written.join(", ")} or ${last}`;
}

/** A text without what could act on a terminal, every UTF-16 unit of it still one unit: for frames of code. */
export function harmless(text: string): string {
  return text.replace(unsafe, (unit) => (unit === "\t" ? unit : unit < " " ? shownControl(unit) : "\ufffd"));
}

function shownControl(unit: string): string {
  return String.fromCharCode(0x2400 + unit.charCodeAt(0));
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function shortened(words: string, most = longest): string {
  if (words.length <= most) return words;
  const end = /[\ud800-\udbff]/.test(words.charAt(most - 2)) ? most - 2 : most - 1;
  return `${words.slice(0, end)}…`;
}
