import {
  type Catalog,
  type Category,
  type Ending,
  type Failure,
  type Locale,
  type Message,
  messageParts,
  type Param,
} from "./catalog.ts";
import { type Content, textOf } from "./content.ts";
import { type Memory, noMemory } from "./memory.ts";
import { type ListMaker, listAtOnce, stableJsonPieces } from "./stable-json.ts";
import type { Json } from "./target.ts";

type JsonObject = { [key: string]: Json };

/**
 * The resolved catalog as plain JSON, with the texts of its default locale: sorted, so that the order of the entries in
 * the file does not show. It is itself a valid catalog, and loading it gives the same one. The other locales are `localeDocument`.
 */
export function catalogDocument(catalog: Catalog): Json {
  return documentOf(catalog, listAtOnce);
}

function documentOf(catalog: Catalog, list: ListMaker): Json {
  return {
    name: catalog.name,
    title: catalog.title,
    ...(catalog.description === "" ? {} : { description: catalog.description }),
    version: catalog.version,
    codeType: catalog.codeType,
    defaultLocale: catalog.defaultLocale,
    ...(catalog.fallbacks.size === 0 ? {} : { fallbacks: Object.fromEntries(catalog.fallbacks) }),
    ...(catalog.glossary.length === 0 ? {} : { glossary: catalog.glossary }),
    ...(catalog.notice === "" ? {} : { notice: catalog.notice }),
    surfaces: catalog.surfaces.map(({ title, description }) => ({ title, description })),
    statuses: catalog.statuses.map(({ id, title, description }) => ({ id, title, description })),
    categories: catalog.categories.map(categoryDocument),
    reserved: catalog.reserved.map(({ code, reason }) => ({ code, reason })),
    fallback: catalog.fallback.code,
    failures: list(catalog.failures, failureDocument),
  };
}

/** The bytes of `catalogDocument`, as `stableJson` writes them. Locales have no part in them. */
export function catalogText(catalog: Catalog, memory: Memory = noMemory): Content {
  const text = stableJsonPieces((list) => documentOf(catalog, list));
  return memory === noMemory ? text : memory.recall("catalog", "", catalog.file, () => textOf(text));
}

/** The texts of one locale as plain JSON, by failure name, in the order of the catalog's codes. */
export function localeDocument(catalog: Catalog, locale: Locale): Json {
  const texts = locale.messages();
  const failures: JsonObject = {};
  for (const { name } of catalog.failures) {
    const written = texts.get(name);
    if (written === undefined) continue;
    const parts: JsonObject = {};
    for (const part of messageParts) {
      const text = written[part];
      if (text !== undefined) parts[part] = { text };
    }
    failures[name] = parts;
  }
  return { locale: locale.tag, failures };
}

function categoryDocument({ id, title, description, range, prefixes }: Category): Json {
  return {
    id,
    title,
    description,
    ...(range === undefined ? {} : { range: { from: range.from, to: range.to } }),
    ...(prefixes.length === 0 ? {} : { prefixes }),
  };
}

/** One failure as plain JSON, as it would be written in a catalog. */
export function failureDocument(failure: Failure): Json {
  return {
    code: failure.code,
    name: failure.name,
    aliases: failure.aliases.map(({ name, reason }) => ({ name, reason })),
    category: failure.category.id,
    title: failure.title,
    description: failure.description,
    guidance: { causes: failure.guidance.causes, actions: failure.guidance.actions },
    retry: failure.retry,
    params: Object.fromEntries(failure.params.map((param) => [param.name, paramDocument(param)])),
    messages: messagesDocument(failure),
    ...(failure.since === undefined ? {} : { since: failure.since }),
    ...(failure.deprecated === undefined ? {} : { deprecated: endingDocument(failure.deprecated) }),
    ...(failure.retired === undefined ? {} : { retired: endingDocument(failure.retired) }),
    ...(failure.statuses.length === 0 ? {} : { statuses: failure.statuses }),
    related: failure.related,
    examples: failure.examples.map(({ title, payload }) => ({ title, payload: payload as JsonObject })),
  };
}

function paramDocument({ type, values, example, description, pii, grouping }: Param): Json {
  return {
    type,
    ...(values.length === 0 ? {} : { values }),
    example,
    ...(description === "" ? {} : { description }),
    ...(pii ? { pii } : {}),
    ...(grouping ? {} : { grouping }),
  };
}

function messagesDocument({ messages, developerText }: Failure): Json {
  const parts: JsonObject = {};
  for (const part of messageParts) {
    const message = messages[part];
    if (message === undefined) continue;
    const { text, description, maxLength, markup } = message;
    parts[part] = description === "" && maxLength === undefined && !markup ? { text } : messageDocument(message);
  }
  if (developerText !== undefined) parts["developer"] = { text: developerText };
  return parts;
}

function messageDocument({ text, description, maxLength, markup }: Message): Json {
  return {
    text,
    ...(description === "" ? {} : { description }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(markup ? { markup } : {}),
  };
}

function endingDocument({ since, reason, replacedBy }: Ending): Json {
  return { since, reason, ...(replacedBy === undefined ? {} : { replacedBy }) };
}
