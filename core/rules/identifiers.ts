import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../json.ts";
import { quoted } from "../quoted.ts";
import { suggester } from "../suggestion.ts";
import { type CatalogDraft, entriesOf } from "./catalog-draft.ts";

/** Identifiers of categories and statuses are given once, and what names one of them names one that is there. */
export function* identifiers(catalog: CatalogDraft): Iterable<Diagnostic> {
  yield* givenTwice(catalog, "categories");
  yield* givenTwice(catalog, "statuses");
  yield* unknownCategories(catalog);
  yield* unknownStatuses(catalog);
}

function* givenTwice({ file, raw }: CatalogDraft, list: "categories" | "statuses"): Iterable<Diagnostic> {
  const first = new Map<string, number>();
  for (const { raw: entry, index } of entriesOf<{ readonly id?: string | undefined }>(raw[list])) {
    const { id } = entry;
    if (id === undefined) continue;
    const before = first.get(id);
    if (before === undefined) first.set(id, index);
    else {
      const related = [{ message: "It is first used here.", at: locate(file, [list, before, "id"]) }];
      yield diagnostic("FC2201", locate(file, [list, index, "id"]), { id: quoted(id), list: quoted(list) }, related);
    }
  }
}

function* unknownCategories({ file, failures, knownCategories }: CatalogDraft): Iterable<Diagnostic> {
  if (knownCategories === undefined) return;
  const unknown = failures.filter(({ raw }) => raw.category !== undefined && !knownCategories.has(raw.category));
  const meant = suggester(unknown.length, knownCategories.keys());
  for (const { raw, index } of unknown) {
    const category = raw.category ?? "";
    const words = { category: quoted(category), remedy: remedyOf(meant(category), "categories") };
    yield diagnostic("FC2206", locate(file, ["failures", index, "category"]), words);
  }
}

function* unknownStatuses({ file, failures, knownStatuses }: CatalogDraft): Iterable<Diagnostic> {
  if (knownStatuses === undefined) return;
  const unknown: { readonly status: string; readonly index: number; readonly entry: number }[] = [];
  for (const { raw, index } of failures) {
    for (const { raw: status, index: entry } of entriesOf(raw.statuses)) {
      if (!knownStatuses.has(status)) unknown.push({ status, index, entry });
    }
  }
  const meant = suggester(unknown.length, knownStatuses.keys());
  for (const { status, index, entry } of unknown) {
    const words = { status: quoted(status), remedy: remedyOf(meant(status), "statuses") };
    yield diagnostic("FC2301", locate(file, ["failures", index, "statuses", entry]), words);
  }
}

function remedyOf(meant: string | undefined, list: string): string {
  return meant === undefined
    ? `Name one of ${quoted(list)}, or add it there.`
    : `Write ${quoted(meant)}, or add it to ${quoted(list)}.`;
}
