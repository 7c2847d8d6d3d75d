import type { Location } from "../source-file.ts";
import { standingOf } from "../source-hash.ts";

/** How far a translation has come, as the file of a locale says it. */
export const translationStates = ["new", "translated", "needs-review", "final"] as const;

/** One of these states. */
export type TranslationState = (typeof translationStates)[number];

/** Where translations come from. */
export const translationOrigins = ["human", "mt", "tm", "import"] as const;

/** One of these origins. */
export type TranslationOrigin = (typeof translationOrigins)[number];

/** The formats in which texts go to translators and come back. */
export const exchangeFormats = ["xliff12", "xliff2", "po", "json", "csv"] as const;

/** One of these formats. */
export type ExchangeFormat = (typeof exchangeFormats)[number];

/** What a file for translators says of a text besides what translators change: enough to see on its return what was changed. */
export interface UnitMemory {
  /** Hash of the source text that the file shows (`writtenHash`). */
  readonly source: string;
  /** Short digest of the translation as it was given out; undefined where there was none. */
  readonly text: string | undefined;
  /** What the file of the locale said of the translation. */
  readonly src: string | undefined;
  readonly state: TranslationState | undefined;
  readonly by: TranslationOrigin | undefined;
  readonly sameAsSource: boolean;
}

/** A text as it is given to translators. */
export interface ExchangeUnit {
  /** `15005.title` */
  readonly id: string;
  /** `CARD_DECLINED.title` */
  readonly name: string;
  readonly source: string;
  /** Undefined where nothing is translated. */
  readonly target: string | undefined;
  readonly memory: UnitMemory;
  /** The source text that the translation was made from, where it is known and is another one than today's. */
  readonly previous: string | undefined;
  /** What translators are told: the note, then a line for each param. */
  readonly notes: readonly string[];
  /** The most graphemes, or undefined. */
  readonly maxLength: number | undefined;
}

/** All that one file for translators holds. */
export interface ExchangeFile {
  /** Name of the catalog. */
  readonly catalog: string;
  readonly sourceLocale: string;
  readonly locale: string;
  readonly units: readonly ExchangeUnit[];
}

/** A text as it came back. */
export interface ReturnedUnit {
  readonly id: string;
  /** The source text that the file shows; undefined where it shows none. */
  readonly source: string | undefined;
  readonly target: string | undefined;
  /** The state that the file's own marks say. */
  readonly state: TranslationState | undefined;
  readonly by: TranslationOrigin | undefined;
  /** Undefined where the file has lost it, or never had it. */
  readonly memory: UnitMemory | undefined;
  /** Where the translation stands, or the unit where there is none. */
  readonly at: Location;
}

/** Something in a returned file that cannot be understood. */
export interface ExchangeProblem {
  readonly at: Location;
  /** A part of a sentence: `the quote is never closed`. */
  readonly reason: string;
}

/** What a returned file holds; with a problem it was read as far as it goes, and nothing of it is to be used. */
export interface ReturnedFile {
  readonly locale: string | undefined;
  readonly units: readonly ReturnedUnit[];
  readonly problem: ExchangeProblem | undefined;
}

/** Whether a translation was made from another text than the one that is shown. */
export function isStale({ source, src, state }: UnitMemory): boolean {
  return src !== undefined && state !== "new" && standingOf(src, hashOf(source)) === "stale";
}

/** The state that a file for translators shows: what is stale or told something else now has to be looked at. */
export function shownState(memory: UnitMemory, target: string | undefined): TranslationState {
  if (target === undefined || memory.state === "new") return "new";
  const changed = memory.src !== undefined && standingOf(memory.src, hashOf(memory.source)) !== "current";
  return changed ? "needs-review" : (memory.state ?? "translated");
}

function hashOf(written: string): { text: string; context: string } {
  const [text = "", context = ""] = written.split(".");
  return { text, context };
}

/** `source=… text=… src=… state=… by=… same`: the memory as one line of a note. */
export function writtenMemory({ source, text, src, state, by, sameAsSource }: UnitMemory): string {
  const words = [`source=${source}`];
  if (text !== undefined) words.push(`text=${text}`);
  if (src !== undefined) words.push(`src=${src}`);
  if (state !== undefined) words.push(`state=${state}`);
  if (by !== undefined) words.push(`by=${by}`);
  if (sameAsSource) words.push("same");
  return words.join(" ");
}

const hash = /^[0-9a-f]{8}(\.[0-9a-f]{8})?$/;

/** Reads such a line; undefined unless it names the source. Words that are not understood do not count. */
export function readMemory(line: string): UnitMemory | undefined {
  const words = new Map<string, string>();
  for (const word of line.trim().split(/\s+/)) {
    const [key = "", value = ""] = word.split("=");
    words.set(key, value);
  }
  const hashed = (key: string): string | undefined => {
    const value = words.get(key);
    return value !== undefined && hash.test(value) ? value : undefined;
  };
  const source = hashed("source");
  if (source === undefined) return undefined;
  return {
    source,
    text: hashed("text"),
    src: hashed("src"),
    state: stateOf(words.get("state")),
    by: originOf(words.get("by")),
    sameAsSource: words.has("same"),
  };
}

/** A word as a state, if it is one. */
export function stateOf(word: string | undefined): TranslationState | undefined {
  return translationStates.find((state) => state === word);
}

/** A word as an origin, if it is one. */
export function originOf(word: string | undefined): TranslationOrigin | undefined {
  return translationOrigins.find((origin) => origin === word);
}

/** A text as it came back: line ends as we write them, and nothing where there is no text. */
export function returnedText(text: string): string | undefined {
  const lines = text.replace(/\r\n?/g, "\n");
  return lines === "" ? undefined : lines;
}
