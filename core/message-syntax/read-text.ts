import { type MessageSyntax, readMessage } from "./message-syntax.ts";
import { plainPlaceholders } from "./placeholders.ts";
import { quickRead } from "./quick-read.ts";

/** A message's text, and as much of its syntax as is needed to judge it. */
export interface ReadText {
  /** The names of its params, each as often as it stands there; empty where the text could not be parsed. */
  readonly names: readonly string[];
  /** Undefined where the text is plain, with or without `{name}`. */
  readonly syntax: MessageSyntax | undefined;
}

/** Reads a message's text; those that are plainly right without the parser. */
export function readText(text: string): ReadText {
  const names = plainPlaceholders(text);
  if (names !== undefined) return { names, syntax: undefined };
  const syntax = quickRead(text) ?? readMessage(text);
  return { names: syntax.used.map((used) => used.name), syntax };
}
