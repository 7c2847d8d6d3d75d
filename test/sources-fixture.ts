import type { Catalog, Failure, Mapping, MappingKey, Source, TextMatch } from "../core/catalog.ts";
import { compareKeysInFull } from "../core/sources/key-order.ts";

/** Where the texts of made-up sources come from: a line, a paragraph, and a code that no other mapping has. */
export interface Texts {
  line(): string;
  paragraph(): string;
  code(): string;
}

/** Plain texts, another one each time. */
export function plainTexts(): Texts {
  let made = 0;
  return {
    line: () => `Line ${++made}`,
    paragraph: () => `Paragraph ${++made}.`,
    code: () => `CODE_${++made}`,
  };
}

function source(name: string, { line, paragraph }: Texts): Source {
  return {
    name,
    title: line(),
    description: paragraph(),
    standing: "documented",
    aliases: [],
    sourceCode: "",
    codeForms: ["word"],
    references: [],
    judging: paragraph(),
    inherits: undefined,
    mappings: [],
    file: { path: `spec/sources/${name}.json`, text: "" },
  };
}

/** Gives a source its mappings, in the order in which `load` gives them. */
function withMappings(of: Source, mappings: readonly Mapping[]): Source {
  return { ...of, mappings: [...mappings].sort((left, right) => compareKeysInFull(left.key, right.key)) };
}

/** Every kind of key, with and without what it may have. */
function keys({ code, line }: Texts): readonly MappingKey[] {
  const text = (kind: TextMatch["kind"]): TextMatch => ({ kind, pattern: line() });
  const exact = (subcode?: string, match?: TextMatch, spellings: readonly string[] = []): MappingKey => {
    return { kind: "exact", code: code(), subcode, spellings, text: match };
  };
  return [
    exact(),
    exact(code()),
    exact(undefined, undefined, [code(), code()]),
    exact(code(), undefined, [code()]),
    exact(undefined, text("is")),
    exact(undefined, text("prefix")),
    exact(undefined, text("suffix"), [code()]),
    exact(code(), text("contains")),
    { kind: "exact", code: "7", subcode: undefined, spellings: [], text: { kind: "glob", pattern: `a*${line()}*` } },
    { kind: "exact", code: "200", subcode: undefined, spellings: [], text: undefined },
    { kind: "exact", code: "1000", subcode: undefined, spellings: [], text: undefined },
    { kind: "exact", code: "any", subcode: undefined, spellings: [], text: undefined },
    { kind: "exact", code: "200-299", subcode: undefined, spellings: ["X.1.1", "coverage"], text: undefined },
    { kind: "range", from: 200, to: 299, text: undefined },
    { kind: "range", from: 200, to: 299, text: text("contains") },
    { kind: "detail", subject: "1", detail: "1", text: undefined },
    { kind: "class", class: "4", text: undefined },
    { kind: "class", class: "5", text: text("prefix") },
    { kind: "source", text: text("suffix") },
    { kind: "source", text: undefined },
  ];
}

/**
 * A catalog with sources of its own making in place of those it has: one with every kind of key, each with every outcome
 * in turn; one that inherits from it; one that is documented; one without errors. The texts come from `texts`.
 */
export function withSources(catalog: Catalog, texts: Texts = plainTexts()): Catalog {
  const { line, paragraph } = texts;
  const [first = catalog.fallback, ...others] = catalog.failures;
  const second = others[0] ?? first;
  const references = [
    { id: "list", title: line(), url: "https://example.com/errors_(all)?page=1&copy=2#x|y" },
    { id: "book", title: line(), url: undefined },
  ];

  const mapping = (owner: Source, key: MappingKey, index: number): Mapping => {
    const origin = { file: owner.file, path: ["mappings", index] };
    const provenance = (["published", "same-numbering", "recalled"] as const)[index % 3] ?? "published";
    const common = { key, name: line(), description: index % 4 === 1 ? "" : paragraph(), provenance, origin };
    const reason = paragraph();
    const leads = (failure: Failure | undefined, more: Partial<Mapping>): Mapping => {
      const retry = index % 5 === 0 && failure !== undefined ? "after-change" : failure?.retry;
      return {
        ...common,
        outcome: "failure",
        failure,
        evidence: undefined,
        reference: undefined,
        reason,
        retry,
        ...more,
      };
    };
    switch (index % 4) {
      case 0:
        return leads(first, { evidence: "derived" });
      case 1:
        return leads(second, { evidence: "derived" });
      case 2:
        return leads(catalog.fallback, { outcome: "fallback" });
      default:
        return leads(undefined, { outcome: "notAFailure" });
    }
  };

  const bare = source("pigeons", texts);
  const pigeons = withMappings(
    {
      ...bare,
      standing: "protocol",
      aliases: [
        { name: "birds", reason: paragraph() },
        { name: "doves", reason: paragraph() },
      ],
      sourceCode: paragraph(),
      codeForms: ["enhanced-status", "number", "word"],
      references,
    },
    keys(texts).map((key, index) => mapping(bare, key, index)),
  );
  const own = source("carriers", texts);
  const carriers = withMappings({ ...own, standing: "channel", inherits: "pigeons", aliases: [] }, [
    ...pigeons.mappings,
    mapping(own, { kind: "exact", code: texts.code(), subcode: undefined, spellings: [], text: undefined }, 2),
  ]);
  const vans = source("vans", texts);
  const documented = references.map((reference, index): Mapping => {
    const key: MappingKey = { kind: "exact", code: texts.code(), subcode: undefined, spellings: [], text: undefined };
    return { ...mapping(vans, key, 0), evidence: "documented", reference, reason: index === 0 ? "" : paragraph() };
  });
  const sources = [carriers, source("nobody", texts), pigeons, withMappings({ ...vans, references }, documented)];
  return { ...catalog, sources };
}
