import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { JsonPath } from "../json/path.ts";
import { locate } from "../json.ts";
import { quoted } from "../quoted.ts";
import type { CatalogDraft } from "./catalog-draft.ts";

interface WrittenName {
  readonly name: string;
  readonly path: JsonPath;
  readonly index: number;
  /** Equal for the same entry written twice, which is reported by its code. */
  readonly entry: string;
}

const screamingSnake = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

/**
 * Names and aliases: in SCREAMING_SNAKE_CASE, each given once, and never two that differ only by case. So every name is an
 * identifier in any language, and nothing like `__proto__` or `NaN`.
 */
export function* names(catalog: CatalogDraft): Iterable<Diagnostic> {
  if (areSound(catalog)) return;
  const { file, failures } = catalog;
  const byLowerCase = new Map<string, WrittenName[]>();
  const add = (name: string | undefined, index: number, role: string, path: JsonPath): void => {
    if (name === undefined) return;
    const written = { name, path, index, entry: role };
    const same = byLowerCase.get(name.toLowerCase());
    if (same === undefined) byLowerCase.set(name.toLowerCase(), [written]);
    else same.push(written);
  };
  for (const { raw, index } of failures) {
    const owner = raw.code === undefined ? `entry ${index}` : `${typeof raw.code} ${raw.code}`;
    add(raw.name, index, `name of ${owner}`, ["failures", index, "name"]);
    for (const [entry, alias] of (raw.aliases ?? []).entries()) {
      add(alias?.name, index, `alias of ${owner}`, ["failures", index, "aliases", entry, "name"]);
    }
  }
  for (const same of byLowerCase.values()) {
    const [only] = same;
    if (only !== undefined && same.length === 1) {
      if (!screamingSnake.test(only.name)) yield badForm(file, only);
    } else yield* clashes(file, same);
  }
}

/** Whether all names have the right form and none stands twice, as is nearly always so. Two such names cannot differ by case. */
function areSound({ failures }: CatalogDraft): boolean {
  const seen = new Set<string>();
  for (const { raw } of failures) {
    if (raw.name !== undefined && (!screamingSnake.test(raw.name) || seen.size === seen.add(raw.name).size))
      return false;
    for (const alias of raw.aliases ?? []) {
      const name = alias?.name;
      if (name !== undefined && (!screamingSnake.test(name) || seen.size === seen.add(name).size)) return false;
    }
  }
  return true;
}

type File = CatalogDraft["file"];

/** Names that are equal but for case: each spelling is measured against the best one, each repetition against its first. */
function* clashes(file: File, same: readonly WrittenName[]): Iterable<Diagnostic> {
  const firstOf = new Map<string, WrittenName>();
  const entries = new Map<string, number>();
  for (const written of same) {
    const first = firstOf.get(written.name);
    const entry = `${written.name} ${written.entry}`;
    const before = entries.get(entry);
    if (before !== undefined && before !== written.index) continue;
    entries.set(entry, written.index);
    if (first === undefined) {
      firstOf.set(written.name, written);
      continue;
    }
    const related = [{ message: "It is first given here.", at: locate(file, first.path) }];
    yield diagnostic("FC2103", locate(file, written.path), { name: quoted(written.name) }, related);
  }
  const [best, ...others] = [...firstOf.values()].sort(byFormThenName);
  if (best === undefined) return;
  for (const other of others) {
    const related = [{ message: "The other one stands here.", at: locate(file, best.path) }];
    const words = { name: quoted(other.name), other: quoted(best.name) };
    yield diagnostic("FC2104", locate(file, other.path), words, related);
  }
  if (!screamingSnake.test(best.name)) yield badForm(file, best);
}

function byFormThenName(left: WrittenName, right: WrittenName): number {
  const form = Number(screamingSnake.test(right.name)) - Number(screamingSnake.test(left.name));
  if (form !== 0) return form;
  return left.name < right.name ? -1 : 1;
}

function badForm(file: File, { name, path }: WrittenName): Diagnostic {
  const mended = name
    .replace(/([a-z0-9]{2})([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .toUpperCase();
  const remedy = screamingSnake.test(mended)
    ? `Write ${quoted(mended)}.`
    : "Write capital letters and digits, a letter first, with single underscores between the words.";
  return diagnostic("FC2109", locate(file, path), { name: quoted(name), remedy });
}
