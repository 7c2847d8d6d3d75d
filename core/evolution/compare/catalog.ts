import { quoted } from "../../quoted.ts";
import { type Change, change } from "../change.ts";
import type { Comparison } from "../comparison.ts";
import { named } from "../named.ts";
import { pairEntries } from "../pair-entries.ts";
import { pairStatuses } from "../pair-statuses.ts";

/** The catalog's own fields, and the lists beside its failures. */
export function* catalogChanges(comparison: Comparison): Iterable<Change> {
  yield* heading(comparison);
  yield* fallback(comparison);
  yield* glossary(comparison);
  yield* notice(comparison);
  yield* surfaces(comparison);
  yield* statuses(comparison);
}

/** What a change of a field of the catalog is about; of a list, the place of an entry may be told for each side. */
function at(
  { base, head }: Comparison,
  ids: readonly (string | number)[],
  before: readonly (string | number)[] | undefined,
  after: readonly (string | number)[] | undefined = before,
) {
  return {
    ids,
    base: before === undefined ? undefined : base.place(base.catalog.file, before),
    head: after === undefined ? undefined : head.place(head.catalog.file, after),
  };
}

function* heading(comparison: Comparison): Iterable<Change> {
  const [before, after] = [comparison.base.catalog, comparison.head.catalog];
  if (before.name !== after.name) {
    const words = { before: quoted(before.name), after: quoted(after.name) };
    yield change("catalog-renamed", at(comparison, [before.name, after.name], ["name"]), words);
  }
  for (const field of ["title", "description"] as const) {
    if (before[field] === after[field]) continue;
    yield change("catalog-text-changed", at(comparison, [field], [field]), { field });
  }
  if (before.codeType !== after.codeType) {
    const words = { before: quoted(before.codeType), after: quoted(after.codeType) };
    yield change("code-type-changed", at(comparison, [before.codeType, after.codeType], ["codeType"]), words);
  }
  if (before.defaultLocale !== after.defaultLocale) {
    const words = { before: quoted(before.defaultLocale), after: quoted(after.defaultLocale) };
    const subject = at(comparison, [before.defaultLocale, after.defaultLocale], ["defaultLocale"]);
    yield change("default-locale-changed", subject, words);
  }
}

function* fallback(comparison: Comparison): Iterable<Change> {
  const [before, after] = [comparison.base.catalog.fallback, comparison.head.catalog.fallback];
  if (comparison.pairing.laterCode.get(before.code) === after.code) return;
  const subject = at(comparison, [before.code, after.code], ["fallback"]);
  yield change("fallback-failure-changed", subject, { before: named(before), after: named(after) });
}

function* glossary(comparison: Comparison): Iterable<Change> {
  const [before, after] = [comparison.base.catalog.glossary, comparison.head.catalog.glossary];
  const { removed, added } = pairEntries(before, after, (word) => word);
  for (const { entry: word, index } of removed) {
    const subject = at(comparison, [word], ["glossary", index], ["glossary"]);
    yield change("glossary-word-removed", subject, { word: quoted(word) });
  }
  for (const { entry: word, index } of added) {
    const subject = at(comparison, [word], ["glossary"], ["glossary", index]);
    yield change("glossary-word-added", subject, { word: quoted(word) });
  }
}

function* notice(comparison: Comparison): Iterable<Change> {
  const [before, after] = [comparison.base.catalog.notice, comparison.head.catalog.notice];
  if (before === after) return;
  const subject = at(comparison, [], ["notice"]);
  if (before === "") yield change("notice-added", subject, { notice: quoted(after) });
  else if (after === "") yield change("notice-removed", subject, { notice: quoted(before) });
  else yield change("notice-changed", subject, { notice: quoted(after) });
}

function* surfaces(comparison: Comparison): Iterable<Change> {
  const [before, after] = [comparison.base.catalog.surfaces, comparison.head.catalog.surfaces];
  const { kept, removed, added } = pairEntries(
    before,
    after,
    ({ title }) => title,
    ({ description }) => description,
  );
  for (const { base, head } of kept) {
    for (const field of ["title", "description"] as const) {
      if (base.entry[field] === head.entry[field]) continue;
      const subject = at(
        comparison,
        [base.entry.title, field],
        ["surfaces", base.index, field],
        ["surfaces", head.index, field],
      );
      yield change("surface-text-changed", subject, { field, surface: quoted(base.entry.title) });
    }
  }
  for (const { entry, index } of removed) {
    const subject = at(comparison, [entry.title], ["surfaces", index], ["surfaces"]);
    yield change("surface-removed", subject, { surface: quoted(entry.title) });
  }
  for (const { entry, index } of added) {
    const subject = at(comparison, [entry.title], ["surfaces"], ["surfaces", index]);
    yield change("surface-added", subject, { surface: quoted(entry.title) });
  }
}

function* statuses(comparison: Comparison): Iterable<Change> {
  const { kept, removed, added } = pairStatuses(comparison.base.catalog, comparison.head.catalog);
  for (const { base, head } of kept) {
    const place = (field: string) => [
      ["statuses", base.index, field],
      ["statuses", head.index, field],
    ];
    if (base.entry.id !== head.entry.id) {
      const words = { before: quoted(base.entry.id), after: quoted(head.entry.id) };
      const [was, is] = place("id");
      yield change("status-renamed", at(comparison, [base.entry.id, head.entry.id], was, is), words);
    }
    for (const field of ["title", "description"] as const) {
      if (base.entry[field] === head.entry[field]) continue;
      const [was, is] = place(field);
      const words = { field, status: quoted(head.entry.id) };
      yield change("status-text-changed", at(comparison, [head.entry.id, field], was, is), words);
    }
  }
  for (const { entry, index } of removed) {
    const subject = at(comparison, [entry.id], ["statuses", index], ["statuses"]);
    yield change("status-removed", subject, { status: quoted(entry.id) });
  }
  for (const { entry, index } of added) {
    const subject = at(comparison, [entry.id], ["statuses"], ["statuses", index]);
    yield change("status-added", subject, { status: quoted(entry.id) });
  }
}
