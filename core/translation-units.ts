import { type Catalog, type Failure, type MessagePart, messageParts, type Param } from "./catalog.ts";
import type { Digest } from "./digest.ts";
import { type ExchangeUnit, isStale, shownState, type UnitMemory } from "./exchange/exchange-unit.ts";
import type { RawTranslations } from "./raw/locale.gen.ts";
import { writtenHash } from "./source-hash.ts";
import { sourceHashes } from "./source-hashes.ts";

/** Which texts are given out, where not all of them are. */
export const unitKinds = ["new", "stale", "needs-review"] as const;

/** One of these kinds. */
export type UnitKind = (typeof unitKinds)[number];

/** The first 8 hexadecimal digits of a translation's digest: whether it is still the one that was given out. */
export function textDigest(digest: Digest, text: string): string {
  return digest(text).slice(0, 8);
}

/** The id of a text for translators: codes are permanent, names are not. */
export function unitId({ code }: Failure, part: MessagePart): string {
  return `${code}.${part}`;
}

/** Finds a source text of earlier days by the first half of a translation's `src`; undefined where nobody knows it. */
export type FormerText = (hash: string) => string | undefined;

/**
 * The texts that there are to translate, in the order of the catalog; `written` is undefined for a locale to be begun. `former`
 * is asked where a translation does not itself say which text it was made from.
 */
export function translationUnits(
  catalog: Catalog,
  written: RawTranslations | undefined,
  digest: Digest,
  former: FormerText = () => undefined,
): readonly ExchangeUnit[] {
  const hashes = sourceHashes(catalog, digest);
  const units: ExchangeUnit[] = [];
  for (const failure of catalog.failures) {
    const { name, messages, params } = failure;
    const entries = written !== undefined && Object.hasOwn(written.failures, name) ? written.failures[name] : undefined;
    for (const part of messageParts) {
      const message = messages[part];
      const hash = hashes(name, part);
      if (message === undefined || hash === undefined) continue;
      const entry = entries?.[part];
      const memory: UnitMemory = {
        source: writtenHash(hash),
        text: entry === undefined ? undefined : textDigest(digest, entry.text),
        src: entry?.src,
        state: entry?.state,
        by: entry?.by,
        sameAsSource: entry?.sameAsSource === true,
      };
      units.push({
        id: unitId(failure, part),
        name: `${name}.${part}`,
        source: message.text,
        target: entry?.text,
        memory,
        previous: isStale(memory) ? (entry?.srcText ?? former(memory.src?.slice(0, 8) ?? "")) : undefined,
        notes: unitNotes(message.description, params),
        maxLength: message.maxLength,
      });
    }
  }
  return units;
}

/** What translators are told of a text: its note, and a line for each param. */
export function unitNotes(description: string, params: readonly Param[]): readonly string[] {
  return [...(description === "" ? [] : [description]), ...params.map(paramNote)];
}

/** `{count}: integer, for example 3. How many parcels are lost.` */
function paramNote({ name, type, values, example, description }: Param): string {
  const kind = type === "enum" ? `one of ${values.join(", ")}` : type;
  return `{${name}}: ${kind}, for example ${example}${description === "" ? "" : `. ${description}`}`;
}

/** Whether a text is of one of the kinds. */
export function isOfKind({ memory, target }: ExchangeUnit, kinds: readonly UnitKind[]): boolean {
  const shown = shownState(memory, target);
  if (shown === "new") return kinds.includes("new");
  if (isStale(memory)) return kinds.includes("stale");
  return shown === "needs-review" && kinds.includes("needs-review");
}
