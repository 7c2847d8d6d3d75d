import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../json.ts";
import { quoted } from "../quoted.ts";
import type { Location, SourceFile } from "../source-file.ts";

/** A locale's file and the language that it says it holds. */
export interface LocaleHead {
  readonly file: SourceFile;
  readonly tag: string;
}

/** A locale has one file, named after it, and is not the one that the catalog itself is written in. */
export function* localeFiles(locales: readonly LocaleHead[], defaultLocale: string | undefined): Iterable<Diagnostic> {
  const byTag = new Map<string, LocaleHead[]>();
  for (const locale of locales) {
    const same = byTag.get(locale.tag);
    if (same === undefined) byTag.set(locale.tag, [locale]);
    else same.push(locale);
  }
  for (const [tag, same] of byTag) {
    const named = same.find(isNamedAfterTag) ?? same[0];
    if (named === undefined) continue;
    if (tag === defaultLocale) yield diagnostic("FC3203", tagAt(named), { locale: quoted(tag) });
    else if (same.length === 1 && !isNamedAfterTag(named)) {
      const words = { file: quoted(fileName(named)), locale: quoted(tag), expected: quoted(`${tag}.json`) };
      yield diagnostic("FC3201", tagAt(named), words);
    }
    for (const other of same) {
      if (other === named) continue;
      const related = [{ message: "The other file is this one.", at: tagAt(named) }];
      yield diagnostic("FC3202", tagAt(other), { locale: quoted(tag) }, related);
    }
  }
}

function tagAt({ file }: LocaleHead): Location {
  return locate(file, ["locale"]);
}

function fileName({ file }: LocaleHead): string {
  return file.path.slice(file.path.lastIndexOf("/") + 1);
}

function isNamedAfterTag(locale: LocaleHead): boolean {
  return fileName(locale) === `${locale.tag}.json`;
}
