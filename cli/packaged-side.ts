import type { Catalog } from "../core/catalog.ts";
import { decode, type RawFile } from "../core/decode.ts";
import type { Diagnostic } from "../core/diagnostics/diagnostic.ts";
import type { Side } from "../core/evolution/side.ts";
import { load } from "../core/load.ts";
import { joined } from "../core/output-path.ts";
import { quoted } from "../core/quoted.ts";
import type { SourceFile } from "../core/source-file.ts";
import type { Host } from "./host/host.ts";
import { filesIn, folderAt, readNamedFile } from "./host/project-files.ts";
import type { Problem } from "./problem.ts";
import { unreadable } from "./spec-files.ts";

/** What came of reading the npm package in a folder. */
export type Packaged =
  | { readonly side: Side; readonly hasSources: boolean }
  | { readonly diagnostics: readonly Diagnostic[] }
  | { readonly problem: Problem };

const options = { published: true, maxFileSize: Number.POSITIVE_INFINITY };

/** The catalog that the npm package in a folder carries, in all of its languages. The errors of platforms are programs there. */
export function packagedSide(host: Host, root: string, folder: string): Packaged {
  const path = joined(folder, "catalog.json");
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
  for (const name of filesIn(host.files, root, joined(folder, "messages"), ".json", false)) {
    const tag = name.slice(0, -".json".length);
    if (tag === alone.value.defaultLocale) continue;
    const bundlePath = joined(folder, `messages/${name}`);
    const file = readNamedFile(host.files, root, bundlePath);
    const texts = file.kind === "read" ? textsIn(file.raw) : undefined;
    if (texts === undefined) return { problem: unreadable(bundlePath, "it is no bundle of messages") };
    bundles.push({ tag, ...texts });
  }
  const locales = bundles.map((bundle) => localeFile(alone.value, bundle));
  const loaded = load({ catalog: reading.raw, locales }, options);
  if (!loaded.ok) return { diagnostics: loaded.diagnostics };
  const written = new Map(locales.map(({ path: at }, index) => [at, bundles[index]?.file]));
  const place: Side["place"] = (file, within) => {
    const bundle = written.get(file.path);
    if (bundle === undefined) return { file, path: within };
    const failure = loaded.value.byName.get(String(within[1]));
    return { file: bundle, path: failure === undefined ? [] : [`${failure.code}.${within[2]}`] };
  };
  const hasSources = host.files.kind(folderAt(root, joined(folder, "sources"))) === "folder";
  return { side: { catalog: loaded.value, title: folder, place }, hasSources };
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
