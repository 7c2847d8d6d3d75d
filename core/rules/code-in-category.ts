import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../json.ts";
import { choice, quoted, quotedValue } from "../quoted.ts";
import type { CatalogDraft, CategoryDraft, FailureDraft } from "./catalog-draft.ts";
import { categoryByPrefix, type Extent, extents, prefixes } from "./category-extent.ts";

/** The category that is written for a failure is the one that readers find by the code alone. */
export function* codeInCategory(catalog: CatalogDraft): Iterable<Diagnostic> {
  const ranges = extents(catalog);
  const beginnings = prefixes(catalog);
  for (const failure of catalog.failures) {
    const { code, category: id } = failure.raw;
    const category = id === undefined ? undefined : catalog.categories.get(id);
    if (category === undefined) continue;
    if (typeof code === "number") yield* integerInCategory(catalog, failure, code, category, ranges);
    else if (typeof code === "string") yield* stringInCategory(catalog, failure, code, category, beginnings);
  }
}

function* integerInCategory(
  catalog: CatalogDraft,
  failure: FailureDraft,
  code: number,
  category: CategoryDraft,
  ranges: readonly Extent[],
): Iterable<Diagnostic> {
  if (catalog.raw.codeType !== "integer") return;
  const own = ranges.find((range) => range.category === category);
  const others = ranges.filter(({ from, to }) => from <= code && code <= to);
  if (own === undefined) {
    const [other] = others;
    // A range that goes backwards is reported; which codes it was meant to hold is anybody's guess.
    if (other !== undefined && category.raw.range === undefined) {
      yield belongsElsewhere(catalog, failure, category, other.category, "range");
    }
    return;
  }
  if (others.includes(own)) return;
  const fitting = others[0]?.category.id;
  yield diagnostic(
    "FC2105",
    codeAt(catalog, failure),
    {
      code,
      category: quoted(category.id),
      from: own.from,
      to: own.to,
      remedy:
        fitting === undefined
          ? "Choose a code inside the range, or widen the range."
          : `Choose the category ${quoted(fitting)}, or another code.`,
    },
    [{ message: "The range stands here.", at: locate(catalog.file, ["categories", category.index, "range"], "key") }],
  );
}

function* stringInCategory(
  catalog: CatalogDraft,
  failure: FailureDraft,
  code: string,
  category: CategoryDraft,
  beginnings: ReadonlyMap<string, CategoryDraft>,
): Iterable<Diagnostic> {
  if (catalog.raw.codeType !== "string") return;
  const own = (category.raw.prefixes ?? []).filter((prefix) => prefix !== undefined);
  const found = categoryByPrefix(beginnings, code);
  if (own.length > 0 && !own.some((prefix) => code.startsWith(prefix))) {
    const words = { code: quotedValue(code), category: quoted(category.id), prefixes: choice(own) };
    yield diagnostic("FC2106", codeAt(catalog, failure), words);
  } else if (found !== undefined && found !== category && !sharesPrefix(own, found, code)) {
    yield belongsElsewhere(catalog, failure, category, found, "prefix");
  }
}

/** A prefix of two categories is reported by itself. */
function sharesPrefix(own: readonly string[], found: CategoryDraft, code: string): boolean {
  return own.some((prefix) => code.startsWith(prefix) && (found.raw.prefixes ?? []).includes(prefix));
}

function belongsElsewhere(
  catalog: CatalogDraft,
  failure: FailureDraft,
  category: CategoryDraft,
  other: CategoryDraft,
  by: "range" | "prefix",
): Diagnostic {
  const words = {
    code: quotedValue(failure.raw.code),
    category: quoted(category.id),
    other: quoted(other.id),
    by,
  };
  return diagnostic("FC2112", codeAt(catalog, failure), words, [
    { message: "That category stands here.", at: locate(catalog.file, ["categories", other.index]) },
  ]);
}

function codeAt({ file }: CatalogDraft, { index }: FailureDraft) {
  return locate(file, ["failures", index, "code"]);
}
