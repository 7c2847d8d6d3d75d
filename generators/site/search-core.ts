import type { Catalog, Failure, Mapping, MappingKey } from "../../core/catalog.ts";
import { languageName } from "../../core/language-names.ts";
import { type MessageTree, messageTree } from "../../core/message-tree.ts";
import type { PlatformErrors } from "../../core/reference/platform-errors.ts";
import { mappingAnchors } from "../../core/sources/mapping-anchor.ts";
import type { PackedIndex, SearchCore } from "./search-data.ts";
import { indexBuilder } from "./search-index.ts";
import { keyOf } from "./search-words.ts";

/** What search looks into first: everything but the messages in other languages. */
export function searchCore(catalog: Catalog, { bySource }: PlatformErrors): SearchCore {
  const keys = indexBuilder();
  const headings = indexBuilder();
  const texts = indexBuilder();
  const addKeys = (document: number, written: readonly string[]): void => keys.add(document, written.map(keyOf));
  const addWords = (index: typeof texts, document: number, parts: readonly string[]): void => {
    for (const part of parts) index.addText(document, part);
  };
  const places = new Map<Failure, number>();
  let document = 0;
  for (const failure of catalog.failures) {
    const names = [failure.name, ...failure.aliases.map(({ name }) => name)];
    addKeys(document, [String(failure.code), ...names]);
    addWords(headings, document, [String(failure.code), ...names, failure.title]);
    addWords(texts, document, textsOf(failure));
    places.set(failure, document);
    document += 1;
  }
  for (const { code, reason } of catalog.reserved) {
    addKeys(document, [String(code)]);
    addWords(headings, document, [String(code), "reserved"]);
    addWords(texts, document, [reason]);
    document += 1;
  }
  for (const { id, title, description } of catalog.categories) {
    addKeys(document, [id, title]);
    addWords(headings, document, [id, title]);
    addWords(texts, document, [description]);
    document += 1;
  }
  for (const { name, title, aliases, description } of catalog.sources) {
    const names = [name, title, ...aliases.map((alias) => alias.name)];
    addKeys(document, names);
    addWords(headings, document, names);
    addWords(texts, document, [description]);
    document += 1;
  }
  const errors: SearchCore["errors"][number][] = [];
  const ranges: SearchCore["ranges"][number][] = [];
  for (const [place, source] of catalog.sources.entries()) {
    for (const { mapping } of bySource.get(source) ?? []) {
      const { key, name, description, failure, outcome } = mapping;
      const leadsTo = outcome === "failure" && failure !== undefined ? (places.get(failure) ?? -1) : -1;
      errors.push([place, codeWords(key), name, leadsTo, mappingAnchors(key)[0]]);
      if (key.kind === "range") ranges.push([document, key.from, key.to]);
      keys.add(document, mappingKeys(mapping));
      addWords(headings, document, [...codesOf(key), name, source.name, source.title]);
      addWords(texts, document, [description, key.text?.pattern ?? ""]);
      document += 1;
    }
  }
  const { failures } = catalog;
  const placesWhere = (is: (failure: Failure) => boolean): readonly number[] =>
    failures.flatMap((failure, place) => (is(failure) ? [place] : []));
  return {
    locales: catalog.locales
      .filter(({ tag }) => tag !== catalog.defaultLocale)
      .map(({ tag }) => [tag, languageName(tag)]),
    codes: failures.map(({ code }) => code),
    names: failures.map(({ name }) => name),
    titles: failures.map(({ title }) => title),
    deprecated: placesWhere(({ deprecated, retired }) => deprecated !== undefined && retired === undefined),
    retired: placesWhere(({ retired }) => retired !== undefined),
    aliases: failures.flatMap(({ aliases }, place) => aliases.map(({ name }) => [place, name] as const)),
    reserved: catalog.reserved.map(({ code, reason }) => [code, beginning(reason)]),
    categories: catalog.categories.map(({ id, title }) => [id, title]),
    sources: catalog.sources.map(({ name, title }) => [name, title]),
    errors,
    ranges,
    keys: keys.packed(),
    headings: headings.packed(),
    texts: texts.packed(),
  };
}

/** The words of the messages in a language, by document of the failure. */
export function messageIndex({ failures }: Catalog, locale: Catalog["locales"][number]): PackedIndex {
  const index = indexBuilder();
  const messages = locale.messages();
  for (const [document, { name }] of failures.entries()) {
    for (const text of Object.values(messages.get(name) ?? {})) index.addText(document, literals(text));
  }
  return index.packed();
}

function textsOf({ description, guidance, messages }: Failure): readonly string[] {
  const shown = Object.values(messages).map(({ text }) => literals(text));
  return [description, ...guidance.causes, ...guidance.actions, ...shown];
}

/** What a message says whatever its params are: all arms of its choices. */
function literals(text: string): string {
  if (!text.includes("{") && !text.includes("'")) return text;
  const found: string[] = [];
  const collect = (tree: MessageTree): void => {
    for (const node of tree) {
      if (typeof node === "string") found.push(node);
      else if (node.kind === "choice") for (const arm of node.arms.values()) collect(arm);
    }
  };
  collect(messageTree(text));
  return found.join(" ");
}

function mappingKeys({ key, name }: Mapping): readonly string[] {
  if (key.kind !== "exact") return [...codesOf(key).map(keyOf), keyOf(name)];
  const codes = codesOf(key);
  const withSubcode = key.subcode === undefined ? [] : codes.map((code) => `${code} ${key.subcode}`);
  return [...codes, ...withSubcode, name].map(keyOf);
}

function codesOf(key: MappingKey): readonly string[] {
  switch (key.kind) {
    case "exact":
      return [key.code, ...key.spellings, ...(key.subcode === undefined ? [] : [key.subcode])];
    case "detail":
      return [`X.${key.subject}.${key.detail}`];
    case "range":
      return [String(key.from), String(key.to)];
    case "class":
      return [`${key.class}.X.X`];
    case "source":
      return [];
  }
}

function codeWords(key: MappingKey): string {
  const codes = key.kind === "range" ? `${key.from} to ${key.to}` : codeAndSpellings(key);
  return key.text === undefined ? codes : `${codes}, “${key.text.pattern}”`;
}

function codeAndSpellings(key: MappingKey): string {
  if (key.kind === "source") return "any code";
  if (key.kind !== "exact") return codesOf(key).join(" ");
  const codes = [key.code, ...key.spellings].join(" or ");
  return key.subcode === undefined ? codes : `${codes} / ${key.subcode}`;
}

function beginning(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, " ").trim());
  if (characters.length <= 120) return characters.join("");
  const start = characters.slice(0, 119).join("");
  const end = start.lastIndexOf(" ");
  return `${end < 60 ? start : start.slice(0, end)}…`;
}
