import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../json.ts";
import { quoted } from "../quoted.ts";
import { type CatalogDraft, type CategoryDraft, entriesOf } from "./catalog-draft.ts";
import { type Extent, extents } from "./category-extent.ts";

/** Ranges in catalogs of integers, prefixes in catalogs of strings; ranges begin before they end; nothing belongs to two categories. */
export function* categoryRanges(catalog: CatalogDraft): Iterable<Diagnostic> {
  yield* uselessProperties(catalog);
  yield* reversedRanges(catalog);
  yield* overlaps(catalog);
  yield* sharedPrefixes(catalog);
}

function* uselessProperties({ file, raw }: CatalogDraft): Iterable<Diagnostic> {
  const { codeType } = raw;
  if (codeType === undefined) return;
  const [property, instead] =
    codeType === "integer" ? (["prefixes", "range"] as const) : (["range", "prefixes"] as const);
  for (const { raw: category, index } of entriesOf(raw.categories)) {
    if (category[property] === undefined) continue;
    const words = { codeType, property: quoted(property), instead: quoted(instead) };
    yield diagnostic("FC2202", locate(file, ["categories", index, property], "key"), words);
  }
}

function* reversedRanges({ file, raw }: CatalogDraft): Iterable<Diagnostic> {
  if (raw.codeType === "string") return;
  for (const { raw: category, index } of entriesOf(raw.categories)) {
    const { from, to } = category.range ?? {};
    if (from === undefined || to === undefined || from <= to) continue;
    const at = locate(file, ["categories", index, "range", "from"]);
    yield diagnostic("FC2203", at, { category: quoted(category.id ?? ""), from, to });
  }
}

function* overlaps(catalog: CatalogDraft): Iterable<Diagnostic> {
  let furthest: Extent | undefined;
  for (const extent of extents(catalog)) {
    if (furthest !== undefined && extent.from <= furthest.to) {
      const words = {
        first: quoted(furthest.category.id),
        firstRange: `${furthest.from} to ${furthest.to}`,
        second: quoted(extent.category.id),
        secondRange: `${extent.from} to ${extent.to}`,
      };
      const related = [{ message: "The other range stands here.", at: rangeAt(catalog, furthest.category) }];
      yield diagnostic("FC2204", rangeAt(catalog, extent.category), words, related);
    }
    if (furthest === undefined || extent.to > furthest.to) furthest = extent;
  }
}

function rangeAt({ file }: CatalogDraft, { index }: CategoryDraft) {
  return locate(file, ["categories", index, "range"], "key");
}

function* sharedPrefixes({ file, raw }: CatalogDraft): Iterable<Diagnostic> {
  if (raw.codeType !== "string") return;
  const first = new Map<string, { readonly id: string; readonly index: number; readonly entry: number }>();
  for (const { raw: category, index } of entriesOf(raw.categories)) {
    for (const { raw: prefix, index: entry } of entriesOf(category.prefixes)) {
      const id = category.id ?? "";
      const before = first.get(prefix);
      if (before === undefined) first.set(prefix, { id, index, entry });
      if (before === undefined || before.index === index) continue;
      const related = [
        {
          message: "The other one stands here.",
          at: locate(file, ["categories", before.index, "prefixes", before.entry]),
        },
      ];
      const words = { prefix: quoted(prefix), first: quoted(before.id), second: quoted(id) };
      yield diagnostic("FC2205", locate(file, ["categories", index, "prefixes", entry]), words, related);
    }
  }
}
