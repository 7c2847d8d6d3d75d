import { type MessagePart, messageParts } from "../catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Digest } from "../digest.ts";
import type { RawMessages } from "../raw/catalog.gen.ts";
import type { RawTranslations } from "../raw/locale.gen.ts";
import type { Draft } from "../shape/draft.ts";
import type { SourceFile } from "../source-file.ts";
import { type SourceHash, sourceHash } from "../source-hash.ts";
import type { CatalogDraft } from "./catalog-draft.ts";
import type { DeclaredParams } from "./declared-params.ts";
import { declaredParams, isRemoved } from "./messages.ts";
import { type TextFacts, textFacts } from "./text-contents.ts";

/** A locale's file as it is written, as far as it is well-shaped. */
export interface LocaleDraft {
  readonly file: SourceFile;
  readonly raw: Draft<RawTranslations>;
  /** Whether the characters of all texts are known to be sound. */
  readonly sound: boolean;
}

/** What a failure's texts are measured against in every locale. */
export interface SourceMessages {
  /** Place of the failure among those of the catalog. */
  readonly index: number;
  readonly declared: DeclaredParams;
  /** The names of the params of each part that is written; "unreadable" where nobody can say. */
  readonly parts: { readonly [Part in MessagePart]?: readonly string[] | "unreadable" };
  /** What the translations of each part that is written are to have too. */
  readonly facts: { readonly [Part in MessagePart]?: TextFacts };
  readonly written: Draft<RawMessages> | undefined;
}

/** What locales are measured against: a catalog's texts, made ready once for all locales. */
export interface TranslationSource {
  readonly catalog: CatalogDraft;
  readonly byName: ReadonlyMap<string, SourceMessages>;
  /** How many texts there are to translate. */
  readonly texts: number;
  /** The hash of a text that is written; undefined where nobody hands in how texts are hashed. */
  readonly hashOf: ((messages: SourceMessages, part: MessagePart) => SourceHash) | undefined;
  /** How texts are hashed; undefined like `hashOf`. */
  readonly digest: Digest | undefined;
}

/** A rule of a locale: everything in its file that breaks it. */
export type LocaleRule = (locale: LocaleDraft, source: TranslationSource) => Iterable<Diagnostic>;

/** Makes a catalog's texts ready to be compared with translations. */
export function translationSource(catalog: CatalogDraft, digest?: Digest): TranslationSource {
  const byName = new Map<string, SourceMessages>();
  const glossary = catalog.raw.glossary ?? [];
  let texts = 0;
  for (const [name, failure] of catalog.byName) {
    const parts: { [Part in MessagePart]?: readonly string[] | "unreadable" } = {};
    const facts: { [Part in MessagePart]?: TextFacts } = {};
    for (const part of messageParts) {
      const text = failure.raw.messages?.[part]?.text;
      if (text !== undefined) {
        const read = catalog.readText(text);
        parts[part] = read.syntax?.parsed === false ? "unreadable" : read.names;
        facts[part] = textFacts(text, glossary);
        texts++;
      } else if (isRemoved(catalog, failure, "messages", `messages/${part}`, `messages/${part}/text`)) {
        parts[part] = "unreadable";
      }
    }
    const { index, raw } = failure;
    byName.set(name, { index, declared: declaredParams(catalog, failure), parts, facts, written: raw.messages });
  }
  return { catalog, byName, texts, hashOf: digest === undefined ? undefined : hashes(digest), digest };
}

/** Hashes a text when a translation first asks for it, and once for all locales. */
function hashes(digest: Digest): NonNullable<TranslationSource["hashOf"]> {
  const known = new Map<object, SourceHash>();
  return ({ declared, written }, part) => {
    const message = written?.[part] ?? {};
    const before = known.get(message);
    if (before !== undefined) return before;
    const params = Object.entries(declared.params).map(([name, param]) => ({
      name,
      type: param?.type ?? "",
      values: (param?.values ?? []).map((value) => value ?? ""),
    }));
    const hash = sourceHash(digest, message.text ?? "", message.description ?? "", params);
    known.set(message, hash);
    return hash;
  };
}

/** Everything in a catalog that a rule of locales may read: where it is equal, the rules find the same in a file. */
export function translationBasis({ raw, removed }: CatalogDraft): unknown {
  const failures = raw.failures?.map((failure) => {
    if (failure === undefined) return undefined;
    const { name, aliases, params, messages } = failure;
    return [name, aliases, params, messages];
  });
  return [raw.defaultLocale, raw.glossary, removed, failures];
}
