import type { Code, Failure, Mapping, Source, SourceReference } from "../catalog.ts";
import type { RawMapping, RawSource } from "../raw/source.gen.ts";
import type { MappingDraft, SourceDraft } from "../rules/source-draft.ts";
import { inheritedFrom } from "./inherited-keys.ts";
import { compareKeysInFull } from "./key-order.ts";

const nothing: readonly never[] = Object.freeze([]);

/** What the mappings of sources lead to. */
export interface MappedFailures {
  readonly byCode: ReadonlyMap<Code, Failure>;
  readonly fallback: Failure;
}

/**
 * The sources that well-shaped files without mistakes describe: complete, sorted, frozen. Whoever calls it has run the
 * rules; every failure, reference and parent is there.
 */
export function resolveSources(drafts: readonly SourceDraft[], failures: MappedFailures): readonly Source[] {
  const draftOf = new Map(drafts.map((draft) => [draft.raw.name, draft]));
  const resolved = new Map<string, Source>();
  const sourceNamed = (name: string): Source => {
    const known = resolved.get(name);
    if (known !== undefined) return known;
    const draft = draftOf.get(name);
    if (draft === undefined) throw new Error(`The source "${name}" was not checked.`);
    const { inherits } = draft.raw;
    const source = resolveSource(draft, inherits === undefined ? undefined : sourceNamed(inherits), failures);
    resolved.set(name, source);
    return source;
  };
  const sources = drafts.map(({ raw }) => sourceNamed(raw.name ?? ""));
  return Object.freeze(sources.sort((left, right) => (left.name < right.name ? -1 : 1)));
}

function resolveSource(draft: SourceDraft, parent: Source | undefined, failures: MappedFailures): Source {
  const { file } = draft;
  const raw = draft.raw as RawSource;
  const references = raw.references.map(({ id, title, url }) => Object.freeze({ id, title, url }));
  const referenceById = new Map(references.map((reference) => [reference.id, reference]));
  const own = draft.mappings.map((mapping) => resolveMapping(draft, mapping, referenceById, failures));
  const mappings = parent === undefined ? own : [...own, ...inheritedFrom(parent.mappings, own)];
  mappings.sort((left, right) => compareKeysInFull(left.key, right.key));
  return Object.freeze({
    name: raw.name,
    title: raw.title,
    description: raw.description,
    standing: raw.standing,
    aliases:
      raw.aliases === undefined
        ? nothing
        : Object.freeze(raw.aliases.map(({ name, reason }) => Object.freeze({ name, reason }))),
    sourceCode: raw.sourceCode ?? "",
    codeForms: Object.freeze([...raw.codeForms]),
    references: Object.freeze(references),
    judging: raw.judging,
    inherits: raw.inherits,
    mappings: Object.freeze(mappings),
    file,
  });
}

function resolveMapping(
  { file, raw: source }: SourceDraft,
  { raw: written, index, key }: MappingDraft,
  references: ReadonlyMap<string, SourceReference>,
  { byCode, fallback }: MappedFailures,
): Mapping {
  const raw = written as RawMapping;
  const { provenance } = source;
  if (key === undefined || provenance === undefined)
    throw new Error(`Mapping ${index} of ${file.path} was not checked.`);
  const outcome = raw.failure !== undefined ? "failure" : raw.fallback === true ? "fallback" : "notAFailure";
  const failure = outcome === "fallback" ? fallback : raw.failure === undefined ? undefined : byCode.get(raw.failure);
  return Object.freeze({
    key,
    name: raw.name,
    description: raw.description ?? "",
    outcome,
    failure,
    evidence: raw.evidence,
    reference: raw.reference === undefined ? undefined : references.get(raw.reference),
    reason: raw.reason ?? "",
    provenance: raw.provenance ?? provenance,
    retry: raw.retry ?? failure?.retry,
    origin: Object.freeze({ file, path: Object.freeze(["mappings", index]) }),
  });
}
