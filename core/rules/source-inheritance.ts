import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../json.ts";
import { quoted } from "../quoted.ts";
import { suggester } from "../suggestion.ts";
import type { SourceDraft } from "./source-draft.ts";
import type { SourceFamily } from "./source-family.ts";

/** A source inherits from one that is there and writes its codes alike, and following "inherits" comes to an end. */
export function* sourceInheritance(family: SourceFamily): Iterable<Diagnostic> {
  const { sources, byName, complete } = family;
  const unknown: SourceDraft[] = [];
  for (const source of sources) {
    const { inherits } = source.raw;
    if (inherits === undefined) continue;
    const parent = byName.get(inherits);
    if (parent === undefined) unknown.push(source);
    else if (parent !== source) yield* otherForms(source, parent);
  }
  if (complete) yield* unknownParents(family, unknown);
  yield* circles(family);
}

function* otherForms(source: SourceDraft, parent: SourceDraft): Iterable<Diagnostic> {
  const { forms } = source;
  const others = parent.forms;
  if (forms === undefined || others === undefined) return;
  if (forms.length === others.length && forms.every((form, index) => form === others[index])) return;
  const words = {
    source: quoted(source.raw.name ?? ""),
    forms: forms.map(quoted).join(", "),
    parent: quoted(parent.raw.name ?? ""),
    others: others.map(quoted).join(", "),
  };
  const related = [{ message: "The other forms stand here.", at: locate(parent.file, ["codeForms"], "key") }];
  yield diagnostic("FC7009", locate(source.file, ["codeForms"], "key"), words, related);
}

function* unknownParents({ sources, byName }: SourceFamily, unknown: readonly SourceDraft[]): Iterable<Diagnostic> {
  if (unknown.length === 0) return;
  const names = new Map([...byName.keys()].map((name) => [name, name]));
  for (const { raw } of sources) {
    for (const alias of raw.aliases ?? []) {
      if (alias?.name !== undefined && raw.name !== undefined && !names.has(alias.name))
        names.set(alias.name, raw.name);
    }
  }
  const meant = suggester(unknown.length, names.keys());
  for (const { file, raw } of unknown) {
    const name = raw.inherits ?? "";
    const near = names.get(name) ?? names.get(meant(name) ?? "");
    const remedy =
      near === undefined || near === raw.name
        ? "Write the name of a source, or remove it."
        : `Write ${quoted(near)}, or remove it.`;
    yield diagnostic("FC7004", locate(file, ["inherits"]), { name: quoted(name), remedy });
  }
}

function* circles({ sources, byName }: SourceFamily): Iterable<Diagnostic> {
  const done = new Set<SourceDraft>();
  for (const start of sources) {
    const walked: SourceDraft[] = [];
    let at: SourceDraft | undefined = start;
    while (at !== undefined && !done.has(at)) {
      done.add(at);
      walked.push(at);
      const { inherits }: SourceDraft["raw"] = at.raw;
      at = inherits === undefined ? undefined : byName.get(inherits);
    }
    const begins = at === undefined ? -1 : walked.indexOf(at);
    if (begins >= 0) yield circleAt(walked.slice(begins));
  }
}

/** Longest circle that is spelt out. */
const longestCircle = 10;

function circleAt(circle: readonly SourceDraft[]): Diagnostic {
  const nameOf = ({ raw }: SourceDraft): string => raw.name ?? "";
  const least = circle.reduce((first, one) => (nameOf(one) < nameOf(first) ? one : first));
  const at = circle.indexOf(least);
  const turned = [...circle.slice(at), ...circle.slice(0, at)];
  const shown = turned.slice(0, longestCircle).map((source) => quoted(nameOf(source)));
  if (turned.length > longestCircle) shown.push("…");
  const related = turned
    .slice(1, longestCircle)
    .map((source) => ({ message: `${quoted(nameOf(source))} goes on here.`, at: locate(source.file, ["inherits"]) }));
  const words = { circle: [...shown, quoted(nameOf(least))].join(" → ") };
  return diagnostic("FC7005", locate(least.file, ["inherits"]), words, related);
}
