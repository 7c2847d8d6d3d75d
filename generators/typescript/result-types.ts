import type { Catalog } from "../../core/catalog.ts";
import { categoryExtent } from "./category-rule.ts";
import { jsType } from "./functions.ts";
import { reasonType } from "./sources/reason-function.ts";

/** The types of what the package's functions return: the same text in `.d.ts` and `.ts`. */
export function resultTypes(catalog: Catalog): string {
  const extent = categoryExtent(catalog);
  const isParsed = catalog.sources.length > 0;
  const parsedReason = `
  /** \`reason\` in its parts, where it is written in parts. */
  readonly parsedReason: ParsedReason | undefined;`;
  return `${isParsed ? `${reasonType}\n\n` : ""}/** A code that this version of the catalog knows. */
export interface KnownCode {
  readonly known: true;
  readonly code: FailureCode;
  readonly category: FailureCategory;
  readonly failure: Failure;
}

/** A code that this version of the catalog does not know. A newer one may. */
export interface UnknownCode {
  readonly known: false;
  readonly code: ${jsType(catalog)};
  /** ${extent === undefined ? "No category is known." : `The category by the code's ${extent}, if there is one.`} */
  readonly category: FailureCategory | undefined;
  readonly failure?: undefined;
}

/** What this version of the catalog says about a code. */
export type CodeDescription = KnownCode | UnknownCode;

/** What was read from a failed message. What is absent, or not of its type, is undefined. */
export interface FailedMessageReading {
  readonly status: string | undefined;
  /** What the source said, in its own words. */
  readonly reason: string | undefined;
  /** The source's words in short. */
  readonly details: string | undefined;${isParsed ? parsedReason : ""}
  /** What \`failure.code\` stands for. */
  readonly failure: CodeDescription | undefined;
  /** Where the failure arose, and the source's own code for it. */
  readonly source: { readonly name: string | undefined; readonly code: string | undefined } | undefined;
}`;
}
