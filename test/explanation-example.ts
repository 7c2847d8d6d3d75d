import { sha256 } from "../cli/host/digest.ts";
import { decode } from "../core/decode.ts";
import type { Diagnostic } from "../core/diagnostics/diagnostic.ts";
import { parseJson } from "../core/json.ts";
import { load, type RawFile } from "../core/load.ts";

type Entry = Readonly<Record<string, unknown>>;

const declined = {
  code: 1001,
  name: "CARD_DECLINED",
  params: { card: { type: "string", example: "4242" } },
  messages: {
    title: { text: "Your card was declined" },
    detail: { text: "Your bank refused the card {card}." },
  },
};

const waits = {
  code: 1002,
  name: "PARCEL_WAITS",
  messages: { title: { text: "Your parcel waits at ParcelPoint" } },
};

const heavy = {
  code: 1003,
  name: "PARCEL_HEAVY",
  params: { share: { type: "number", example: 0.07 } },
  messages: { title: { text: "Your parcel is {share, number, percent} too heavy" } },
};

/** The catalog whose texts the examples of locales translate. */
const translated: Entry = { glossary: ["ParcelPoint"], failures: [declined, waits, heavy] };

/** A whole catalog around the piece that an explanation shows: what the piece leaves out is filled in. */
function catalogAround(piece: Entry): Entry {
  const categories = ((piece["categories"] ?? [{ id: "payment" }]) as readonly Entry[]).map((category, index) => ({
    title: `Category ${index}`,
    description: `The category ${index}.`,
    ...category,
  }));
  const string = piece["codeType"] === "string";
  const entries = (piece["failures"] ?? [string ? {} : declined]) as readonly Entry[];
  const prefix = ((categories[0] as Entry | undefined)?.["prefixes"] as readonly string[] | undefined)?.[0] ?? "X";
  const failures = entries.map((failure, index) => ({
    code: string ? `${prefix}${index}` : 1001 + index,
    name: `FAILURE_${index}`,
    category: (categories[0] as Entry | undefined)?.["id"],
    title: `Failure ${index}`,
    description: `The failure ${index}.`,
    retry: "never",
    ...failure,
  }));
  return {
    name: "order-failures",
    title: "Order failures",
    version: "2.0.0",
    codeType: "integer",
    defaultLocale: "en",
    fallback: failures[0]?.code,
    ...piece,
    statuses: ((piece["statuses"] ?? []) as readonly Entry[]).map((status, index) => ({
      title: `Status ${index}`,
      description: `The status ${index}.`,
      ...status,
    })),
    categories,
    failures,
  };
}

const replaced = { since: "1.0.0", reason: "It was the same as CARD_DECLINED.", replacedBy: 1001 };

/** The failures that the examples of sources speak of. */
const mappedFailures = [
  { code: 1001, name: "CARD_DECLINED" },
  { code: 1002, name: "CARD_REFUSED", deprecated: replaced },
  { code: 1003, name: "CARD_BLOCKED", retired: replaced },
];

const judged = { evidence: "derived", reason: "The bank says so." };

/** A whole source around the piece that an explanation shows. */
function sourceAround(piece: Entry): Entry {
  const mappings = ((piece["mappings"] ?? []) as readonly Entry[]).map((mapping) => {
    const isShort = "failure" in mapping && !("evidence" in mapping) && !("reason" in mapping);
    return isShort ? { ...mapping, ...judged } : mapping;
  });
  return {
    name: "card-network",
    title: "Card network",
    description: "The network of the banks said no.",
    standing: "documented",
    codeForms: ["number"],
    references: [{ id: "manual", title: "Manual of the card network" }],
    provenance: "published",
    judging: "By their meaning.",
    ...piece,
    mappings,
  };
}

function file(path: string, value: unknown): RawFile {
  return { path, content: JSON.stringify(value, undefined, 2) };
}

/** What load says about an example in JSON: of a text alone, of a piece of a catalog, of a locale's file, or of a piece of a source. */
export function diagnosticsOfExample(example: string, series: "reading" | "spec" | "source"): readonly Diagnostic[] {
  if (series === "reading") return parseJson(decode({ path: "example.json", content: example }).file).diagnostics;
  const piece = JSON.parse(example) as Entry;
  if (series === "source") {
    const source = sourceAround(piece);
    const spec = file("spec.json", catalogAround({ failures: mappedFailures }));
    const sources = [file(`sources/${source["name"]}.json`, source)];
    return load({ catalog: spec, locales: [], sources }).diagnostics;
  }
  const isLocale = "locale" in piece;
  const catalog = file("spec.json", catalogAround(isLocale ? translated : piece));
  const locales = isLocale ? [{ path: `locales/${piece["locale"]}.json`, content: example }] : [];
  return load({ catalog, locales }, { digest: sha256 }).diagnostics;
}
