import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../json.ts";
import { quoted, quotedValue } from "../quoted.ts";
import type { RawParam } from "../raw/catalog.gen.ts";
import type { Draft } from "../shape/draft.ts";
import type { CatalogDraft } from "./catalog-draft.ts";

/** A param's example is of its type, and an enum, and nothing else, lists values. */
export function* params({ file, failures }: CatalogDraft): Iterable<Diagnostic> {
  for (const { raw, index } of failures) {
    if (raw.params === undefined) continue;
    for (const [name, param] of Object.entries(raw.params)) {
      if (param?.type === undefined) continue;
      const path = ["failures", index, "params", name];
      const words = { param: quoted(name), type: param.type };
      if (param.type === "enum" && param.values === undefined) yield diagnostic("FC2502", locate(file, path), words);
      if (param.type !== "enum" && param.values !== undefined) {
        yield diagnostic("FC2503", locate(file, [...path, "values"], "key"), words);
      }
      if (param.grouping !== undefined && param.type !== "integer" && param.type !== "number") {
        yield diagnostic("FC3117", locate(file, [...path, "grouping"], "key"), words);
      }
      const expected = unmetType(param);
      if (expected === undefined) continue;
      const at = locate(file, [...path, "example"]);
      yield diagnostic("FC2501", at, { example: quotedValue(param.example), param: quoted(name), expected });
    }
  }
}

/** What the example should be and is not; undefined where it fits, or where nobody can say. */
function unmetType({ type, example, values }: Draft<RawParam>): string | undefined {
  if (example === undefined) return undefined;
  switch (type) {
    case "string":
      return typeof example === "string" ? undefined : "a string";
    case "integer":
      return Number.isSafeInteger(example) ? undefined : "an integer";
    case "number":
      return typeof example === "number" ? undefined : "a number";
    case "enum":
      return values === undefined || values.length === 0 || values.includes(String(example))
        ? undefined
        : "one of its values";
    case "date-time":
      return typeof example === "string" && isDateTime(example) ? undefined : "a date and time as RFC 3339 writes it";
    case undefined:
      return undefined;
  }
}

/** RFC 3339 §5.6, with the days that each month has. */
function isDateTime(text: string): boolean {
  const match =
    /^(\d{4})-(\d{2})-(\d{2})[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(
      text,
    );
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}
