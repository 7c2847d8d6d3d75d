import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../json.ts";
import { quotedValue } from "../quoted.ts";
import { type CatalogDraft, entriesOf } from "./catalog-draft.ts";

/** An example payload that carries a failure code carries the code of its own failure, as a number or in digits. */
export function* examples({ file, failures }: CatalogDraft): Iterable<Diagnostic> {
  for (const { raw, index } of failures) {
    const { code } = raw;
    if (code === undefined || raw.examples === undefined) continue;
    for (const { raw: example, index: entry } of entriesOf(raw.examples)) {
      const failure: unknown = example.payload?.["failure"];
      if (typeof failure !== "object" || failure === null) continue;
      const carried: unknown = (failure as Readonly<Record<string, unknown>>)["code"];
      if (carried === undefined || carried === null || String(carried) === String(code)) continue;
      const at = locate(file, ["failures", index, "examples", entry, "payload", "failure", "code"]);
      yield diagnostic("FC2601", at, { code: quotedValue(code), other: quotedValue(carried) });
    }
  }
}
