import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../json.ts";
import { literalText } from "../message-syntax/literal-text.ts";
import type { ReadText } from "../message-syntax/read-text.ts";
import { quoted } from "../quoted.ts";
import { inText, sourceText, type TextPlace } from "./text-place.ts";

const remarkable = /[<&'\n@]|[ \u00a0\u202f]{2}|\]\(|[tT]:|:\/\//;

/** What may be amiss with the words of most texts, asked in one expression. */
export function isRemarkable(text: string): boolean {
  return remarkable.test(text);
}

/** What is wrong with the words of a message: spaces in a row, markup that is not meant, apostrophes that quote elsewhere. */
export function* contentMistakes(place: TextPlace, read: ReadText, markup: boolean): Iterable<Diagnostic> {
  const { text, owner } = place;
  if (!remarkable.test(text) || read.syntax?.parsed === false) return;
  const literal = literalText(text);
  // An indented line is laid out on purpose.
  const spaces = /(?<=[^\n \u00a0\u202f])[ \u00a0\u202f]{2,}/.exec(literal);
  if (spaces !== null) {
    const at = inText(place, spaces.index, spaces.index + spaces[0].length);
    yield diagnostic("FC3011", at, {}, sourceText(owner));
  }
  const tag = markup ? null : markupIn.exec(text);
  if (tag !== null) {
    const at = inText(place, tag.index, tag.index + tag[0].length);
    yield diagnostic("FC3012", at, { markup: quoted(tag[0]) }, sourceText(owner));
  }
  yield* apostrophes(place);
}

const markupIn = /<[a-z/!?][^<>]*>?|&(?:[a-z][a-z0-9]*|#\d+|#x[\da-f]+);|javascript:|\[[^[\]]*\]\([^()]*\)/i;

/** One alone, or one between a letter and a param: what is quoted on purpose stands between two. */
function* apostrophes(place: TextPlace): Iterable<Diagnostic> {
  const { text, owner } = place;
  const count = text.split("'").length - 1;
  if (count === 0) return;
  const hazard = /(?<=\p{L})'(?=\{(?!'))|(?<=(?<!')\})'(?=\p{L})/u.exec(text);
  if (hazard === null && count % 2 === 0) return;
  const at = hazard?.index ?? /(?<=\p{L})'(?=\p{L})/u.exec(text)?.index ?? text.indexOf("'");
  const words = /[^\s{}']*$/.exec(text.slice(0, at))?.[0] ?? "";
  const after = /^(?:\{[^\s{}']*\}|[^\s{}']*)/.exec(text.slice(at + 1))?.[0] ?? "";
  const said = { words: quoted(`${words}'${after}`), better: quoted(`${words}\u2019${after}`) };
  yield diagnostic("FC3013", inText(place, at, at + 1), said, sourceText(owner));
}

/** What of a source text its translations are to have too. */
export interface TextFacts {
  readonly lineFeeds: number;
  /** Of pages and mailboxes, sorted. */
  readonly addresses: readonly string[];
  /** Terms of the glossary. */
  readonly terms: readonly string[];
}

const none: readonly string[] = [];

const noFacts: TextFacts = { lineFeeds: 0, addresses: none, terms: none };

/** What translations of a text are measured by. */
export function textFacts(text: string, glossary: readonly (string | undefined)[]): TextFacts {
  const terms = glossary.filter((term) => term !== undefined && term !== "" && holdsTerm(text, term)) as string[];
  const facts = { lineFeeds: lineFeeds(text), addresses: addresses(text), terms };
  return facts.lineFeeds + facts.addresses.length + terms.length === 0 ? noFacts : facts;
}

function holdsTerm(text: string, term: string): boolean {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    if (!/[\p{L}\p{N}]$/u.test(text.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(text.slice(at + term.length))) return true;
  }
  return false;
}

/** Those that people read whatever the arm: an arm may be laid out in lines of its own. */
function lineFeeds(text: string): number {
  if (!text.includes("\n")) return 0;
  let depth = 0;
  let count = 0;
  for (const unit of text) {
    if (unit === "{") depth++;
    else if (unit === "}") depth--;
    else if (unit === "\n" && depth === 0) count++;
  }
  return count;
}

const address = /https?:\/\/[\w\-.~:/?#[\]@!$&*+,;=%]+|[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+/gi;

function addresses(text: string): readonly string[] {
  if (!text.includes("@") && !text.includes("://")) return none;
  return [...new Set(text.match(address)?.map((found) => found.replace(/[.,;:!?]+$/, "")))].sort();
}

/** Whether a text that is not remarkable can differ from its source: it may lack what the source has. */
export function asksForMore(facts: TextFacts): boolean {
  return facts !== noFacts;
}

/** How a translation differs from its source in lines, addresses and terms of the glossary. */
export function* differences(place: TextPlace, source: TextFacts): Iterable<Diagnostic> {
  const { file, path, text, owner } = place;
  const own = lineFeeds(text);
  if (own !== source.lineFeeds) {
    yield diagnostic(
      "FC3213",
      locate(file, path),
      { own: feeds(own), source: feeds(source.lineFeeds) },
      sourceText(owner),
    );
  }
  const written = addresses(text);
  if (written.join(" ") !== source.addresses.join(" ")) {
    const words = { own: listed(written), source: listed(source.addresses) };
    const lost = source.addresses.find((one) => !written.includes(one));
    yield diagnostic("FC3214", locate(file, path), words, sourceText(owner, lost));
  }
  for (const term of source.terms) {
    if (!text.includes(term))
      yield diagnostic("FC3215", locate(file, path), { term: quoted(term) }, sourceText(owner, term));
  }
}

function feeds(count: number): string {
  return count === 0 ? "no line break" : count === 1 ? "one line break" : `${count} line breaks`;
}

function listed(found: readonly string[]): string {
  return found.length === 0 ? "no address" : found.map(quoted).join(", ");
}
