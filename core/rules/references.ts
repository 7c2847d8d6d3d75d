import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../json.ts";
import { quoted, quotedValue } from "../quoted.ts";
import { type CatalogDraft, hasRightKind } from "./catalog-draft.ts";
import { writtenCodes } from "./written-codes.ts";

/** What names a failure names one that is there, and another one; the fallback still occurs. */
export function* references(catalog: CatalogDraft): Iterable<Diagnostic> {
  const { file, knownCodes, byCode, raw } = catalog;
  for (const { code, path, own, property, failure } of writtenCodes(catalog)) {
    if (own || !hasRightKind(catalog, code)) continue;
    if (failure !== undefined && failure.raw.code === code) {
      yield diagnostic("FC2304", locate(file, path), { property: quoted(property), code: quotedValue(code) });
    } else if (knownCodes !== undefined && !knownCodes.has(code)) {
      yield diagnostic("FC2302", locate(file, path), { property: quoted(property), code: quotedValue(code) });
    }
  }
  const fallback = raw.fallback === undefined ? undefined : byCode.get(raw.fallback);
  if (fallback?.raw.retired === undefined) return;
  yield diagnostic("FC2303", locate(file, ["fallback"]), { code: quotedValue(raw.fallback) }, [
    { message: "It is retired here.", at: locate(file, ["failures", fallback.index, "retired"], "key") },
  ]);
}
