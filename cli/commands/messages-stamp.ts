import type { Locale } from "../../core/catalog.ts";
import { choice, quoted } from "../../core/quoted.ts";
import { sourceHashes } from "../../core/source-hashes.ts";
import { type SourceText, stamp } from "../../core/stamp.ts";
import { conclude, type ExitCode, mistakesOf } from "../conclusion.ts";
import { counted } from "../counted.ts";
import type { Host } from "../host/host.ts";
import { absolutePath } from "../host/project-files.ts";
import { replaceFile } from "../host/replace-file.ts";
import { type GlobalOptions, loadProject } from "../pipeline.ts";
import type { Problem } from "../problem.ts";

/** Options of `messages stamp`. */
export interface StampOptions extends GlobalOptions {
  /** The one locale whose file is written; all where it is undefined. */
  readonly locale?: string;
  /** Whether the text of today is written too, where it is the one that was translated. */
  readonly sourceTexts?: boolean;
}

/** Writes into every translation that has no source hash that of the text of today. */
export async function messagesStamp(host: Host, options: StampOptions): Promise<ExitCode> {
  const command = "messages stamp";
  const loading = await loadProject(host, { ...options, targets: false });
  if (loading.kind !== "loaded") return conclude(host, options, mistakesOf(command, loading));
  const { catalog, root } = loading.project;
  const translated = catalog.locales.filter(({ tag }) => tag !== catalog.defaultLocale);
  const wanted = translated.filter(({ tag }) => options.locale === undefined || tag === options.locale);
  if (wanted.length === 0 && options.locale !== undefined) {
    return conclude(host, options, { command, problem: noLocale(options.locale, translated) });
  }
  const hashes = sourceHashes(catalog, host.digest);
  const texts: SourceText | undefined =
    options.sourceTexts === true ? (name, part) => catalog.byName.get(name)?.messages[part]?.text : undefined;
  const stamped = wanted.flatMap(({ tag, file }) => {
    const result = stamp(file, hashes, texts);
    if (result.stamped === 0) return [];
    const path = absolutePath(root, file.path);
    replaceFile(host, host.files.realPath(path) ?? path, result.text);
    return [{ locale: tag, path: file.path, translations: result.stamped }];
  });
  return conclude(host, options, {
    command,
    root,
    document: { stamped },
    text: (ink) =>
      stamped.length === 0
        ? `${ink.green("Nothing to do:")} every translation says which text it was made from.\n`
        : stamped
            .map(({ path, translations }) => {
              return `${ink.green("stamped")}  ${counted(translations, "translation")} in ${path}\n`;
            })
            .join(""),
  });
}

function noLocale(tag: string, locales: readonly Locale[]): Problem {
  return {
    message: `There are no translations into ${quoted(tag)}.`,
    hint: locales.length === 0 ? "Write them first." : `Use ${choice(locales.map((locale) => locale.tag))}.`,
  };
}
