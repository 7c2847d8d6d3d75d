import type { MappingKey } from "../catalog.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../json.ts";
import type { Location, SourceFile } from "../source-file.ts";
import { inheritedFrom } from "../sources/inherited-keys.ts";
import { type KeyConflict, type KeyEntry, keyConflicts } from "../sources/key-conflicts.ts";
import { keyWords } from "../sources/key-words.ts";
import type { SourceDraft } from "./source-draft.ts";

interface PlacedKey extends KeyEntry {
  readonly file: SourceFile;
  readonly index: number;
}

/** Of the keys of a source, inherited ones included, the most specific one that matches is always one, and each can win. */
export function sourceKeys(source: SourceDraft, ancestors: readonly SourceDraft[]): readonly Diagnostic[] {
  let inherited: readonly PlacedKey[] = [];
  for (const ancestor of [...ancestors].reverse()) inherited = allKeys(ancestor, inherited, false);
  return keyConflicts(allKeys(source, inherited, true)).map(diagnosticOf);
}

function allKeys({ file, mappings }: SourceDraft, inherited: readonly PlacedKey[], own: boolean): readonly PlacedKey[] {
  const written = mappings.flatMap(({ key, index }) => (key === undefined ? [] : [{ key, own, file, index }]));
  return [...inheritedFrom(inherited, written), ...written];
}

/** Most keys that are shown where several together leave nothing to another one. */
const mostShown = 5;

function diagnosticOf({ kind, entry, others }: KeyConflict<PlacedKey>): Diagnostic {
  const at = keyAt(entry);
  const [other = entry] = others;
  const key = keyWords(entry.key);
  switch (kind) {
    case "same":
      return diagnostic("FC7206", at, { key: sharedWords(entry.key, other.key) }, [
        { message: "It is first used here.", at: keyAt(other) },
      ]);
    case "undecided":
      return diagnostic("FC7207", at, { key, other: keyWords(other.key) }, [
        { message: "The other one stands here.", at: keyAt(other) },
      ]);
    case "crossing":
      return diagnostic("FC7208", at, { range: rangeWords(entry.key), other: rangeWords(other.key) }, [
        { message: "The other range stands here.", at: keyAt(other) },
      ]);
    case "never": {
      const related = others.slice(0, mostShown).map((winner) => ({
        message: `${keyWords(winner.key).replace(/^t/, "T")} wins.`,
        at: keyAt(winner),
      }));
      return diagnostic("FC7209", at, { key }, related);
    }
  }
}

/** The key that both mappings have; where they share a spelling alone, that one. */
function sharedWords(key: MappingKey, other: MappingKey): string {
  if (key.kind !== "exact" || other.kind !== "exact") return keyWords(key);
  const codes = [other.code, ...other.spellings];
  const shared = [key.code, ...key.spellings].find((code) => codes.includes(code)) ?? key.code;
  return keyWords({ ...key, code: shared });
}

function rangeWords(key: MappingKey): string {
  return key.kind === "range" ? `${key.from} to ${key.to}` : keyWords(key);
}

function keyAt({ file, index, key }: PlacedKey): Location {
  if (key.kind === "source") return locate(file, ["mappings", index, ...(key.text === undefined ? [] : ["text"])]);
  return key.kind === "range"
    ? locate(file, ["mappings", index, "range"], "key")
    : locate(file, ["mappings", index, "code"]);
}
