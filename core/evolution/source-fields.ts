import type { Mapping, MappingKey, Source, SourceAlias, SourceReference, TextMatch } from "../catalog.ts";
import type { FieldMeanings } from "./failure-fields.ts";

const retries = [
  "mapping-retry-withdrawn",
  "mapping-retry-granted",
  "mapping-retry-needs-change",
  "mapping-retry-needs-no-change",
  "mapping-correction-withdrawn",
  "mapping-correction-granted",
] as const;

/** What each field of a source means for those who rely on it. */
export const sourceFields: FieldMeanings<Source> = {
  name: [
    "source-renamed",
    "source-renamed-with-alias",
    "source-renamed-to-alias",
    "source-alias-promoted",
    "source-added",
    "source-removed",
  ],
  title: ["source-text-changed"],
  description: ["source-text-changed"],
  standing: ["source-standing-changed"],
  aliases: ["source-alias-added", "source-alias-removed"],
  sourceCode: ["source-text-changed"],
  codeForms: ["source-code-forms-changed"],
  references: ["source-reference-added", "source-reference-removed"],
  judging: ["source-text-changed"],
  inherits: ["source-inheritance-added", "source-inheritance-removed", "source-inheritance-changed"],
  mappings: ["mapping-added", "mapping-removed", "mapping-key-changed"],
  file: { none: "In which file it is written is nobody's concern but the author's." },
};

/** What each field of an alias of a source means. */
export const sourceAliasFields: FieldMeanings<SourceAlias> = {
  name: ["source-alias-added", "source-alias-removed"],
  reason: ["source-alias-reason-changed"],
};

/** What each field of a document of a source means. */
export const sourceReferenceFields: FieldMeanings<SourceReference> = {
  id: { none: "Only mappings of the same file name a document by it." },
  title: ["source-reference-changed"],
  url: ["source-reference-changed"],
};

/** What each field of a mapping means. */
export const mappingFields: FieldMeanings<Mapping> = {
  key: ["mapping-key-changed", "mapping-spelling-added", "mapping-spelling-removed"],
  name: ["mapping-text-changed"],
  description: ["mapping-text-changed"],
  outcome: ["mapping-judged", "mapping-unjudged", "mapping-changed"],
  failure: ["mapping-changed"],
  evidence: ["mapping-evidence-raised", "mapping-evidence-lowered"],
  reference: ["mapping-text-changed"],
  reason: ["mapping-text-changed"],
  provenance: ["mapping-provenance-changed"],
  retry: retries,
  origin: { none: "Where an entry stands in its file, or in which file, is nobody's concern but the author's." },
};

/** Every field that one kind of key or another has. */
export type MappingKeyFields = {
  readonly [Field in MappingKey extends infer Kind ? (Kind extends unknown ? keyof Kind : never) : never]: unknown;
};

const otherKey = ["mapping-key-changed"] as const;

/** What each field of a mapping's key means: all but the spellings tell mappings apart. */
export const mappingKeyFields: FieldMeanings<MappingKeyFields> = {
  kind: otherKey,
  text: otherKey,
  code: otherKey,
  subcode: otherKey,
  spellings: ["mapping-spelling-added", "mapping-spelling-removed"],
  subject: otherKey,
  detail: otherKey,
  from: otherKey,
  to: otherKey,
  class: otherKey,
};

/** What each field of a condition on a platform's text means. */
export const textMatchFields: FieldMeanings<TextMatch> = { kind: otherKey, pattern: otherKey };
