import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { JsonPath } from "../json/path.ts";
import { locate } from "../json.ts";
import { quoted } from "../quoted.ts";
import type { SourceFile } from "../source-file.ts";
import { entriesOf } from "./catalog-draft.ts";
import type { SourceDraft } from "./source-draft.ts";
import type { SourceFamily } from "./source-family.ts";

/** A source has one file, named after it, and names and aliases of all sources are given once. */
export function* sourceNames(family: SourceFamily): Iterable<Diagnostic> {
  yield* files(family);
  yield* aliases(family);
}

function* files({ sources }: SourceFamily): Iterable<Diagnostic> {
  const byName = new Map<string, SourceDraft[]>();
  for (const source of sources) {
    const { name } = source.raw;
    if (name === undefined) continue;
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [source]);
    else same.push(source);
  }
  for (const [name, same] of byName) {
    const named = same.find((source) => fileName(source) === `${name}.json`) ?? same[0];
    if (named === undefined) continue;
    if (same.length === 1 && fileName(named) !== `${name}.json`) {
      const words = { file: quoted(fileName(named)), source: quoted(name), expected: quoted(`${name}.json`) };
      yield diagnostic("FC7001", locate(named.file, ["name"]), words);
    }
    for (const other of same) {
      if (other === named) continue;
      const related = [{ message: "The other file is this one.", at: locate(named.file, ["name"]) }];
      yield diagnostic("FC7002", locate(other.file, ["name"]), { source: quoted(name) }, related);
    }
  }
}

function fileName({ file }: SourceDraft): string {
  return file.path.slice(file.path.lastIndexOf("/") + 1);
}

interface Taken {
  readonly file: SourceFile;
  readonly path: JsonPath;
  readonly what: string;
}

function* aliases({ sources, byName }: SourceFamily): Iterable<Diagnostic> {
  const taken = new Map<string, Taken>();
  for (const [name, { file }] of byName) taken.set(name, { file, path: ["name"], what: "the name of a source" });
  for (const { file, raw } of sources) {
    for (const { raw: alias, index } of entriesOf(raw.aliases)) {
      if (alias.name === undefined) continue;
      const path = ["aliases", index, "name"];
      const before = taken.get(alias.name);
      if (before === undefined) {
        taken.set(alias.name, { file, path, what: `an alias of ${quoted(raw.name ?? "")}` });
        continue;
      }
      const related = [{ message: "It is given here.", at: locate(before.file, before.path) }];
      yield diagnostic("FC7003", locate(file, path), { alias: quoted(alias.name), what: before.what }, related);
    }
  }
}
