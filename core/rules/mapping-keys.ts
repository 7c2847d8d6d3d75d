import type { CodeForm } from "../catalog.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { JsonPath } from "../json/path.ts";
import { locate } from "../json.ts";
import { quoted } from "../quoted.ts";
import { normalCode, takesCode } from "../sources/code-form.ts";
import { isEmptyPattern, statusPattern, writtenTextMatches } from "../sources/mapping-key.ts";
import { entriesOf } from "./catalog-draft.ts";
import { type MappingDraft, type SourceDraft, unreadableKeys } from "./source-draft.ts";

interface WrittenKey extends MappingDraft {
  readonly file: SourceDraft["file"];
  readonly forms: readonly CodeForm[];
}

/** What is written of each key makes one: a code or a range in the source's forms, and at most one condition on the text. */
export function* mappingKeys({ file, forms, mappings, removed }: SourceDraft): Iterable<Diagnostic> {
  if (forms === undefined) return;
  const unreadable = unreadableKeys(removed);
  for (const mapping of mappings) {
    const { key, raw, index } = mapping;
    if ((key !== undefined && raw.spellings === undefined) || unreadable.has(index)) continue;
    const written = { ...mapping, file, forms };
    yield* misplacedParts(written);
    yield* unwritableCodes(written);
    yield* unfitSpellings(written);
    yield* unfitRange(written);
    yield* unfitText(written);
  }
}

function pathOf({ index }: MappingDraft, ...steps: JsonPath): JsonPath {
  return ["mappings", index, ...steps];
}

function* misplacedParts(written: WrittenKey): Iterable<Diagnostic> {
  const { file, forms, raw } = written;
  const { code } = raw;
  if (code !== undefined && raw.range !== undefined) {
    const words = { property: quoted("range"), where: 'beside "code"', remedy: "Keep one of the two." };
    yield diagnostic("FC7201", locate(file, pathOf(written, "range"), "key"), words);
  }
  const isPattern = code !== undefined && statusPattern(forms, code) !== undefined;
  if (code !== undefined && !isPattern) return;
  const where = code === undefined ? 'without "code"' : `beside ${quoted(code)}, which stands for several codes`;
  const remedy = code === undefined ? 'Add "code", or remove it.' : "Remove it, or write one code.";
  for (const property of ["subcode", "spellings"] as const) {
    if (raw[property] === undefined) continue;
    const words = { property: quoted(property), where, remedy };
    yield diagnostic("FC7201", locate(file, pathOf(written, property), "key"), words);
  }
}

function formWords(forms: readonly CodeForm[]): string {
  return forms.map(quoted).join(", ");
}

function* unwritableCodes(written: WrittenKey): Iterable<Diagnostic> {
  const { file, forms, raw } = written;
  const { code } = raw;
  if (code === undefined || code === "" || statusPattern(forms, code) !== undefined || takesCode(forms, code)) return;
  const words = { what: `The code ${quoted(code)}`, forms: formWords(forms) };
  yield diagnostic("FC7202", locate(file, pathOf(written, "code")), words);
}

function* unfitSpellings(written: WrittenKey): Iterable<Diagnostic> {
  const { file, forms, raw } = written;
  const { code, spellings } = raw;
  if (code === undefined) return;
  const own = normalCode(forms, code);
  const first = new Map<string, number>();
  for (const { raw: spelling, index } of entriesOf(spellings)) {
    if (spelling === "") continue;
    const at = () => locate(file, pathOf(written, "spellings", index));
    const read = normalCode(forms, spelling);
    const before = first.get(read);
    if (!takesCode(forms, spelling)) {
      yield diagnostic("FC7202", at(), { what: `The spelling ${quoted(spelling)}`, forms: formWords(forms) });
    } else if (read === own) {
      yield diagnostic("FC7210", at(), { spelling: quoted(spelling), code: quoted(own) });
    } else if (before !== undefined) {
      const related = [{ message: "It first stands here.", at: locate(file, pathOf(written, "spellings", before)) }];
      yield diagnostic("FC2207", at(), { value: quoted(spelling), list: quoted("spellings") }, related);
    }
    if (before === undefined) first.set(read, index);
  }
}

function* unfitRange(written: WrittenKey): Iterable<Diagnostic> {
  const { file, forms, raw } = written;
  const { from, to } = raw.range ?? {};
  if (from === undefined || to === undefined || raw.code !== undefined) return;
  if (from > to) yield diagnostic("FC7203", locate(file, pathOf(written, "range", "from")), { from, to });
  else if (from < 0 || !forms.includes("number")) {
    const words = { what: `The range ${from} to ${to}`, forms: formWords(forms) };
    yield diagnostic("FC7202", locate(file, pathOf(written, "range"), "key"), words);
  }
}

const counts = ["none", "one", "two", "three", "four", "all"];

function* unfitText(written: WrittenKey): Iterable<Diagnostic> {
  const { file, raw } = written;
  if (raw.text === undefined) return;
  const matches = writtenTextMatches(raw.text);
  if (matches.length !== 1) {
    const remedy =
      matches.length === 0 ? 'Add one, or remove "text".' : "Keep one of them; a glob can stand for several.";
    const words = { count: counts[matches.length] ?? "", remedy };
    yield diagnostic("FC7204", locate(file, pathOf(written, "text"), "key"), words);
    return;
  }
  for (const match of matches) {
    if (!isEmptyPattern(match)) continue;
    const at = locate(file, pathOf(written, "text", match.kind));
    yield diagnostic("FC7205", at, { pattern: quoted(match.pattern) });
  }
}
