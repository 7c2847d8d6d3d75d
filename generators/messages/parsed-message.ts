import type { BundledMessage } from "../../core/message-bundle.ts";
import type { MessageTree } from "../../core/message-tree.ts";

/** A text of a bundle, parsed. */
export interface ParsedMessage extends BundledMessage {
  readonly tree: MessageTree;
}
