import type { Catalog } from "../../../core/catalog.ts";
import { jsType } from "../functions.ts";

/** The types of what is classified and of what comes of it: the same text in `.d.ts` and `.ts`. */
export function classificationTypes(catalog: Catalog): string {
  return `/** An error of a platform. */
export interface PlatformError {
  /** The name of its source, or an alias: \`failure.source.name\` of a failed message. */
  readonly source: string | null | undefined;
  /** The platform's code: \`failure.source.code\` of a failed message. */
  readonly code?: string | number | null | undefined;
  /** A second code, where the platform has one. */
  readonly subcode?: string | number | null | undefined;
  /** What the platform says of it, as it was received: some codes mean little without. */
  readonly text?: string | null | undefined;
}

/** What of a platform's errors a row is for. */
export type MappingKey = { readonly text: TextMatch | undefined } & (
  | { readonly kind: "exact"; readonly code: string; readonly subcode: string | undefined }
  /** \`X.1.1\`: subject and detail of an enhanced status of class 4 or 5. */
  | { readonly kind: "detail"; readonly subject: string; readonly detail: string }
  /** Both ends included. */
  | { readonly kind: "range"; readonly from: number; readonly to: number }
  /** \`4.X.X\`: a class of enhanced statuses. */
  | { readonly kind: "class"; readonly class: string }
  /** Whatever else comes from the source. */
  | { readonly kind: "source" }
);

/** The row that an error was found by. */
export interface Mapping {
  /** What the row is for. */
  readonly key: MappingKey;
  /** The platform's own name of the error. */
  readonly name: string;
  /** Why it is judged so; "" where that is documented. */
  readonly reason: string;
  /** How well the error itself is known. */
  readonly provenance: Provenance;
  /** Where it is documented. */
  readonly reference: SourceReference | undefined;
}

/** An error that means a failure. */
export interface FailureClassification {
  readonly outcome: "failure";
  /** The code of the failure; \`failureByCode\` has its facts. */
  readonly failure: FailureCode;
  /** How sure that is. */
  readonly evidence: Evidence;
  /** Whether sending again helps after this error. */
  readonly retry: Retry;
  /** The source's own name, whichever name was asked for. */
  readonly source: string;
  readonly mapping: Mapping;
  /** What was asked about, untouched. */
  readonly input: PlatformError;
}

/** An error that is known, but that nobody can judge. */
export interface FallbackClassification {
  readonly outcome: "fallback";
  /** The catalog's fallback. */
  readonly failure: FailureCode;
  readonly evidence: undefined;
  readonly retry: Retry;
  readonly source: string;
  readonly mapping: Mapping;
  readonly input: PlatformError;
}

/** A code that says that all is well. */
export interface NoFailureClassification {
  readonly outcome: "notAFailure";
  readonly failure: undefined;
  readonly evidence: undefined;
  readonly retry: undefined;
  readonly source: string;
  readonly mapping: Mapping;
  readonly input: PlatformError;
}

/** An error of a known source for which its table has no row. */
export interface UnknownCodeClassification {
  readonly outcome: "unknownCode";
  /** The catalog's fallback. */
  readonly failure: FailureCode;
  readonly evidence: undefined;
  readonly retry: Retry;
  readonly source: string;
  readonly mapping: undefined;
  readonly input: PlatformError;
}

/** An error of a source that none of the tables is for. */
export interface UnknownSourceClassification {
  readonly outcome: "unknownSource";
  /** The catalog's fallback. */
  readonly failure: FailureCode;
  readonly evidence: undefined;
  readonly retry: Retry;
  readonly source: undefined;
  readonly mapping: undefined;
  readonly input: PlatformError;
}

/** What an error of a platform means; \`outcome\` tells which of them it is. */
export type Classification =
  | FailureClassification
  | FallbackClassification
  | NoFailureClassification
  | UnknownCodeClassification
  | UnknownSourceClassification;

/** What a failed message means. */
export interface MessageClassification {
  /**
   * The code of the failure: \`failure.code\` of the message, known to this version of the catalog or not; where it has
   * none, what its source's error means. \`describeCode\` has what is known about it.
   */
  readonly failure: ${jsType(catalog)} | undefined;
  /** Whether the message itself says which failure it is, or the table of its source; undefined where neither does. */
  readonly saidBy: "message" | "source" | undefined;
  /** Whether the table judges the error otherwise than the message. An error that it cannot judge differs from nothing. */
  readonly differs: boolean;
  /** Where the failure arose, and the source's own code for it, as the message has them. */
  readonly source: { readonly name: string | undefined; readonly code: string | undefined } | undefined;
  /** \`reason\` of the message in its parts. */
  readonly reason: ParsedReason | undefined;
  /** The platform's own name of the error. */
  readonly error: string | undefined;
  /** What the error of the source means by its table. */
  readonly classification: Classification;
  /** What was read, untouched. */
  readonly input: unknown;
}

/** Says what an error of a platform means. It takes anything and never throws. */
export type Classify = (error: PlatformError) => Classification;

/** Says what a failed message's JSON, already parsed, means. It takes anything and never throws. */
export type ClassifyMessage = (json: unknown) => MessageClassification;`;
}

/** Types that the functions use among themselves, for `.ts` alone. */
export const innerTypes = `/** A row as it is looked up. */
interface Entry extends Meaning {
  /** Undefined where there is nothing but the key. */
  readonly fits: ((code: string, text: unknown) => boolean) | undefined;
  /** The next less specific row for the same key. */
  readonly next: Entry | undefined;
  /** Made when it is first asked for. */
  mapping: Mapping | undefined;
  readonly kind: MappingKey["kind"];
  readonly row: SourceRow<string | readonly [from: number, to: number]>;
}

interface Meaning {
  readonly outcome: "failure" | "fallback" | "notAFailure";
  readonly failure: FailureCode | undefined;
  readonly evidence: Evidence | undefined;
  readonly retry: Retry | undefined;
}

type Entries = Map<string, Entry>;

interface TableIndex extends Readonly<Record<MappingKey["kind"], Entries>> {
  readonly subcodes: Map<string, Entries>;
}`;
