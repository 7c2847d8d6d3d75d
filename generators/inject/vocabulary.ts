import type { MarkerName } from "../../core/inject/marker-names.ts";
import type { Lifecycle } from "../../core/lifecycle.ts";

/** What stands in a column of a table of failures, or in a part of a failure. */
export const failureColumns = [
  "code",
  "name",
  "title",
  "category",
  "retry",
  "statuses",
  "lifecycle",
  "since",
  "description",
  "causes",
  "actions",
  "message",
] as const;

/** A column of a table of failures. */
export type FailureColumn = (typeof failureColumns)[number];

/** The parts of a failure that fit into a sentence or an item of a list. */
export const shortParts = ["code", "name", "title", "category", "retry", "statuses", "lifecycle", "since"] as const;

/** What stands in a column of a table of a platform's errors. */
export const errorColumns = [
  "error",
  "name",
  "description",
  "failure",
  "title",
  "category",
  "retry",
  "evidence",
  "provenance",
] as const;

/** A column of a table of a platform's errors. */
export type ErrorColumn = (typeof errorColumns)[number];

/** What failures can be sorted by. */
export const sortKeys = ["code", "name", "title", "category", "retry"] as const;

/** What failures are sorted by. */
export type SortKey = (typeof sortKeys)[number];

/** What a count is of. */
export const countedThings = ["failures", "categories", "reserved", "sources", "errors", "locales"] as const;

/** What a count is of. */
export type CountedThing = (typeof countedThings)[number];

/** Where links lead: to the pages in the repository, to those that are published, or nowhere. */
export const linkKinds = ["relative", "published", "none"] as const;

/** Where links lead. */
export type LinkKind = (typeof linkKinds)[number];

/** What becomes of a failure in the life of a catalog. */
export const lifecycles = ["active", "deprecated", "retired"] as const satisfies readonly Lifecycle[];

const filters = ["category", "retry", "source", "status", "lifecycle", "codes"];

/** The options of each marker, and whether it can stand in the middle of a line. */
export const vocabulary: Readonly<
  Record<MarkerName, { readonly options: readonly string[]; readonly subject?: string; readonly isShort: boolean }>
> = {
  table: { options: [...filters, "columns", "sort", "links"], isShort: false },
  list: { options: [...filters, "parts", "sort", "links"], isShort: true },
  count: { options: ["of", ...filters], isShort: true },
  code: { options: ["parts", "links"], subject: "a code or a name", isShort: true },
  source: {
    options: ["category", "retry", "codes", "columns", "links"],
    subject: "the name of a source",
    isShort: false,
  },
};

/** What a table shows unless it says otherwise. */
export const defaultColumns: readonly FailureColumn[] = ["code", "name", "title", "retry"];

/** What a table of a platform's errors shows unless it says otherwise. */
export const defaultErrorColumns: readonly ErrorColumn[] = ["error", "name", "failure", "retry"];

/** What a single failure shows, on lines of its own and in a sentence. */
export const defaultParts = {
  lines: ["code", "name", "title", "lifecycle", "description", "retry"],
  sentence: ["code", "name"],
  item: ["code", "name", "title"],
  enumeration: ["code"],
} as const satisfies Readonly<Record<string, readonly FailureColumn[]>>;
