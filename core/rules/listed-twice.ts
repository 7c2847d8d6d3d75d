import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { JsonPath } from "../json/path.ts";
import { locate } from "../json.ts";
import { quoted, quotedValue } from "../quoted.ts";
import { type CatalogDraft, entriesOf } from "./catalog-draft.ts";

/** No list of words or codes names one of them twice. */
export function* listedTwice(catalog: CatalogDraft): Iterable<Diagnostic> {
  const { file, failures, raw } = catalog;
  for (const { raw: category, index } of entriesOf(raw.categories)) {
    yield* twice(file, ["categories", index, "prefixes"], category.prefixes);
  }
  for (const { raw: failure, index } of failures) {
    yield* twice(file, ["failures", index, "statuses"], failure.statuses);
    yield* twice(file, ["failures", index, "related"], failure.related);
    if (failure.params === undefined) continue;
    for (const [name, param] of Object.entries(failure.params)) {
      yield* twice(file, ["failures", index, "params", name, "values"], param?.values);
    }
  }
}

function* twice(
  file: CatalogDraft["file"],
  path: JsonPath,
  list: readonly (string | number | undefined)[] | undefined,
): Iterable<Diagnostic> {
  if (list === undefined || list.length < 2) return;
  const first = new Map<string | number, number>();
  for (const { raw: value, index } of entriesOf(list)) {
    const before = first.get(value);
    if (before === undefined) first.set(value, index);
    else {
      const words = { value: quotedValue(value), list: quoted(String(path.at(-1))) };
      const related = [{ message: "It first stands here.", at: locate(file, [...path, before]) }];
      yield diagnostic("FC2207", locate(file, [...path, index]), words, related);
    }
  }
}
