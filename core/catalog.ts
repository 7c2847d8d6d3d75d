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
}

/** A text for end users, in ICU MessageFormat. */
export interface Message {
  readonly text: string;
  /** A note for translators, or "". */
  readonly description: string;
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

/** The resolved catalog: complete, sorted, frozen. Generators see nothing else. */
export interface Catalog {
  readonly name: string;
  readonly title: string;
  /** "" where the file has none. */
  readonly description: string;
  readonly version: string;
  readonly codeType: "integer" | "string";
  readonly defaultLocale: string;
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
