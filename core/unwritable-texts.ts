import type { Catalog } from "./catalog.ts";
import { type Diagnostic, diagnostic } from "./diagnostics/diagnostic.ts";
import type { ExchangeFormat, ExchangeUnit } from "./exchange/exchange-unit.ts";
import { unwritable } from "./exchange/formats.ts";
import { locate } from "./json.ts";
import { quoted } from "./quoted.ts";
import type { Location, SourceFile } from "./source-file.ts";

/** The texts that a format can hold, and what is said of the others. */
export interface WritableTexts {
  readonly units: readonly ExchangeUnit[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Takes out what a format has no way to write. `present` is the file of the locale, if there is one. */
export function writableTexts(
  format: ExchangeFormat,
  units: readonly ExchangeUnit[],
  catalog: Catalog,
  present: SourceFile | undefined,
): WritableTexts {
  const diagnostics: Diagnostic[] = [];
  const kept = units.filter((unit) => {
    const character = unwritable(format, unit);
    if (character === undefined) return true;
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    const words = { id: quoted(unit.id), format: quoted(format), character: `U+${code}` };
    const at = placeOf(unit, unit.source.includes(character) ? undefined : present, catalog);
    diagnostics.push(diagnostic("FC8007", at, words));
    return false;
  });
  return { units: kept, diagnostics };
}

function placeOf({ name }: ExchangeUnit, present: SourceFile | undefined, { byName, file }: Catalog): Location {
  const [failure = "", part = ""] = name.split(".");
  if (present !== undefined) return locate(present, ["failures", failure, part, "text"]);
  const origin = byName.get(failure)?.origin ?? { file, path: [] };
  return locate(origin.file, [...origin.path, "messages", part, "text"]);
}
