/** The types of a source's table: the same text in `.d.ts` and `.ts`. */
export const tableTypes = `/** How sure it is what an error means: the vendor of the API says so, or this catalog judges so. */
export type Evidence = "documented" | "derived";

/** How well an error itself is known: published; of a numbering that others publish; or recalled, and not checked again. */
export type Provenance = "published" | "same-numbering" | "recalled";

/**
 * How a source writes its codes. \`number\`: decimal digits, or hexadecimal after 0x. \`enhanced-status\`:
 * class.subject.detail (RFC 3463). \`word\`: anything, compared as it is written.
 */
export type CodeForm = "number" | "enhanced-status" | "word";

/** A literal condition on the platform's text, case and all; in a \`glob\`, \`*\` stands for any run of characters. */
export interface TextMatch {
  readonly kind: "is" | "prefix" | "suffix" | "contains" | "glob";
  readonly pattern: string;
}

/** A page or document of the platform. */
export interface SourceReference {
  readonly title: string;
  readonly url?: string;
}

/** What of an error's row is not the same for most rows. */
export interface SourceRowRest {
  /** A second code, which the error has to have too. */
  readonly subcode?: string;
  /** Other ways in which the platform writes the code. */
  readonly spellings?: readonly string[];
  /** What the platform's text has to be like. */
  readonly text?: TextMatch;
  /** Where it differs from the failure's own advice. */
  readonly retry?: Retry;
  /** Where it is documented; it is derived otherwise. */
  readonly evidence?: Evidence;
  readonly reference?: SourceReference;
  /** Where it differs from the table's. */
  readonly provenance?: Provenance;
}

/**
 * An error of the platform: its key, the failure it means, its name, the reason. In place of a failure, null stands for
 * what nobody can judge, and false for what is no failure.
 */
export type SourceRow<Key> = readonly [
  key: Key,
  failure: FailureCode | null | false,
  name: string,
  reason: string,
  rest?: SourceRowRest,
];

/** The errors of a source, for \`classifier\`. What is in it may change from one version to the next; that it is one does not. */
export interface SourceTable {
  /** As \`failure.source.name\` of a failed message holds it. */
  readonly name: string;
  /** As people call it. */
  readonly title: string;
  /** Other names that people know it by. */
  readonly aliases: readonly string[];
  /** In the order in which they are tried. */
  readonly codeForms: readonly CodeForm[];
  /** How well the errors are known, unless a row says otherwise. */
  readonly provenance: Provenance;
  /** The failures of the rows, by their own advice. */
  readonly retry: { readonly [Advice in Retry]?: readonly FailureCode[] };
  /** Rows for one code each. Of the rows for one key, here and below, the most specific comes first. */
  readonly exact?: readonly SourceRow<string>[];
  /** Rows for subject and detail of an enhanced status of class 4 or 5. */
  readonly detail?: readonly SourceRow<string>[];
  /** Rows for ranges of codes, both ends included. */
  readonly range?: readonly SourceRow<readonly [from: number, to: number]>[];
  /** Rows for a class of enhanced statuses. */
  readonly class?: readonly SourceRow<string>[];
  /** Rows for whatever else comes from the source. */
  readonly source?: readonly SourceRow<"">[];
}`;
