import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../json.ts";
import { quotedValue } from "../quoted.ts";
import { suggester } from "../suggestion.ts";
import type { CatalogDraft, FailureDraft } from "./catalog-draft.ts";
import type { MappingDraft, SourceDraft } from "./source-draft.ts";

/** A failure that an error is mapped to is there, and still occurs. */
export function* mappedFailures(source: SourceDraft, catalog: CatalogDraft): Iterable<Diagnostic> {
  const { knownCodes, file: catalogFile } = catalog;
  if (knownCodes === undefined) return;
  const unknown: MappingDraft[] = [];
  for (const mapping of source.mappings) {
    const code = mapping.raw.failure;
    const failure = code === undefined ? undefined : knownCodes.get(code);
    if (failure === undefined) {
      if (code !== undefined) unknown.push(mapping);
      continue;
    }
    const ending = (["retired", "deprecated"] as const).find((one) => failure.raw[one] !== undefined);
    if (ending === undefined) continue;
    const place = locate(source.file, ["mappings", mapping.index, "failure"]);
    const by = replacement(knownCodes, failure);
    const instead =
      by === undefined
        ? 'Name a failure that stays, or use "fallback".'
        : `Write ${quotedValue(by)}, which replaces it.`;
    const related = [
      { message: `It is ${ending} here.`, at: locate(catalogFile, ["failures", failure.index, ending], "key") },
    ];
    const words = { code: quotedValue(code), remedy: instead };
    if (ending === "retired") yield diagnostic("FC7103", place, words, related);
    else yield diagnostic("FC7104", place, words, related);
  }
  yield* unknownFailures(source, catalog, unknown);
}

/** The failure that stands at the end of a row of replacements; undefined where none does. */
function replacement(known: ReadonlyMap<unknown, FailureDraft>, failure: FailureDraft): number | string | undefined {
  const seen = new Set<FailureDraft>();
  for (let at: FailureDraft | undefined = failure; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    const by: number | string | undefined = at.raw.retired?.replacedBy ?? at.raw.deprecated?.replacedBy;
    if (by === undefined) return at === failure || at.raw.retired !== undefined ? undefined : at.raw.code;
    at = known.get(by);
  }
  return undefined;
}

function* unknownFailures(
  { file }: SourceDraft,
  catalog: CatalogDraft,
  unknown: readonly MappingDraft[],
): Iterable<Diagnostic> {
  if (unknown.length === 0) return;
  const codes = new Map<string, number | string>();
  for (const { raw } of catalog.failures) {
    if (raw.code === undefined) continue;
    codes.set(String(raw.code), raw.code);
    for (const name of [raw.name, ...(raw.aliases ?? []).map((alias) => alias?.name)]) {
      if (name !== undefined) codes.set(name, raw.code);
    }
  }
  const meant = suggester(unknown.length, codes.keys());
  for (const { raw, index } of unknown) {
    const written = String(raw.failure);
    const remedy = remedyFor(raw.failure, codes.get(written), codes.get(meant(written) ?? ""), catalog);
    yield diagnostic("FC7102", locate(file, ["mappings", index, "failure"]), {
      code: quotedValue(raw.failure),
      remedy,
    });
  }
}

function remedyFor(
  written: unknown,
  same: number | string | undefined,
  near: number | string | undefined,
  { raw }: CatalogDraft,
): string {
  if (typeof same === "number" && String(same) === written) return `Write ${same} without quotes.`;
  const isReserved = raw.reserved?.some((entry) => entry?.code === written) === true;
  const meant = same ?? near;
  if (isReserved) return 'The code is reserved. Write that of a failure, or "fallback" where none fits.';
  if (meant === undefined) return 'Write the code of a failure, or "fallback" where none fits.';
  return `Did you mean ${quotedValue(meant)}? Write that code, or "fallback" where no failure fits.`;
}
