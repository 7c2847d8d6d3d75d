import type { ExchangeFormat } from "../../core/exchange/exchange-unit.ts";
import { writeExchange } from "../../core/exchange/formats.ts";
import { load } from "../../core/load.ts";
import type { RawTranslations } from "../../core/raw/locale.gen.ts";
import { isOfKind, translationUnits, type UnitKind } from "../../core/translation-units.ts";
import { writableTexts } from "../../core/unwritable-texts.ts";
import { conclude, type ExitCode, mistakesOf } from "../conclusion.ts";
import { counted } from "../counted.ts";
import { formerTexts } from "../former-texts.ts";
import type { Host } from "../host/host.ts";
import { folderAt } from "../host/project-files.ts";
import { replaceFile } from "../host/replace-file.ts";
import { type GlobalOptions, loadProject } from "../pipeline.ts";

/** Options of `messages export`. */
export interface ExportOptions extends GlobalOptions {
  readonly locale: string;
  readonly to: ExchangeFormat;
  /** The kinds of texts that are wanted; all texts where it is undefined. */
  readonly only?: readonly UnitKind[];
  /** Where to write; standard output where it is undefined. */
  readonly output?: string;
}

/** Writes the texts of a locale for translators. */
export async function messagesExport(host: Host, options: ExportOptions): Promise<ExitCode> {
  const command = "messages export";
  const { locale, to, only, output, ...global } = options;
  const loading = await loadProject(host, { ...global, targets: false });
  if (loading.kind !== "loaded") return conclude(host, options, mistakesOf(command, loading));
  const { catalog, configuration, root } = loading.project;
  if (locale === catalog.defaultLocale) {
    const message = `"${locale}" is the language that is translated from.`;
    return conclude(host, options, { command, problem: { message, hint: "Name another after --locale." } });
  }
  const present = catalog.locales.find(({ tag }) => tag === locale);
  if (present === undefined && !isLocale(catalog.file, locale)) {
    const message = `${JSON.stringify(locale)} is no language that a catalog can have.`;
    const hint = 'Write a language, and where needed a script and a region: "de", "pt-BR", "zh-Hans".';
    return conclude(host, options, { command, problem: { message, hint } });
  }
  const written = present === undefined ? undefined : (JSON.parse(present.file.text) as RawTranslations);
  const all = translationUnits(catalog, written, host.digest, formerTexts(host, { root, settings: configuration }));
  const wanted = only === undefined ? all : all.filter((unit) => isOfKind(unit, only));
  const { units, diagnostics } = writableTexts(to, wanted, catalog, present?.file);
  const content = writeExchange(to, { catalog: catalog.name, sourceLocale: catalog.defaultLocale, locale, units });
  const exported = { locale, format: to, texts: units.length, path: output ?? null };
  if (output === undefined) {
    // A report and a file do not go to one place.
    const text = diagnostics.length === 0 ? content : "";
    return conclude(host, options, { command, root, diagnostics, document: { exported, content }, text: () => text });
  }
  const path = folderAt(folderAt(host.cwd, options.cwd), output);
  const target = host.files.realPath(path) ?? path;
  if (!host.files.equals(target, content)) {
    host.files.createFolder(folderAt(target, ".."));
    replaceFile(host, target, content);
  }
  return conclude(host, options, {
    command,
    root,
    diagnostics,
    document: { exported },
    text: (ink) => `${ink.green("exported")}  ${counted(units.length, "text")} into ${output}\n`,
  });
}

/** Whether a file of translations may have this language, as its schema says. */
function isLocale(catalog: { readonly path: string; readonly text: string }, locale: string): boolean {
  const path = `${locale}.json`;
  const content = JSON.stringify({ locale, failures: {} });
  const { diagnostics } = load({
    catalog: { path: catalog.path, content: catalog.text },
    locales: [{ path, content }],
  });
  return !diagnostics.some(({ at, severity }) => at.file.path === path && severity === "error");
}
