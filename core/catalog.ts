import type { SourceFile } from "./source-file.ts";

/** The permanent number or string of a failure. One catalog holds one kind. */
export type Code = number | string;

/** Whether sending again helps: never; later, unchanged; after something was changed. */
export type Retry = "never" | "later" | "after-change";

/** The parts of a message, in the order they are shown. */
export const messageParts = ["title", "detail", "action"] as const;

/** A part of a message. */
export type MessagePart = (typeof messageParts)[number];

/** A place where a reader meets a code. */
export interface Surface {
  readonly title: string;
  readonly description: string;
}

/** A message status that means failure. */
export interface Status {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** A group of failures. `range` in catalogs of integers, `prefixes` in catalogs of strings; both may be absent. */
export interface Category {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Both ends included. */
  readonly range: { readonly from: number; readonly to: number } | undefined;
  readonly prefixes: readonly string[];
}

/** A code that must never be given to a failure. */
export interface Reservation {
  readonly code: Code;
  readonly reason: string;
  readonly origin: Origin;
}

/** Another published spelling of a name. */
export interface Alias {
  readonly name: string;
  readonly reason: string;
}

/** A typed parameter of a failure's messages. */
export interface Param {
  readonly name: string;
  readonly type: "string" | "integer" | "number" | "enum" | "date-time";
  /** Empty unless `type` is `enum`. */
  readonly values: readonly string[];
  readonly example: string | number;
  readonly description: string;
  /** Whether its values say something about a person, so that they do not belong into logs. */
  readonly pii: boolean;
  /** Whether the digits of a number may be grouped. */
  readonly grouping: boolean;
}

/** A text for end users, in ICU MessageFormat. */
export interface Message {
  readonly text: string;
  /** A note for translators, or "". */
  readonly description: string;
  /** The most graphemes that it may have in any language, with the examples of its params. */
  readonly maxLength: number | undefined;
  /** Whether tags, entities or Markdown links are meant to be in it. */
  readonly markup: boolean;
}

/** The parts that are written; a part may be absent. */
export type Messages = { readonly [Part in MessagePart]?: Message };

/** When and why a failure was deprecated or retired. */
export interface Ending {
  readonly since: string;
  readonly reason: string;
  readonly replacedBy: Code | undefined;
}

/** A payload in which a failure was seen. */
export interface Example {
  readonly title: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Where an entry was written: a path into a file's JSON. `locate` (json.ts) turns it into a `Location` when it is needed. */
export interface Origin {
  readonly file: SourceFile;
  readonly path: readonly (string | number)[];
}

/** One failure, complete: whatever the file left out is filled in. */
export interface Failure {
  readonly code: Code;
  readonly name: string;
  readonly aliases: readonly Alias[];
  readonly category: Category;
  readonly title: string;
  readonly description: string;
  /** A sentence each; both may be empty. */
  readonly guidance: { readonly causes: readonly string[]; readonly actions: readonly string[] };
  readonly retry: Retry;
  readonly params: readonly Param[];
  /** In the default locale. */
  readonly messages: Messages;
  /** A text for logs, in ICU MessageFormat and in the default locale; it is not translated. */
  readonly developerText: string | undefined;
  /** Version of the catalog that first held it, or undefined where unknown. */
  readonly since: string | undefined;
  readonly deprecated: Ending | undefined;
  readonly retired: Ending | undefined;
  /** Ids of statuses; empty where unknown. */
  readonly statuses: readonly string[];
  readonly related: readonly Code[];
  readonly examples: readonly Example[];
  readonly origin: Origin;
}

/** The texts of one failure in one locale; a part that is not translated is absent. */
export type TranslatedMessages = { readonly [Part in MessagePart]?: string };

/** One language. The default locale is one of them. */
export interface Locale {
  /** BCP 47 tag. */
  readonly tag: string;
  /** The file the texts are written in: the catalog itself for the default locale. */
  readonly file: SourceFile;
  /** Whether a text may hold a "<". */
  readonly mayHoldTags: boolean;
  /**
   * What is written in this language, by failure name. Read on demand and not kept: a big catalog's locales do not stand
   * in memory together. A failure without any text is absent.
   */
  messages(): ReadonlyMap<string, TranslatedMessages>;
}

/** How sure a mapping is: the vendor of the API says so, or this catalog judges so. */
export type Evidence = "documented" | "derived";

/** How well a platform's error itself is known: published; of a numbering that others publish; recalled, and not checked again. */
export type Provenance = "published" | "same-numbering" | "recalled";

/**
 * How a source writes its codes. `number`: decimal digits, leading zeros or not, or hexadecimal after 0x. `enhanced-status`:
 * class.subject.detail (RFC 3463). `word`: anything, compared as it is written.
 */
export type CodeForm = "number" | "enhanced-status" | "word";

/** A literal condition on the platform's text, case and all; in a `glob`, `*` stands for any run of characters. */
export interface TextMatch {
  readonly kind: "is" | "prefix" | "suffix" | "contains" | "glob";
  readonly pattern: string;
}

/** What of a platform's errors a mapping is for. Codes are in the form that `normalCode` gives. */
export type MappingKey = { readonly text: TextMatch | undefined } & (
  | {
      readonly kind: "exact";
      readonly code: string;
      readonly subcode: string | undefined;
      /** Other ways the platform writes this code; leading zeros and hexadecimal are none. */
      readonly spellings: readonly string[];
    }
  /** `X.1.1`: subject and detail of an enhanced status whose class is one of failure, 4 or 5. */
  | { readonly kind: "detail"; readonly subject: string; readonly detail: string }
  /** Both ends included. */
  | { readonly kind: "range"; readonly from: number; readonly to: number }
  /** `4.X.X`: the class of an enhanced status. */
  | { readonly kind: "class"; readonly class: string }
  /** Whatever the code is, or if there is none. */
  | { readonly kind: "source" }
);

/** A page or document of a platform. */
export interface SourceReference {
  readonly id: string;
  readonly title: string;
  readonly url: string | undefined;
}

/** An error of a platform, and what it means. */
export interface Mapping {
  readonly key: MappingKey;
  /** As the platform names it. */
  readonly name: string;
  /** "" where the file has none. */
  readonly description: string;
  /** `fallback`: nobody can judge it, and `failure` is the catalog's fallback. `notAFailure`: it says that all is well. */
  readonly outcome: "failure" | "fallback" | "notAFailure";
  /** Undefined for what is no failure. */
  readonly failure: Failure | undefined;
  /** Undefined unless `outcome` is `failure`. */
  readonly evidence: Evidence | undefined;
  /** Where it is documented. */
  readonly reference: SourceReference | undefined;
  /** Why it is judged so; "" where it is documented. */
  readonly reason: string;
  readonly provenance: Provenance;
  /** The mapping's own advice, else the failure's; undefined for what is no failure. */
  readonly retry: Retry | undefined;
  readonly origin: Origin;
}

/** Another name that people know a source by. */
export interface SourceAlias {
  readonly name: string;
  readonly reason: string;
}

/** Where failures arise: a platform, or a part of the API before it. The set is open. */
export interface Source {
  /** As `failure.source.name` holds it. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** A documented source of the API; a channel of it without one; or a protocol, whose codes the API does not report by itself. */
  readonly standing: "documented" | "channel" | "protocol";
  readonly aliases: readonly SourceAlias[];
  /** What `failure.source.code` holds, or "". */
  readonly sourceCode: string;
  /** In the order they are tried. */
  readonly codeForms: readonly CodeForm[];
  readonly references: readonly SourceReference[];
  /** How its errors were judged: a paragraph. */
  readonly judging: string;
  /** Name of the source whose mappings it has too; they are among `mappings`. */
  readonly inherits: string | undefined;
  /** Most specific first (`compareKeysInFull`), inherited ones included unless an own one has an equal key. */
  readonly mappings: readonly Mapping[];
  readonly file: SourceFile;
}

/** The resolved catalog: complete, sorted, frozen. Generators see nothing else. */
export interface Catalog {
  readonly name: string;
  readonly title: string;
  /** "" where the file has none. */
  readonly description: string;
  readonly version: string;
  readonly codeType: "integer" | "string";
  readonly defaultLocale: string;
  /** By tag, whether the catalog has that locale or not, sorted: the locales that stand in for it, the default one last. */
  readonly fallbacks: ReadonlyMap<string, readonly string[]>;
  /** Words that stay as they are in every language. */
  readonly glossary: readonly string[];
  /** A note that every reference page carries, or "". */
  readonly notice: string;
  readonly surfaces: readonly Surface[];
  readonly statuses: readonly Status[];
  /** In the order of the file. */
  readonly categories: readonly Category[];
  /** By code, ascending. */
  readonly reserved: readonly Reservation[];
  readonly fallback: Failure;
  /** By code, ascending (`compareCodes`). */
  readonly failures: readonly Failure[];
  readonly byCode: ReadonlyMap<Code, Failure>;
  /** By name and by alias. */
  readonly byName: ReadonlyMap<string, Failure>;
  /** The default locale first, the others by tag. */
  readonly locales: readonly Locale[];
  /** By name, ascending by UTF-16 code unit. */
  readonly sources: readonly Source[];
  /** The catalog's own file; artifacts name it by its base name. */
  readonly file: SourceFile;
}

/** Ascending: integers by value, strings by UTF-16 code unit, so that no machine sorts otherwise. */
export function compareCodes(left: Code, right: Code): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Base name of the catalog's file, as headers of artifacts print it. */
export function catalogFileName(catalog: Catalog): string {
  return catalog.file.path.slice(catalog.file.path.lastIndexOf("/") + 1);
}
