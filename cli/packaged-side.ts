import type { Catalog } from "../core/catalog.ts";
import { decode, type RawFile } from "../core/decode.ts";
import type { Diagnostic } from "../core/diagnostics/diagnostic.ts";
import type { Side } from "../core/evolution/side.ts";
import { surfaceOf } from "../core/evolution/surface.ts";
import type { Surface } from "../core/ledger/release-document.ts";
import { load } from "../core/load.ts";
import { joined } from "../core/output-path.ts";
import { quoted } from "../core/quoted.ts";
import type { SourceFile } from "../core/source-file.ts";
import type { Host } from "./host/host.ts";
import { filesIn, folderAt, readNamedFile } from "./host/project-files.ts";
import { type PackagedSources, packagedSources } from "./packaged-sources.ts";
import type { Problem } from "./problem.ts";
import { unreadable } from "./spec-files.ts";

/** The npm package in a folder. */
export interface PackagedSide {
  readonly side: Side;
  /** Whether the errors of platforms are in the catalog; `unread` where the package alone is there, which has them as programs. */
  readonly sources: "none" | "read" | "unread";
  /** What programs see of the package. */
  readonly surface: () => Surface | undefined;
}

/** What came of reading it. */
export type Packaged = PackagedSide | { readonly diagnostics: readonly Diagnostic[] } | { readonly problem: Problem };

const options = { published: true, maxFileSize: Number.POSITIVE_INFINITY };

/**
 * The catalog that the npm package in a folder carries, in all of its languages. A folder may hold the artifacts of all targets
 * too, as they were generated: then the tables of sources beside the package are read, since in it the errors of platforms are
 * programs, which nothing here runs.
 */
export function packagedSide(host: Host, root: string, folder: string): Packaged {
  const isFile = (path: string): boolean => host.files.kind(folderAt(root, path)) === "file";
  const isWhole = !isFile(joined(folder, "catalog.json")) && isFile(joined(folder, "typescript/catalog.json"));
  const inside = isWhole ? joined(folder, "typescript") : folder;
  const path = joined(inside, "catalog.json");
  const reading = readNamedFile(host.files, root, path);
  if (reading.kind === "unreadable") return { problem: unreadable(path, reading.reason) };
  if (reading.kind === "too-large") return { diagnostics: [reading.diagnostic] };
  if (reading.kind === "missing") {
    const message = `There is no package of failcodes in ${quoted(folder)}: it has no catalog.json.`;
    return { problem: { message, hint: "Name the folder of the npm package, as it was installed or copied." } };
  }
  const alone = load({ catalog: reading.raw, locales: [] }, options);
  if (!alone.ok) return { diagnostics: alone.diagnostics };
  const bundles: Bundle[] = [];
  for (const name of filesIn(host.files, root, joined(inside, "messages"), ".json", false)) {
    const tag = name.slice(0, -".json".length);
    if (tag === alone.value.defaultLocale) continue;
    const bundlePath = joined(inside, `messages/${name}`);
    const file = readNamedFile(host.files, root, bundlePath);
    const texts = file.kind === "read" ? textsIn(file.raw) : undefined;
    if (texts === undefined) return { problem: unreadable(bundlePath, "it is no bundle of messages") };
    bundles.push({ tag, ...texts });
  }
  const tablesPath = joined(folder, "sources/sources.json");
  const tables = isWhole && isFile(tablesPath) ? tablesAt(host, root, tablesPath, alone.value) : undefined;
  if (tables !== undefined && "message" in tables) return { problem: tables };
  const locales = bundles.map((bundle) => localeFile(alone.value, bundle));
  const loaded = load({ catalog: reading.raw, locales, sources: tables?.files ?? [] }, options);
  if (!loaded.ok) return tables === undefined ? { diagnostics: loaded.diagnostics } : { problem: noTables(tablesPath) };
  const written = new Map(locales.map(({ path: at }, index) => [at, bundles[index]?.file]));
  const place: Side["place"] = (file, within) => {
    const bundle = written.get(file.path);
    if (bundle === undefined) return tables?.place(file.path, within) ?? { file, path: within };
    const failure = loaded.value.byName.get(String(within[1]));
    return { file: bundle, path: failure === undefined ? [] : [`${failure.code}.${within[2]}`] };
  };
  const hasPrograms = host.files.kind(folderAt(root, joined(inside, "sources"))) === "folder";
  return {
    side: { catalog: loaded.value, title: folder, place },
    sources: tables !== undefined ? "read" : hasPrograms ? "unread" : "none",
    surface: () => surfaceOf((name) => textAt(host, root, joined(inside, name))),
  };
}

function tablesAt(host: Host, root: string, path: string, catalog: Catalog): PackagedSources | Problem {
  const reading = readNamedFile(host.files, root, path);
  const tables = reading.kind === "read" ? packagedSources(reading.raw) : undefined;
  if (tables === undefined) return noTables(path);
  if (tables.version === catalog.version) return tables;
  const message = `${quoted(path)} is of ${tables.version}, and the npm package beside it of ${catalog.version}.`;
  return { message, hint: "Copy both from one release." };
}

function noTables(path: string): Problem {
  return unreadable(path, "it holds no tables of sources that fit the npm package beside it");
}

function textAt(host: Host, root: string, path: string): string | undefined {
  const bytes = host.files.read(folderAt(root, path));
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

interface Bundle {
  readonly tag: string;
  readonly file: SourceFile;
  /** By code and part: `1001.title`. */
  readonly texts: Readonly<Record<string, string>>;
}

function textsIn(raw: RawFile): Omit<Bundle, "tag"> | undefined {
  const { file, readable } = decode(raw, Number.POSITIVE_INFINITY);
  if (!readable) return undefined;
  try {
    const texts: unknown = JSON.parse(file.text);
    if (typeof texts !== "object" || texts === null || Array.isArray(texts)) return undefined;
    if (!Object.values(texts).every((text) => typeof text === "string")) return undefined;
    return { file, texts: texts as Bundle["texts"] };
  } catch {
    return undefined;
  }
}

/** A bundle as the file of its locale: a text that is that of the default locale stands in for one that is missing. */
function localeFile({ failures }: Catalog, { tag, file, texts }: Bundle): RawFile {
  const translated = failures.map(({ code, name, messages }) => {
    const parts = Object.entries(messages).flatMap(([part, message]) => {
      const key = `${code}.${part}`;
      const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
      return text === undefined || text === message?.text ? [] : [[part, { text }] as const];
    });
    return [name, Object.fromEntries(parts)] as const;
  });
  const content = { locale: tag, failures: Object.fromEntries(translated) };
  return { path: `${file.path}#`, content: JSON.stringify(content) };
}
