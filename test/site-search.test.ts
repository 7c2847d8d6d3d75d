import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Catalog, Mapping } from "../core/catalog.ts";
import { categoryPagePath, codePagePath, sitePath, sourcePagePath } from "../core/page-address.ts";
import { platformErrors } from "../core/reference/platform-errors.ts";
import { isAdmissible } from "../core/rules/text-characters.ts";
import { mappingAnchors } from "../core/sources/mapping-anchor.ts";
import { catalogFixture, shippedCatalog } from "./catalog-fixture.ts";
import { hostileCatalog } from "./hostile-catalog.ts";
import { hostileText } from "./hostile-text.ts";
import { searchFilesOf, searchOf, takenFrom } from "./site-search-files.ts";
import { plainTexts, type Texts, withSources } from "./sources-fixture.ts";

/** Lines, paragraphs and codes, each another one. */
function hostileSources(): Texts {
  const lines = hostileText
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter((text) => isAdmissible(text, "line"));
  const made = fc.sample(fc.uniqueArray(lines, { minLength: 150, maxLength: 200 }), { numRuns: 1, seed: 3 })[0] ?? [];
  let taken = 0;
  const next = (): string => made[taken++ % made.length] ?? "";
  return { line: next, paragraph: next, code: next };
}

const catalogs: readonly (readonly [string, Catalog])[] = [
  ["shipped", shippedCatalog()],
  ["sources of every kind", withSources(catalogFixture("shop"), plainTexts())],
  ["of hostile errors", withSources(catalogFixture("shop"), hostileSources())],
  ["of hostile messages", messagesAlone(hostileCatalog(["ar", "ja"], 40))],
  ...["shop", "compiler", "minimal", "hostile"].map((name) => [name, catalogFixture(name)] as const),
];
/** Its aliases are those of one failure, and its sources lead to failures of another catalog. */
function messagesAlone(catalog: Catalog): Catalog {
  return { ...catalog, sources: [], failures: catalog.failures.map((failure) => ({ ...failure, aliases: [] })) };
}

const codePage = (code: number | string): string => encodeURI(sitePath(codePagePath(code)));

describe.each(catalogs)("the search of the catalog %s", (_name, catalog) => {
  const { find } = searchOf(catalog);
  const linksOf = (query: string): readonly string[] =>
    find(query).flatMap(({ results }) => results.map(({ link }) => link));

  it("finds every code by its number, its name and all other names, before anything else of its kind", () => {
    for (const { code, name, aliases } of catalog.failures) {
      for (const query of [
        String(code),
        name,
        name.toLowerCase(),
        name.replaceAll("_", " "),
        ...aliases.map((one) => one.name),
      ]) {
        const codes = find(query).find(({ title }) => title === "Codes");
        expect(codes?.results[0]?.link, query).toBe(codePage(code));
      }
    }
  });

  it("finds reserved codes, categories and sources", () => {
    for (const { code } of catalog.reserved) expect(linksOf(String(code)), String(code)).toContain(codePage(code));
    for (const { id, title } of catalog.categories) {
      for (const query of [id, title]) expect(linksOf(query), query).toContain(sitePath(categoryPagePath(id)));
    }
    for (const { name, title, aliases } of catalog.sources) {
      for (const query of [name, title, ...aliases.map((alias) => alias.name)]) {
        expect(linksOf(query), query).toContain(encodeURI(sitePath(sourcePagePath(name))));
      }
    }
  });

  it("finds every error of a platform by its code, says whose it is, and leads to its failure or to its place", () => {
    for (const [source, errors] of platformErrors(catalog).bySource) {
      for (const { mapping } of errors) {
        const leadsTo = mapping.outcome === "failure" ? mapping.failure?.code : undefined;
        const row = `${encodeURI(sitePath(sourcePagePath(source.name)))}#${mappingAnchors(mapping.key)[0]}`;
        for (const query of codesOf(mapping)) {
          const found = find(query).flatMap(({ results }) => results);
          const wanted = { link: leadsTo === undefined ? row : codePage(leadsTo), title: mapping.name };
          const note = expect.stringContaining(`Error of ${source.title}`);
          expect(found, `${source.name} ${query}`).toContainEqual(expect.objectContaining({ ...wanted, note }));
        }
      }
    }
  });

  it("finds a failure by what its messages say, in every language", () => {
    for (const { tag, messages } of catalog.locales) {
      const texts = messages();
      // What many messages say leads to some of them.
      const all = [...texts.values()].flatMap((own) => Object.values(own));
      for (const { name, code } of catalog.failures) {
        for (const text of Object.values(texts.get(name) ?? {})) {
          // A reader has typed the beginning of what they see.
          const seen = /^[^{'#<]{12,}/u.exec(text)?.[0].slice(0, 40).trim();
          if (seen === undefined || all.filter((other) => other.includes(seen)).length > 3) continue;
          expect(
            linksOf(seen).map((link) => link.replace(/#.*/, "")),
            `${tag}: ${seen}`,
          ).toContain(codePage(code));
        }
      }
    }
  });

  it("shows about twenty results, and each once", () => {
    for (const query of ["a", "e", "message", "error", "1", "in", "の"]) {
      const exact = find(query).flatMap(({ results }) => results);
      expect(new Set(exact.map((result) => JSON.stringify(result))).size).toBe(exact.length);
      if (!exact.some(({ code }) => code === query)) expect(exact.length).toBeLessThanOrEqual(20);
    }
  });

  it("has files that are scripts of one call, safe inside of a page too, and the same each time", () => {
    const files = searchFilesOf(catalog);
    expect(searchFilesOf(catalog)).toEqual(files);
    const names = catalog.locales
      .filter(({ tag }) => tag !== catalog.defaultLocale)
      .map(({ tag }) => `messages-${tag}`);
    expect([...takenFrom(files).keys()]).toEqual(["core", ...names]);
    for (const text of files.values()) expect(text).not.toMatch(/<[/!a-z]|[\u2028\u2029]/i);
  });
});

function codesOf({ key }: Mapping): readonly string[] {
  switch (key.kind) {
    case "exact":
      return [key.code, ...key.spellings, ...(key.subcode === undefined ? [] : [`${key.code} ${key.subcode}`])];
    case "range":
      return [String(key.from), String(key.to), String(Math.floor((key.from + key.to) / 2))];
    case "detail":
      return [`X.${key.subject}.${key.detail}`, `4.${key.subject}.${key.detail}`, `5.${key.subject}.${key.detail}`];
    case "class":
      return [`${key.class}.X.X`, `${key.class}.199.7`];
    case "source":
      return [];
  }
}

describe("the search of the shipped catalog", () => {
  const { find } = searchOf(shippedCatalog());
  const best = (query: string): unknown => {
    const [group] = find(query);
    const [first] = group?.results ?? [];
    return first && `${group?.title}: ${[first.code, first.name].filter((word) => word !== "").join(" ")}`;
  };

  test.each([
    ["131047", "Errors of platforms: 131047"],
    ["whatsapp 131047", "Errors of platforms: 131047"],
    ["0x0000000B", "Errors of platforms: 11"],
    ["unknown_subscriber", "Codes: 15005 UNKNOWN_SUBSCRIBER"],
    ["UnknownSubscriber", "Codes: 15005 UNKNOWN_SUBSCRIBER"],
    ["unknwon subscr", "Codes: 15005 UNKNOWN_SUBSCRIBER"],
    ["billing falure", "Codes: 12007 BILLING_FAILURE"],
    ["billng", "Codes: 12007 BILLING_FAILURE"],
    ["BILLING_FALIURE", "Codes: 12007 BILLING_FAILURE"],
    ["12007", "Codes: 12007 BILLING_FAILURE"],
    ["error 12007", "Codes: 12007 BILLING_FAILURE"],
    ["sesion window", "Codes: 14005 INVALID_SESSION_WINDOW"],
    ["支払い", "Codes: 15004 INVALID_PAYMENT"],
    ["رصيد", "Codes: 14001 INVALID_BALANCE"],
    ["15009", "Codes: 15009"],
    ["whatsapp", "Sources and categories: whatsapp"],
  ])("answers %j with %s first", (query, first) => {
    expect(best(query)).toBe(first);
  });

  it("says 5.1.1 for each of its kinds, and where words were found that are not in the title", () => {
    const codes = find("5.1.1").flatMap(({ results }) => results.map(({ code }) => code));
    expect(codes).toEqual(["X.1.1", "5.X.X"]);
    expect(find("رصيد")[0]?.results[0]).toMatchObject({
      link: "codes/14001.html#message-ar",
      note: "Found in its message: العربية",
    });
  });

  it("finds a name with any one letter missing, doubled or changed about", () => {
    for (const { name, code } of shippedCatalog().failures) {
      for (const typo of typos(name)) {
        const links = find(typo).flatMap(({ results }) => results.map(({ link }) => link));
        expect(links, typo).toContain(codePage(code));
      }
    }
  });

  it("says nothing for nothing, and finds nothing in what no text says", () => {
    for (const query of ["", " ", "_", "qqqqxxxx", "<script>zzzz", "99999999"]) expect(find(query), query).toEqual([]);
  });
});

/** A name with one slip of the hand in each of its long words, after the first letter of the word. */
function typos(name: string): readonly string[] {
  const words = name.toLowerCase().split("_");
  return words.flatMap((word, at) => {
    if (word.length < 5) return [];
    const others = (typo: string): string => words.map((one, place) => (place === at ? typo : one)).join(" ");
    return Array.from({ length: word.length - 2 }, (_, index) => index + 1).flatMap((place) => {
      const [before, letter, next, after] = [word.slice(0, place), word[place], word[place + 1], word.slice(place + 2)];
      return [
        `${before}${next}${after}`,
        `${before}${letter}${letter}${next}${after}`,
        `${before}${next}${letter}${after}`,
      ].map(others);
    });
  });
}
