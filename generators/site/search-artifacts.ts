import type { Catalog } from "../../core/catalog.ts";
import { type Memory, noMemory } from "../../core/memory.ts";
import type { PlatformErrors } from "../../core/reference/platform-errors.ts";
import { searchScript } from "./browser.gen.js";
import { messageIndex, searchCore } from "./search-core.ts";

/** A file of the search, to be made when somebody asks for it. */
export interface SearchFile {
  readonly path: string;
  make(): string;
}

/**
 * The files of the search: its script, which a page loads when somebody searches, and what it looks into. All are classic
 * scripts that call a function, since a page that is opened as a file can read nothing else.
 */
export function searchFiles(
  catalog: Catalog,
  errors: () => PlatformErrors,
  header: string,
  memory: Memory = noMemory,
): readonly SearchFile[] {
  const file = (name: string, from: () => readonly unknown[], data: () => object): SearchFile => {
    const text = (): string => `${header}failcodesSearch.take(${literal(name)}, ${literal(data())});\n`;
    const make = (): string =>
      memory === noMemory ? text() : memory.recall("site search", name, [header, ...from()], text);
    return { path: `assets/search/${name}.js`, make };
  };
  // All that is read of the catalog for the messages in a language.
  const names = (): unknown => {
    const list = catalog.failures.map(({ name }) => name);
    return memory.recall("site search names", "", list, () => Symbol("names"));
  };
  const tags = catalog.locales.map(({ tag }) => tag);
  return [
    { path: "assets/search.js", make: () => header + searchScript },
    file(
      "core",
      () => [catalog.file, tags, ...catalog.sources.map((source) => source.file)],
      () => searchCore(catalog, errors()),
    ),
    ...catalog.locales
      .filter(({ tag }) => tag !== catalog.defaultLocale)
      .map((locale) =>
        file(
          `messages-${locale.tag}`,
          () => [names(), locale],
          () => messageIndex(catalog, locale),
        ),
      ),
  ];
}

// Line separators end a line in some readers; a tag or a comment would end a script that somebody puts into a page.
function literal(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|<(?=[/!?a-z])/gi,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
