import { decode, type RawFile } from "../core/decode.ts";
import type { JsonPath } from "../core/json/path.ts";
import type { SourceFile } from "../core/source-file.ts";
import type { Json } from "../core/target.ts";

/** The tables of all sources, as the files that they were made from. */
export interface PackagedSources {
  /** Version of the catalog that they are of. */
  readonly version: string;
  readonly files: readonly RawFile[];
  /** Where in the tables something stands that was read from one of the files; undefined for other files. */
  readonly place: (
    path: string,
    within: JsonPath,
  ) => { readonly file: SourceFile; readonly path: JsonPath } | undefined;
}

type Entry = Readonly<Record<string, Json>>;

/** Reads `sources.json` of the target `sources`; undefined where it is something else. */
export function packagedSources(raw: RawFile): PackagedSources | undefined {
  const { file, readable } = decode(raw, Number.POSITIVE_INFINITY);
  const tables = readable ? tablesIn(file.text) : undefined;
  if (tables === undefined) return undefined;
  const paths = new Map<string, (within: JsonPath) => JsonPath>();
  const files = tables.sources.map((table, index): RawFile => {
    const rows = rowsOf(table);
    // What is inherited belongs to the table of the other source.
    const isOwn = (row: Entry): boolean => row["inheritedFrom"] === undefined;
    const own = [...rows.keys()].filter((at) => isOwn(rows[at] ?? {}));
    const path = `${file.path}#/${index}`;
    paths.set(path, ([first, second, ...rest]) => {
      if (first === undefined) return ["sources", index];
      if (second === undefined) return ["sources", index, first];
      const inside = first === "mappings" && typeof second === "number" ? (own[second] ?? second) : second;
      return ["sources", index, first, inside, ...rest];
    });
    const mappings = rows.filter(isOwn).map(mappingIn);
    return { path, content: JSON.stringify({ ...factsIn(table), mappings }) };
  });
  const place: PackagedSources["place"] = (path, within) => {
    const inTables = paths.get(path);
    return inTables === undefined ? undefined : { file, path: inTables(within) };
  };
  return { version: tables.version, files, place };
}

function tablesIn(text: string): { readonly version: string; readonly sources: readonly Entry[] } | undefined {
  try {
    const { catalog, sources } = JSON.parse(text) as Record<string, Json | undefined>;
    const version = isEntry(catalog) ? catalog["version"] : undefined;
    if (typeof version !== "string" || !Array.isArray(sources)) return undefined;
    const tables: readonly Json[] = sources;
    return tables.every((table) => isEntry(table) && isEntries(table["mappings"]))
      ? { version, sources: tables.filter(isEntry) }
      : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: Json | undefined): value is Entry {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEntries(value: Json | undefined): boolean {
  return Array.isArray(value) && value.every((one: Json) => isEntry(one) && isEntry(one["key"]));
}

function rowsOf({ mappings }: Entry): readonly Entry[] {
  return Array.isArray(mappings) ? mappings.filter(isEntry) : [];
}

const facts = [
  "name",
  "title",
  "description",
  "standing",
  "aliases",
  "sourceCode",
  "codeForms",
  "references",
  "judging",
  "inherits",
] as const;

/** Every row says its provenance by itself. */
function factsIn(table: Entry): Entry {
  return { ...chosen(table, facts), provenance: "published" };
}

function mappingIn(row: Entry): Entry {
  const { key, outcome, failure, reference } = row;
  return {
    ...(isEntry(key) ? keyIn(key) : {}),
    ...chosen(row, ["name", "description", "evidence", "reason", "provenance", "retry"]),
    ...(outcome === "failure" ? chosen({ failure: failure ?? null }, ["failure"]) : { [String(outcome)]: true }),
    ...(isEntry(reference) ? chosen({ reference: reference["id"] ?? null }, ["reference"]) : {}),
  };
}

/** A key as a file of a source writes it. */
function keyIn(key: Entry): Entry {
  const { kind, text, subject, detail } = key;
  const match = isEntry(text) ? { text: { [String(text["kind"])]: text["pattern"] ?? null } } : {};
  switch (kind) {
    case "detail":
      return { code: `X.${subject}.${detail}`, ...match };
    case "range":
      return { range: chosen(key, ["from", "to"]), ...match };
    case "class":
      return { code: `${key["class"]}.X.X`, ...match };
    default:
      return { ...chosen(key, ["code", "subcode", "spellings"]), ...match };
  }
}

function chosen(entry: Entry, names: readonly string[]): Entry {
  const members = names.flatMap((name) => (entry[name] === undefined ? [] : [[name, entry[name]] as const]));
  return Object.fromEntries(members);
}
