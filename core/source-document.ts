import type { Mapping, MappingKey, Source } from "./catalog.ts";
import type { Json } from "./target.ts";

type JsonObject = { [key: string]: Json };

/** The mappings of a source that are its own, and not inherited. */
export function ownMappings({ mappings, file, inherits }: Source): readonly Mapping[] {
  return inherits === undefined ? mappings : mappings.filter(({ origin }) => origin.file.path === file.path);
}

/**
 * A resolved source as plain JSON, sorted, so that the order of the mappings in its file does not show. It is itself a valid
 * file of a source, and loading it gives the same one; what it inherits belongs to the other source.
 */
export function sourceDocument(source: Source): Json {
  const { provenance, mappings } = withProvenance(ownMappings(source));
  return {
    name: source.name,
    title: source.title,
    description: source.description,
    standing: source.standing,
    ...(source.aliases.length === 0 ? {} : { aliases: source.aliases.map(({ name, reason }) => ({ name, reason })) }),
    ...(source.sourceCode === "" ? {} : { sourceCode: source.sourceCode }),
    codeForms: source.codeForms,
    references: source.references.map(({ id, title, url }) => ({ id, title, ...(url === undefined ? {} : { url }) })),
    provenance,
    judging: source.judging,
    ...(source.inherits === undefined ? {} : { inherits: source.inherits }),
    mappings,
  };
}

/** The provenance of the most mappings is that of the file. */
function withProvenance(own: readonly Mapping[]): { readonly provenance: string; readonly mappings: readonly Json[] } {
  const counts = new Map<string, number>();
  for (const { provenance } of own) counts.set(provenance, (counts.get(provenance) ?? 0) + 1);
  let [most] = [...counts].sort(([left], [right]) => (left < right ? -1 : 1));
  for (const count of counts) if (count[1] > (most?.[1] ?? 0)) most = count;
  const provenance = most?.[0] ?? "published";
  return { provenance, mappings: own.map((mapping) => mappingDocument(mapping, provenance)) };
}

function mappingDocument(mapping: Mapping, common: string): Json {
  const { key, failure, outcome, reference } = mapping;
  const meaning: JsonObject =
    outcome === "failure" && failure !== undefined ? { failure: failure.code } : { [outcome]: true };
  return {
    ...keyDocument(key),
    name: mapping.name,
    ...(mapping.description === "" ? {} : { description: mapping.description }),
    ...meaning,
    ...(mapping.evidence === undefined ? {} : { evidence: mapping.evidence }),
    ...(reference === undefined ? {} : { reference: reference.id }),
    ...(mapping.reason === "" ? {} : { reason: mapping.reason }),
    ...(mapping.provenance === common ? {} : { provenance: mapping.provenance }),
    ...(mapping.retry === undefined || mapping.retry === failure?.retry ? {} : { retry: mapping.retry }),
  };
}

/** A key as it would be written in a file: of each spelling the one that is compared. */
function keyDocument(key: MappingKey): JsonObject {
  const text: JsonObject = key.text === undefined ? {} : { text: { [key.text.kind]: key.text.pattern } };
  switch (key.kind) {
    case "exact":
      return {
        code: key.code,
        ...(key.subcode === undefined ? {} : { subcode: key.subcode }),
        ...text,
        ...(key.spellings.length === 0 ? {} : { spellings: key.spellings }),
      };
    case "detail":
      return { code: `X.${key.subject}.${key.detail}`, ...text };
    case "range":
      return { range: { from: key.from, to: key.to }, ...text };
    case "class":
      return { code: `${key.class}.X.X`, ...text };
    case "source":
      return text;
  }
}
