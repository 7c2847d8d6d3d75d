import type { BundledMessage } from "../../core/message-bundle.ts";
import type { MessageParser } from "../../core/tag-free-text.ts";

/** A kind of message file. A row of the table of formats. */
export interface MessageFormat {
  /** Name of its folder: `icu-json`. */
  readonly id: string;
  /** A sentence that says who reads it. */
  readonly purpose: string;
  /** Path of a locale's file inside the folder. */
  path(tag: string): string;
  /** The file of one locale. */
  render(bundle: readonly BundledMessage[], parser: MessageParser | undefined): string;
}
