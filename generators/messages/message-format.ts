import type { Catalog, Locale } from "../../core/catalog.ts";
import type { BundledMessage } from "../../core/message-bundle.ts";
import type { MessageTree } from "../../core/message-tree.ts";

/** Ids of the formats, which are the names of their folders, in the order in which they are made. */
export const messageFormatIds = ["icu-json", "i18next", "java-icu4j", "java-text", "java-spring", "po"] as const;

/** Id of a format. */
export type MessageFormatId = (typeof messageFormatIds)[number];

/** A text of a bundle, parsed. */
export interface ParsedMessage extends BundledMessage {
  readonly tree: MessageTree;
}

/** A file of a format, inside its folder. */
export interface FormatFile {
  readonly path: string;
  /** As UTF-8: nobody has to look again whether it is well-formed. */
  readonly content: Uint8Array;
}

/** A kind of message file that is written from parsed messages. A row of the table of formats. */
export interface MessageFormat {
  /** Path of a locale's file inside the folder. */
  readonly path: (tag: string) => string;
  /** The files of one locale. */
  readonly render: (catalog: Catalog, locale: Locale, messages: readonly ParsedMessage[]) => readonly FormatFile[];
}
