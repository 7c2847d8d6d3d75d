import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../json.ts";
import { quoted } from "../quoted.ts";
import { entriesOf } from "./catalog-draft.ts";
import type { SourceDraft } from "./source-draft.ts";

/** A source with mappings names where its errors come from; ids of references are given once; every form of codes is tried. */
export function* sourceParts(source: SourceDraft): Iterable<Diagnostic> {
  const { file, raw, mappings } = source;
  if (mappings.length > 0 && raw.references?.length === 0) {
    yield diagnostic("FC7006", locate(file, ["references"], "key"), { source: quoted(raw.name ?? "") });
  }
  const first = new Map<string, number>();
  for (const { raw: reference, index } of entriesOf(raw.references)) {
    const { id } = reference;
    if (id === undefined) continue;
    const before = first.get(id);
    if (before === undefined) first.set(id, index);
    else {
      const related = [{ message: "It is first used here.", at: locate(file, ["references", before, "id"]) }];
      yield diagnostic("FC7007", locate(file, ["references", index, "id"]), { id: quoted(id) }, related);
    }
  }
  yield* formsNeverTried(source);
}

function* formsNeverTried({ file, raw }: SourceDraft): Iterable<Diagnostic> {
  const seen = new Set<string>();
  for (const { raw: form, index } of entriesOf(raw.codeForms)) {
    const isRepeated = seen.has(form);
    const isHidden = seen.has("word");
    seen.add(form);
    if (!isRepeated && !isHidden) continue;
    const why = isRepeated ? "it stands before already" : '"word" before it takes every code';
    const remedy = isRepeated ? "Remove it." : 'Write "word" last, or remove it.';
    yield diagnostic("FC7008", locate(file, ["codeForms", index]), { form: quoted(form), why, remedy });
  }
}
