import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { JsonPath } from "../json/path.ts";
import { textMatchKinds } from "../sources/mapping-key.ts";
import { entriesOf } from "./catalog-draft.ts";
import type { TextKind } from "./catalog-texts.ts";
import type { MappingDraft, SourceDraft } from "./source-draft.ts";
import { needsSecondLook, textMistakes } from "./text-characters.ts";

type Check = (text: string | undefined, kind: TextKind, ...path: JsonPath) => void;

/** Every text of a source is there, and as sound as a catalog's; in a pattern, white space at the ends counts. */
export function sourceTexts({ file, raw, sound, mappings }: SourceDraft): Iterable<Diagnostic> {
  const found: Diagnostic[] = [];
  const check: Check = (text, kind, ...path) => {
    if (text !== undefined && needsSecondLook(text, kind, sound)) found.push(...textMistakes(file, text, kind, path));
  };
  check(raw.title, "line", "title");
  for (const property of ["description", "sourceCode", "judging"] as const) check(raw[property], "paragraph", property);
  for (const { raw: alias, index } of entriesOf(raw.aliases)) {
    check(alias.reason, "paragraph", "aliases", index, "reason");
  }
  for (const { raw: reference, index } of entriesOf(raw.references)) {
    check(reference.title, "line", "references", index, "title");
    check(reference.url, "line", "references", index, "url");
  }
  for (const mapping of mappings) mappingTexts(mapping, check);
  return found;
}

function mappingTexts({ raw, index }: MappingDraft, check: Check): void {
  for (const property of ["name", "code", "subcode"] as const) {
    // What is empty altogether is a mistake of shape.
    if (raw[property] !== "" || property === "name") check(raw[property], "line", "mappings", index, property);
  }
  for (const { raw: spelling, index: entry } of entriesOf(raw.spellings)) {
    if (spelling !== "") check(spelling, "line", "mappings", index, "spellings", entry);
  }
  if (raw.text !== undefined) {
    for (const kind of textMatchKinds) check(raw.text[kind], "data", "mappings", index, "text", kind);
  }
  for (const property of ["description", "reason"] as const) {
    check(raw[property], "paragraph", "mappings", index, property);
  }
}
