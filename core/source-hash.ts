import type { Digest } from "./digest.ts";
import { canonicalText } from "./message-syntax/canonical-text.ts";

/** What a translation is made from: 8 hexadecimal digits for the text, 8 for all that translators are told besides. */
export interface SourceHash {
  readonly text: string;
  readonly context: string;
}

/** A param, as far as a translator has to do with it. */
export interface ContextParam {
  readonly name: string;
  readonly type: string;
  readonly values: readonly string[];
}

/** The hash of a source text. `description` is the note for translators, or ""; the order of params does not count. */
export function sourceHash(
  digest: Digest,
  text: string,
  description: string,
  params: readonly ContextParam[],
): SourceHash {
  const written = params.map(({ name, type, values }) => [name, type, ...values]);
  written.sort(([left = ""], [right = ""]) => (left < right ? -1 : 1));
  const context = digest(JSON.stringify([description, ...written])).slice(0, 8);
  return { text: textHash(digest, text), context };
}

/** `a1b2c3d4.9f8e7d6c`: the hash as a translation's `src` holds it. */
export function writtenHash({ text, context }: SourceHash): string {
  return `${text}.${context}`;
}

/** The hash of a source text alone, without its context, as a translation's `src` may hold it. */
export function textHash(digest: Digest, text: string): string {
  return digest(canonicalText(text)).slice(0, 8);
}

/** Whether a translation's `src` says that it was made from a text. */
export function isMadeFrom(src: string, text: string, digest: Digest): boolean {
  return src.split(".")[0] === textHash(digest, text);
}

/** How a translation's `src` stands to its source: made from it; from another text; from the text, told something else. */
export function standingOf(src: string, { text, context }: SourceHash): "current" | "stale" | "context-changed" {
  const [writtenText, writtenContext] = src.split(".");
  if (writtenText !== text) return "stale";
  return writtenContext === undefined || writtenContext === context ? "current" : "context-changed";
}
