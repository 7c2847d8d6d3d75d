/** What is said about each kind of mistake in JSON's syntax. */
export const syntaxWords = {
  conflict: {
    problem: "A merge conflict stands here.",
    remedy: "Keep one of the two sides and remove the three marker lines.",
  },
  comment: { problem: "JSON has no comments.", remedy: "Remove the comment." },
  afterEnd: {
    problem: "The JSON value has ended, and something follows it.",
    remedy: "Remove what follows, or the bracket that ends the value too early.",
  },
  empty: { problem: "The file holds no JSON value.", remedy: "Write an object: { … }." },
  noJson: { problem: "The file is not JSON.", remedy: "Write it as JSON (RFC 8259)." },
  strayComma: { problem: "This comma belongs to no array or object.", remedy: "Remove the comma." },
  extraComma: { problem: "Nothing stands before this comma.", remedy: "Remove the comma." },
  trailingComma: {
    problem: "A comma stands before the closing bracket.",
    remedy: "Remove the comma; JSON has none after the last entry.",
  },
  noComma: { problem: "A comma is missing before this.", remedy: "Put a comma between the two entries." },
  noColon: { problem: "A colon is missing before this.", remedy: "Put a colon between the key and its value." },
  noKey: { problem: "A key is missing before this colon.", remedy: 'Write "key": value.' },
  noKeyBefore: { problem: "A key is missing before this.", remedy: 'Write "key": value.' },
  strayColon: { problem: "A colon does not belong here.", remedy: "Remove the colon, or put a comma." },
  noValue: { problem: "A value is missing before this.", remedy: "Write the value, or remove the key." },
  noMemberValue: { problem: "A colon and a value are missing before this.", remedy: 'Write "key": value.' },
  strayBrace: { problem: "This } closes nothing.", remedy: "Remove it." },
  strayBracket: { problem: "This ] closes nothing.", remedy: "Remove it." },
  braceBefore: { problem: "A } is missing before this.", remedy: "Close the object first." },
  bracketBefore: { problem: "A ] is missing before this.", remedy: "Close the array first." },
  leadingZero: { problem: "A number does not begin with zero.", remedy: "Remove the zeros at the front." },
  openingQuote: { problem: "A quote is missing before this.", remedy: 'Write "key": value.' },
  bareKey: { problem: "A key stands in double quotes.", remedy: 'Write "key": value.' },
  singleQuotes: { problem: "JSON has no single quotes.", remedy: "Write double quotes." },
  strayWords: {
    problem: "This belongs to no entry.",
    remedy: "Put a comma before the next entry, or look for a quote that is missing before this.",
  },
  noQuotes: { problem: "This is not a value.", remedy: "Put text into double quotes." },
  literal: { problem: "This word is not a value of JSON.", remedy: "Write true, false or null, in small letters." },
  notFinite: { problem: "JSON has no NaN, Infinity or undefined.", remedy: "Write a number, or null." },
  looseNumber: {
    problem: "A number begins with a digit, or with a minus and a digit.",
    remedy: "Write 0.5 for .5, 1 for +1, and decimal digits for others.",
  },
  openString: {
    problem: "A text is not closed on its line.",
    remedy: 'Add the closing quote; write a line break as "\\n".',
  },
  openNumber: { problem: "A number ends too early.", remedy: "Write a digit after the point or the exponent." },
  escape: {
    problem: "JSON does not know this escape.",
    remedy: 'Write \\", \\\\, \\/, \\b, \\f, \\n, \\r, \\t or \\u and four hexadecimal digits.',
  },
  controlCharacter: {
    problem: "A control character stands in a text.",
    remedy: "Remove it, or write it as an escape: \\t for a tab.",
  },
} as const;

/** What an unquoted word is probably meant to be. */
export function strayWord(word: string): keyof typeof syntaxWords {
  if (word.startsWith("'")) return "singleQuotes";
  if (/^[+.]|^-[^0-9]|^[0-9]/.test(word)) return /^-?\+?(NaN|Infinity)/.test(word) ? "notFinite" : "looseNumber";
  if (/^(NaN|Infinity|undefined)$/.test(word)) return "notFinite";
  return /^(true|false|null|none|nil|yes|no)$/i.test(word) ? "literal" : "noQuotes";
}

/** Whether a mistake ends with its word, so that the rest of the line can be read. */
export function isWholeWord(words: keyof typeof syntaxWords): boolean {
  return words === "literal" || words === "notFinite" || words === "looseNumber";
}

/** The first escape of a written string that JSON does not know, or its first control character. */
export function badEscape(written: string): { readonly start: number; readonly end: number } | undefined {
  for (const { 0: piece, index } of written.matchAll(/\\(?:u[0-9a-fA-F]{0,4}|.|$)|[\u0000-\u001f]/gs)) {
    if (!/^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})$/.test(piece)) return { start: index, end: index + piece.length };
  }
  return undefined;
}

/** The first lines of git's merge conflicts. */
export function conflictMarkers(text: string): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const { 0: line, index } of text.matchAll(/^<{7} .*$/gm)) found.push({ start: index, end: index + line.length });
  return found;
}
