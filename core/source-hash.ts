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
  const short = (content: string): string => digest(content).slice(0, 8);
  return { text: short(canonicalText(text)), context: short(JSON.stringify([description, ...written])) };
}

/** `a1b2c3d4.9f8e7d6c`: the hash as a translation's `src` holds it. */
export function writtenHash({ text, context }: SourceHash): string {
  return `${text}.${context}`;
}

/** How a translation's `src` stands to its source: made from it; from another text; from the text, told something else. */
export function standingOf(src: string, { text, context }: SourceHash): "current" | "stale" | "context-changed" {
  const [writtenText, writtenContext] = src.split(".");
  if (writtenText !== text) return "stale";
  return writtenContext === undefined || writtenContext === context ? "current" : "context-changed";
}
