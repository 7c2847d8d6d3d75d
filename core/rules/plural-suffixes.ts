import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../json.ts";
import { quoted } from "../quoted.ts";
import type { CatalogDraft } from "./catalog-draft.ts";

const suffix = /_(?:zero|one|two|few|many|other)$/i;

/** No code ends as keys of plural forms do: i18next and others would take it for a form of another key. */
export function* pluralSuffixes({ file, failures }: CatalogDraft): Iterable<Diagnostic> {
  for (const { raw, index } of failures) {
    if (typeof raw.code !== "string") continue;
    const ending = suffix.exec(raw.code)?.[0];
    if (ending === undefined) continue;
    const words = { code: quoted(raw.code), suffix: quoted(ending) };
    yield diagnostic("FC3118", locate(file, ["failures", index, "code"]), words);
  }
}
