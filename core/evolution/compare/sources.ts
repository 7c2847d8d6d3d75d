import type { Source } from "../../catalog.ts";
import { quoted } from "../../quoted.ts";
import { type Change, change } from "../change.ts";
import type { Comparison } from "../comparison.ts";
import { listed } from "../named.ts";
import { pairEntries } from "../pair-entries.ts";
import { type KeptSource, pairSources } from "../pair-sources.ts";
import { mappingChanges } from "./mappings.ts";

/** Sources that are new, gone or called otherwise, what is said of them, and their mappings. */
export function* sourceChanges(comparison: Comparison): Iterable<Change> {
  const { base, head } = comparison;
  const { kept, removed, added } = pairSources(base.catalog.sources, head.catalog.sources);
  const later = new Map(kept.map((pair) => [pair.base.name, pair.head.name]));
  for (const pair of kept) {
    yield* names(comparison, pair);
    yield* aliases(comparison, pair);
    yield* facts(comparison, pair);
    yield* inheritance(comparison, pair, later);
    yield* references(comparison, pair);
    yield* mappingChanges(comparison, pair);
  }
  for (const source of removed) {
    const subject = { ids: [source.name], base: base.place(source.file, ["name"]) };
    yield change("source-removed", subject, { source: quoted(source.name) });
  }
  for (const source of added) {
    const subject = { ids: [source.name], head: head.place(source.file, ["name"]) };
    yield change("source-added", subject, { source: quoted(source.name) });
  }
}

type Path = readonly (string | number)[];

function fieldOf({ base, head }: Comparison, pair: KeptSource, before: Path, ids: Path = [], after: Path = before) {
  return {
    ids: [pair.head.name, ...ids],
    base: base.place(pair.base.file, before),
    head: head.place(pair.head.file, after),
  };
}

function* names(comparison: Comparison, pair: KeptSource): Iterable<Change> {
  const [before, after] = [pair.base, pair.head];
  if (before.name === after.name) return;
  const stays = after.aliases.some(({ name }) => name === before.name);
  const known = before.aliases.some(({ name }) => name === after.name);
  const words = { before: quoted(before.name), after: quoted(after.name) };
  const subject = fieldOf(comparison, pair, ["name"], [before.name]);
  if (stays) yield change(known ? "source-alias-promoted" : "source-renamed-with-alias", subject, words);
  else yield change(known ? "source-renamed-to-alias" : "source-renamed", subject, words);
}

/** A name that becomes an alias, or the reverse, is a renaming. */
function* aliases(comparison: Comparison, pair: KeptSource): Iterable<Change> {
  const source = quoted(pair.head.name);
  const { kept, removed, added } = pairEntries(pair.base.aliases, pair.head.aliases, ({ name }) => name);
  for (const { base, head } of kept) {
    if (base.entry.reason === head.entry.reason) continue;
    const alias = head.entry.name;
    const [was, is] = [base, head].map(({ index }) => ["aliases", index, "reason"]);
    const subject = fieldOf(comparison, pair, was ?? [], [alias], is);
    yield change("source-alias-reason-changed", subject, { alias: quoted(alias), source });
  }
  for (const { entry, index } of removed) {
    if (entry.name === pair.head.name) continue;
    const subject = fieldOf(comparison, pair, ["aliases", index], [entry.name], ["aliases"]);
    yield change("source-alias-removed", subject, { alias: quoted(entry.name), source });
  }
  for (const { entry, index } of added) {
    if (entry.name === pair.base.name) continue;
    const subject = fieldOf(comparison, pair, ["aliases"], [entry.name], ["aliases", index]);
    yield change("source-alias-added", subject, { alias: quoted(entry.name), source });
  }
}

const texts = { title: "title", description: "description", sourceCode: "note on its codes", judging: "judgement" };

function* facts(comparison: Comparison, pair: KeptSource): Iterable<Change> {
  const [before, after] = [pair.base, pair.head];
  const source = quoted(after.name);
  for (const field of ["title", "description", "sourceCode", "judging"] as const) {
    if (before[field] === after[field]) continue;
    yield change("source-text-changed", fieldOf(comparison, pair, [field], [field]), { source, field: texts[field] });
  }
  if (before.standing !== after.standing) {
    const words = { source, before: quoted(before.standing), after: quoted(after.standing) };
    yield change("source-standing-changed", fieldOf(comparison, pair, ["standing"]), words);
  }
  const [was, is] = [formsOf(before), formsOf(after)];
  if (was === is) return;
  const words = { source, before: was, after: is };
  yield change("source-code-forms-changed", fieldOf(comparison, pair, ["codeForms"]), words);
}

function formsOf({ codeForms }: Source): string {
  return listed(codeForms.map((form) => quoted(form)));
}

function* inheritance(comparison: Comparison, pair: KeptSource, later: ReadonlyMap<string, string>): Iterable<Change> {
  const [before, after] = [pair.base.inherits, pair.head.inherits];
  // A parent that is called otherwise is still the same.
  if (before === after || (before !== undefined && later.get(before) === after)) return;
  const source = quoted(pair.head.name);
  const subject = fieldOf(comparison, pair, ["inherits"]);
  if (before === undefined) yield change("source-inheritance-added", subject, { source, parent: quoted(after ?? "") });
  else if (after === undefined) yield change("source-inheritance-removed", subject, { source, parent: quoted(before) });
  else {
    yield change("source-inheritance-changed", subject, { source, before: quoted(before), after: quoted(after) });
  }
}

function* references(comparison: Comparison, pair: KeptSource): Iterable<Change> {
  const source = quoted(pair.head.name);
  const { kept, removed, added } = pairEntries(
    pair.base.references,
    pair.head.references,
    ({ id }) => id,
    ({ title, url }) => JSON.stringify([title, url]),
  );
  for (const { base, head } of kept) {
    for (const field of ["title", "url"] as const) {
      if (base.entry[field] === head.entry[field]) continue;
      const [was, is] = [base, head].map(({ index }) => ["references", index, field]);
      const subject = fieldOf(comparison, pair, was ?? [], [head.entry.id, field], is);
      const words = { source, reference: quoted(head.entry.title), field: field === "url" ? "address" : field };
      yield change("source-reference-changed", subject, words);
    }
  }
  for (const { entry, index } of removed) {
    const subject = fieldOf(comparison, pair, ["references", index], [entry.id], ["references"]);
    yield change("source-reference-removed", subject, { source, reference: quoted(entry.title) });
  }
  for (const { entry, index } of added) {
    const subject = fieldOf(comparison, pair, ["references"], [entry.id], ["references", index]);
    yield change("source-reference-added", subject, { source, reference: quoted(entry.title) });
  }
}
