import { decode, type RawFile } from "../decode.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { Side } from "../evolution/side.ts";
import type { JsonPath } from "../json/path.ts";
import { parseJson } from "../json.ts";
import { load } from "../load.ts";
import { failure, type Outcome, success } from "../outcome.ts";
import type { SourceFile } from "../source-file.ts";
import type { Surface } from "./release-document.ts";

/** A release, as a side to compare with. */
export interface Release {
  readonly side: Side;
  /** Undefined where the release has no TypeScript artifacts. */
  readonly surface: Surface | undefined;
}

/** Reads `releases/<version>.json`. Places in it are places in that file. */
export function readRelease(raw: RawFile, version: string): Outcome<Release> {
  const { file, readable, diagnostics } = decode(raw, Number.POSITIVE_INFINITY);
  if (!readable) return failure(diagnostics);
  const { value } = parseJson(file);
  const parts = partsOf(value);
  if (parts === undefined) return failure([...diagnostics, unreadable(file, version)]);
  const places = new Map<string, JsonPath>();
  const part: MakePart = (name, content, path) => {
    const inside = `${raw.path}#/${name}`;
    places.set(inside, path);
    return { path: inside, content: JSON.stringify(content) };
  };
  const loaded = load(
    {
      catalog: part("catalog.json", parts.catalog, ["catalog"]),
      locales: localesIn(parts, part),
      sources: parts.sources.map((one, index) => part(`sources/${nameIn(one, "name")}.json`, one, ["sources", index])),
    },
    { published: true, maxFileSize: Number.POSITIVE_INFINITY },
  );
  if (!loaded.ok) return failure([unreadable(file, version)]);
  const place: Side["place"] = (within, path) => ({ file, path: [...(places.get(within.path) ?? []), ...path] });
  return success({ side: { catalog: loaded.value, title: version, place }, surface: parts.surface }, []);
}

function unreadable(file: SourceFile, version: string): Diagnostic {
  return diagnostic("FC9007", { file, start: 0, end: 0 }, { version: JSON.stringify(version) });
}

type MakePart = (name: string, content: unknown, path: JsonPath) => RawFile;

/** One after the other, so that not all of them are there as texts at a time. */
function* localesIn({ locales }: Parts, part: MakePart): Iterable<RawFile> {
  for (const [index, one] of locales.entries()) {
    yield part(`locales/${nameIn(one, "locale")}.json`, one, ["locales", index]);
  }
}

interface Parts {
  readonly catalog: unknown;
  readonly locales: readonly unknown[];
  readonly sources: readonly unknown[];
  readonly surface: Surface | undefined;
}

function partsOf(value: unknown): Parts | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { release, catalog, locales, sources, surface } = value as Readonly<Record<string, unknown>>;
  if (release !== 1 || !Array.isArray(locales) || !Array.isArray(sources)) return undefined;
  return { catalog, locales, sources, surface: surface as Surface | undefined };
}

function nameIn(part: unknown, member: string): string {
  const name = (part as Readonly<Record<string, unknown>> | null)?.[member];
  return typeof name === "string" ? name : "";
}
