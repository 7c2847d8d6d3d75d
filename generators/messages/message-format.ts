import type { Catalog, Locale } from "../../core/catalog.ts";
import type { Content } from "../../core/content.ts";
import type { BundledMessage, BundleRenderer } from "../../core/message-bundle.ts";
import type { Artifact } from "../../core/target.ts";
import type { LocaleText } from "./locale-text.ts";
import type { Lowering } from "./lowering.ts";
import type { ParsedMessage } from "./parsed-message.ts";

export type { ParsedMessage } from "./parsed-message.ts";

/** A file of a format, inside its folder. */
export interface FormatFile {
  readonly path: string;
  /** As UTF-8, or in pieces: nobody has to look again whether it is well-formed. */
  readonly content: Exclude<Content, string>;
}

/** What is made of one locale. */
export interface LocaleFiles {
  readonly files: readonly FormatFile[];
  /** What `whole` is made from; small, since that of all locales is in memory together. */
  readonly kept?: unknown;
}

/** A locale and what was kept of it. */
export interface KeptOf {
  readonly tag: string;
  readonly kept: unknown;
}

/** What a format would lose of a text. */
export interface Loss {
  /** `a select with the arm one`: it stands after "it has". */
  readonly construct: string;
  /** `Write it in another way`: a sentence without its full stop. */
  readonly remedy: string;
}

/** Finds what a format would lose: called with the texts of one locale after the other. */
export type LossFinder = (message: ParsedMessage, locale: Locale) => Iterable<Loss>;

/** A kind of message file. */
export interface MessageFormat {
  /** Who reads it: a sentence of Markdown. */
  readonly purpose: string;
  /** How it is used: Markdown with a sample of code. */
  readonly usage: (catalog: Catalog) => string;
  readonly lowering: Lowering;
  /** Path of a locale's file inside the folder; undefined where one file holds all locales. */
  readonly path: ((tag: string) => string) | undefined;
  /** The key of a text, where it is not `15005.title`: it stands in `keys.json`, and no two texts may have the same. */
  readonly keyOf?: (message: Pick<BundledMessage, "failure" | "part">) => string;
  /** The files of one locale; undefined for the one format that the npm package carries too, and for those with `texts`. */
  readonly locale: ((catalog: Catalog, locale: Locale, messages: readonly ParsedMessage[]) => LocaleFiles) | undefined;
  /** The files of one locale that the npm package carries too, rendered for both at once. */
  readonly carried?: (catalog: Catalog, locale: Locale, rendered: BundleRenderer) => Iterable<Artifact>;
  /** The files of one locale, from texts that are parsed where they have to be: for formats that everybody gets. */
  readonly texts?: (catalog: Catalog, text: LocaleText) => LocaleFiles;
  /** The files that span all locales. */
  readonly whole?: (catalog: Catalog, kept: readonly KeptOf[]) => readonly FormatFile[];
  /** What may be lost of a text that has no choices and no braces. */
  readonly hazard?: RegExp;
  /** Made anew for each run; without it the format holds everything. */
  readonly losses?: () => LossFinder;
}

/** The package that carries the messages of a catalog. */
export function packageName(catalog: Catalog): string {
  return `${catalog.name}-messages`;
}

/** A text as a file. */
export function textFile(path: string, text: string): FormatFile {
  return { path, content: new TextEncoder().encode(text) };
}
