import type { Code } from "../catalog.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { JsonPath } from "../json/path.ts";
import { locate } from "../json.ts";
import { quotedValue } from "../quoted.ts";
import { type CatalogDraft, entriesOf, type FailureDraft } from "./catalog-draft.ts";

/** A code belongs to one failure, and no two string codes differ only by case: their pages would be one file on some disks. */
export function* duplicateCodes(catalog: CatalogDraft): Iterable<Diagnostic> {
  const { failures, byCode } = catalog;
  for (const failure of failures) {
    const { code } = failure.raw;
    const first = code === undefined ? undefined : byCode.get(code);
    if (code === undefined || first === undefined || first === failure) continue;
    const { category = "" } = failure.raw;
    // A command is to be copied: what is no word is left for its reader to fill in.
    const words = { code: quotedValue(code), category: /^[\w.-]+$/.test(category) ? category : "<id>" };
    yield diagnostic("FC2102", codeAt(catalog, failure), words, [
      { message: "It is first used here.", at: codeAt(catalog, first) },
    ]);
  }
  yield* codesThatDifferByCase(catalog);
}

/** Failures and reservations: both have pages. Equal codes are reported elsewhere. */
function* codesThatDifferByCase(catalog: CatalogDraft): Iterable<Diagnostic> {
  if (catalog.raw.codeType !== "string") return;
  const byLowerCase = new Map<string, Map<string, JsonPath>>();
  const add = (code: Code | undefined, path: JsonPath): void => {
    if (typeof code !== "string") return;
    const same = byLowerCase.get(code.toLowerCase());
    if (same === undefined) byLowerCase.set(code.toLowerCase(), new Map([[code, path]]));
    else if (!same.has(code)) same.set(code, path);
  };
  for (const { raw, index } of catalog.failures) add(raw.code, ["failures", index, "code"]);
  for (const { raw, index } of entriesOf(catalog.raw.reserved)) add(raw.code, ["reserved", index, "code"]);
  for (const same of byLowerCase.values()) {
    const [first, ...others] = [...same].sort(([left], [right]) => (left < right ? -1 : 1));
    if (first === undefined) continue;
    for (const [code, path] of others) {
      const words = { code: quotedValue(code), other: quotedValue(first[0]) };
      const related = [{ message: "The other one stands here.", at: locate(catalog.file, first[1]) }];
      yield diagnostic("FC2111", locate(catalog.file, path), words, related);
    }
  }
}

function codeAt({ file }: CatalogDraft, { index }: FailureDraft) {
  return locate(file, ["failures", index, "code"]);
}
