/**
 * Text that is safe in Markdown wherever pages are rendered: CommonMark with GitHub's extensions, MDX, Vue templates
 * (VitePress), Python-Markdown (MkDocs), GitBook, Liquid. What could mean something to one of them becomes a character
 * reference, because that is the one escape that all of them read alike: MkDocs shows the backslash of `\|` in a cell,
 * and Vue evaluates `{{ }}` in a code span.
 */

// Markdown, HTML, MDX, Vue, math and Liquid; white space that a parser takes for a line end, or that its `strip` removes.
const always = "&<>{}[\\]*`|~\\\\$\\t\\n\\r\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
// Between two letters or digits an underscore is plain everywhere.
const underscore = "(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])";
// `:tada:`, `:)`, `:name` (a directive) are written with a colon. A plain address stays one, but VitePress calls links to
// the reader's own machine dead.
const colon = ":(?!\\s|$|\\d(?!\\d*:)|\\/\\/(?!localhost|127\\.))|(?<=[:;-])\\)";
// A list, a heading, an underline, an admonition, an ES module: only the beginning of a line makes them.
const beginning = "^(?:[!#%+,\\-./:;=?@^ ]|[ie](?=mport\\b|xport\\b))|(?<=^\\d+)[.)](?=\\s|$)";
// A closing `#` belongs to a heading, space before a line end is a hard break.
const end = "(?<=[\\s#])#(?=#*\\s*$)| $";

const hazards = new RegExp(`[${always}]|${underscore}|${colon}|${beginning}|${end}`, "g");
// Most texts hold nothing of the kind, and this finds it out in a fifth of the time. Everything that could be a hazard, save
// for a bracket, an underscore or a colon in its everyday place, is left to the long expression.
const first = "(?:[A-Za-df-hj-z]|\\d(?!\\d*[.)]))";
const rest = `[^_:)#${always}]*`;
const everyday = "(?:(?<![:;-])\\)|:(?=\\s)|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9]))";
const harmless = new RegExp(`^${first}${rest}(?:${everyday}${rest})*(?<! )$`);

const named: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function reference(character: string): string {
  return named[character] ?? `&#${character.codePointAt(0)};`;
}

/**
 * A text as inline Markdown: for a sentence, a list item, a cell, a heading, the words of a link. Line ends in it become
 * references too, so the result is one line.
 */
export function markdownInline(text: string): string {
  return harmless.test(text) ? text : text.replace(hazards, reference);
}

/** A text as paragraphs: a blank line begins a new one, other line ends stay. */
export function markdownBlock(text: string): string {
  if (!text.includes("\n")) return markdownInline(text);
  return text
    .split(/\n\n+/)
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => paragraph.split("\n").map(markdownInline).join("\n"))
    .join("\n\n");
}

/** A text as code that may hold anything. Not backticks: inside of them VitePress evaluates `{{ }}`, and no reference is read. */
export function markdownCode(text: string): string {
  return `<code>${markdownInline(text)}</code>`;
}

/** A fenced block; the fence is longer than any run of backticks in the text. */
export function markdownFence(language: string, text: string): string {
  let longest = 2;
  for (const [run] of text.matchAll(/`{3,}/g)) longest = Math.max(longest, run.length);
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/**
 * JSON for a fenced block. Liquid (GitHub Pages) reads `{{` and `{%` inside of code, VitePress includes the file that a
 * comment names, and U+2028 is a line end to some: in strings these are written with an escape, which reads back as the same value.
 */
export function markdownJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(/(?<=\{)[{%]|<(?=!--)|[\u2028\u2029]/g, jsonEscape);
}

function jsonEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/**
 * A value of front matter: JSON, which every reader of YAML takes for the same string. A bare `no`, `12:30` or `=` is a
 * boolean, a number or an error to some of them. Characters that YAML 1.1 does not print are escaped.
 */
export function yamlText(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g, jsonEscape);
}
