import { type MessagePart, messageParts } from "./catalog.ts";
import { locate } from "./json.ts";
import type { RawTranslation, RawTranslations } from "./raw/locale.gen.ts";
import type { SourceFile } from "./source-file.ts";
import { standingOf, writtenHash } from "./source-hash.ts";
import type { SourceHashes } from "./source-hashes.ts";

/** A locale's file that says more of where its translations come from. */
export interface StampedFile {
  readonly text: string;
  /** How many translations were written to. */
  readonly stamped: number;
}

/** Gives a text of the default locale by the failure's name. */
export type SourceText = (name: string, part: MessagePart) => string | undefined;

interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/**
 * Writes the hash of the source into every translation that has none: nobody but its author knows whether it fits the
 * text of today. With `sourceText`, writes the text itself too into every translation that was made from it and has none. Each is
 * laid out as the property before it; nothing else of the file changes. The file is free of mistakes.
 */
export function stamp(file: SourceFile, hashes: SourceHashes, sourceText?: SourceText): StampedFile {
  const { failures } = JSON.parse(file.text) as RawTranslations;
  const insertions: Insertion[] = [];
  for (const name of Object.keys(failures)) {
    for (const part of messageParts) {
      const entry = failures[name]?.[part];
      if (entry === undefined || entry.state === "new" || entry.srcText !== undefined) continue;
      if (entry.src !== undefined && sourceText === undefined) continue;
      const hash = hashes(name, part);
      if (hash === undefined || (entry.src !== undefined && standingOf(entry.src, hash) === "stale")) continue;
      const added: RawTranslation = { text: entry.text };
      if (entry.src === undefined) added.src = writtenHash(hash);
      const text = sourceText?.(name, part);
      if (text !== undefined) added.srcText = text;
      insertions.push(insertion(file, ["failures", name, part], entry, added));
    }
  }
  insertions.sort((left, right) => left.offset - right.offset);
  let text = "";
  let copied = 0;
  for (const { offset, text: added } of insertions) {
    text += file.text.slice(copied, offset) + added;
    copied = offset;
  }
  return { text: text + file.text.slice(copied), stamped: insertions.length };
}

function insertion(file: SourceFile, path: readonly string[], entry: RawTranslation, added: RawTranslation): Insertion {
  const { text } = file;
  const last = [...path, Object.keys(entry).at(-1) ?? "text"];
  const key = locate(file, last, "key");
  const value = locate(file, last, "value");
  const space = /\s*$/.exec(text.slice(Math.max(0, key.start - longestIndent), key.start))?.[0] ?? "";
  // Of an empty line before the property only its line end is taken over.
  const layout = /\r?\n[^\r\n]*$/.exec(space)?.[0] ?? space;
  const colon = text.slice(key.end, value.start);
  // The first property may stand right behind the brace in a file that has spaces behind its commas.
  const gap = layout === "" && colon !== ":" ? " " : layout;
  const fields = (["src", "srcText"] as const).flatMap((name) => {
    const written = added[name];
    return written === undefined ? [] : [`,${gap}"${name}"${colon}${JSON.stringify(written)}`];
  });
  return { offset: value.end, text: fields.join("") };
}

/** As far back as white space is looked for. */
const longestIndent = 1000;
