import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** Length of a text that is sent with gzip, in bytes. */
export function gzipped(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}

/** A module as esbuild puts it into a page: minified, in one file. What is `apart` is left out, its import too. */
export async function pageScript(folder: string, source: string, apart: readonly string[] = []): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: folder },
    bundle: true,
    minify: true,
    format: "esm",
    charset: "utf8",
    legalComments: "none",
    external: [...apart],
    write: false,
  });
  const script = outputFiles[0]?.text ?? "";
  return apart.reduce((rest, path) => withoutImport(rest, path), script);
}

function withoutImport(script: string, path: string): string {
  const end = script.indexOf(`}from"${path}";`);
  if (end === -1) return script;
  const start = script.lastIndexOf("import{", end);
  return script.slice(0, start) + script.slice(end + `}from"${path}";`.length);
}

/** Sizes of the messages of a generated npm package, in bytes with gzip. */
export interface MessageSizes {
  /** The texts of the default locale alone, as a JSON array. */
  readonly texts: number;
  /** `message` with all texts of the default locale as functions, without the resolution table. */
  readonly functions: number;
  /** `messagesIn` over compact JSON, without the resolution table. */
  readonly jsonRuntime: number;
  /** The compact JSON of the default locale. */
  readonly json: number;
  /** The resolution table, with the lookup of a tag in it. */
  readonly resolution: number;
}

/** The module of a package that holds the resolution table. */
export const resolutionModule = "./message-locales.js";

/** Measures the messages of a generated npm package. */
export async function messageSizes(folder: string, defaultLocale: string): Promise<MessageSizes> {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), "utf8"));
  const texts = Object.values(read(`messages/${defaultLocale}.json`) as Readonly<Record<string, string>>);
  const script = (source: string) => pageScript(folder, source, [resolutionModule]);
  return {
    texts: gzipped(JSON.stringify(texts)),
    functions: gzipped(await script('export { message } from "./message.js"')),
    jsonRuntime: gzipped(await script('export { messagesIn } from "./message-json.js"')),
    json: gzipped(JSON.stringify(read(`messages/compact/${defaultLocale}.json`))),
    resolution: gzipped(await pageScript(folder, `export * from "${resolutionModule}"`)),
  };
}
