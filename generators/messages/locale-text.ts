import type { Catalog, Locale } from "../../core/catalog.ts";
import { bytesOf } from "../../core/content.ts";
import { icuJson } from "../../core/icu-json.ts";
import { type BundledMessage, bundleParts, messageBundle, messageKey } from "../../core/message-bundle.ts";
import { messageTree } from "../../core/message-tree.ts";
import type { ParsedMessage } from "./parsed-message.ts";

/** What a text is of. */
export type TextSlot = Pick<BundledMessage, "failure" | "part">;

/** What has to be looked at in a text, as bits; a text without any stands in every format as it stands in JSON. */
export const looks = {
  /** There may be a param, a choice or a quotation. */
  syntax: 1,
  /** There is an apostrophe. */
  apostrophe: 2,
  /** JSON writes a character with a backslash. */
  escape: 4,
} as const;

/**
 * The texts of a locale where they stand in its flat ICU JSON: most of them are, letter for letter, what every other format
 * holds too, and are copied from there without being read.
 */
export interface LocaleText {
  readonly tag: string;
  /** What the texts are of, in their order; one list for all locales that have the same. */
  readonly slots: readonly TextSlot[];
  readonly json: Uint8Array;
  /** Where each text begins and ends, without its quotes, in bytes. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The `looks` of each. */
  readonly kinds: Uint8Array;
  /** Whether a text is written in this locale. */
  readonly isTranslated: (index: number) => boolean;
  /** A text, read. */
  readonly parsed: (index: number) => ParsedMessage;
}

/** The rendering of a locale as ICU JSON, where the texts in it are as they are written. */
export interface RenderedTexts {
  readonly content: string | Uint8Array;
  readonly messages: number;
  readonly translated: number;
}

/** Finds the texts of a locale. */
export function localeText(catalog: Catalog, locale: Locale, rendered: RenderedTexts | undefined): LocaleText {
  const slots = slotsOf(catalog, locale);
  const json = bytesOf(rendered?.content ?? icuJson(messageBundle(catalog, locale), undefined));
  const found = placesOf(json, slots);
  const isWhole = rendered !== undefined && rendered.translated === rendered.messages;
  const { tag } = locale;
  const isTranslated = (index: number): boolean =>
    isWhole || messageBundle(catalog, locale)[index]?.translated === true;
  const known = new Map<number, ParsedMessage>();
  const parsed = (index: number): ParsedMessage => {
    let message = known.get(index);
    if (message === undefined) {
      const literal = json.subarray((found.starts[index] ?? 0) - 1, (found.ends[index] ?? 0) + 1);
      const text: string = JSON.parse(decoder.decode(literal));
      const translated = isTranslated(index);
      const writtenIn = translated ? tag : (messageBundle(catalog, locale)[index]?.writtenIn ?? tag);
      message = { ...(slots[index] as TextSlot), text, translated, writtenIn, tree: messageTree(text) };
      known.set(index, message);
    }
    return message;
  };
  return { tag, slots, json, ...found, isTranslated, parsed };
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

interface Slots {
  readonly written: readonly TextSlot[];
  readonly translated: readonly TextSlot[];
}

const slotsByCatalog = new WeakMap<Catalog, Slots>();

/** What the texts of a bundle are of, in the order of `messageBundle`. */
function slotsOf(catalog: Catalog, { tag }: Locale): readonly TextSlot[] {
  let slots = slotsByCatalog.get(catalog);
  if (slots === undefined) {
    const written: TextSlot[] = [];
    let isAlike = true;
    for (const failure of catalog.failures) {
      for (const part of bundleParts) {
        const isThere =
          part === "developer" ? failure.developerText !== undefined : failure.messages[part] !== undefined;
        if (isThere) written.push({ failure, part });
        if (isThere && part === "developer") isAlike = false;
      }
    }
    slots = { written, translated: isAlike ? written : written.filter(({ part }) => part !== "developer") };
    slotsByCatalog.set(catalog, slots);
  }
  return tag === catalog.defaultLocale ? slots.written : slots.translated;
}

const headLengths = new WeakMap<readonly TextSlot[], Int32Array>();

/** How far from the beginning of its line each text begins. */
function headLengthsOf(slots: readonly TextSlot[]): Int32Array {
  let lengths = headLengths.get(slots);
  if (lengths === undefined) {
    lengths = Int32Array.from(
      slots,
      ({ failure, part }) =>
        new TextEncoder().encode(JSON.stringify(messageKey(failure, part))).length + '  : "'.length,
    );
    headLengths.set(slots, lengths);
  }
  return lengths;
}

/** What makes an apostrophe that it follows more than an apostrophe, in one format or another. */
const mayQuote = new TextEncoder().encode("'{}<>#|\"");
const lineFeed = 0x0a;
const quote = 0x27;

/** Where the texts stand in a file that `icuJson` made, and what is to be seen in them. */
function placesOf(json: Uint8Array, slots: readonly TextSlot[]): Pick<LocaleText, "starts" | "ends" | "kinds"> {
  const count = slots.length;
  const heads = headLengthsOf(slots);
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  const kinds = new Uint8Array(count);
  // The next of each, at or after the beginning of the text that is looked at.
  let brace = -1;
  let closing = -1;
  let apostrophe = -1;
  let escaped = -1;
  let line = 2;
  for (let index = 0; index < count; index++) {
    const start = line + (heads[index] ?? 0);
    const newline = json.indexOf(lineFeed, start);
    const end = newline - (index === count - 1 ? 1 : 2);
    if (brace < start) brace = following(json, 0x7b, start);
    if (closing < start) closing = following(json, 0x7d, start);
    if (apostrophe < start) apostrophe = following(json, quote, start);
    if (escaped < start) escaped = following(json, 0x5c, start);
    let kind = brace < end || closing < end ? looks.syntax : 0;
    if (escaped < end) kind |= looks.escape;
    if (apostrophe < end) {
      kind |= looks.apostrophe;
      for (let at = apostrophe; at < end; at = following(json, quote, at + 1)) {
        if (mayQuote.includes(json[at + 1] ?? 0)) kind |= looks.syntax;
      }
    }
    starts[index] = start;
    ends[index] = end;
    kinds[index] = kind;
    line = newline + 1;
  }
  return { starts, ends, kinds };
}

function following(json: Uint8Array, byte: number, from: number): number {
  const at = json.indexOf(byte, from);
  return at < 0 ? json.length : at;
}
