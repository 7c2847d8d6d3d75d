import type { Code } from "../catalog.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../json.ts";
import { quoted, quotedValue } from "../quoted.ts";
import { type CatalogDraft, entriesOf } from "./catalog-draft.ts";

/** A reserved code is reserved once, and no failure has it. */
export function* reservations({ file, raw, failures }: CatalogDraft): Iterable<Diagnostic> {
  const reserved = new Map<Code, { readonly index: number; readonly reason: string }>();
  for (const { raw: entry, index } of entriesOf(raw.reserved)) {
    if (entry.code === undefined) continue;
    const first = reserved.get(entry.code);
    if (first === undefined) reserved.set(entry.code, { index, reason: entry.reason ?? "" });
    else {
      const related = [{ message: "It is first reserved here.", at: locate(file, ["reserved", first.index, "code"]) }];
      const at = locate(file, ["reserved", index, "code"]);
      yield diagnostic("FC2108", at, { code: quotedValue(entry.code) }, related);
    }
  }
  for (const { raw: failure, index } of failures) {
    const reservation = failure.code === undefined ? undefined : reserved.get(failure.code);
    if (reservation === undefined) continue;
    const at = locate(file, ["failures", index, "code"]);
    const related = [{ message: "It is reserved here.", at: locate(file, ["reserved", reservation.index]) }];
    yield diagnostic("FC2107", at, { code: quotedValue(failure.code), reason: quoted(reservation.reason) }, related);
  }
}
