import { gzipSync } from "node:zlib";
import { describe, expect, it, test } from "vitest";
import { type Catalog, type Failure, messageParts } from "../core/catalog.ts";
import type { ReleasedChange } from "../core/ledger/code-history.ts";
import { categoryPagePath, codePagePath, localePagePath, sitePath, sourcePagePath } from "../core/page-address.ts";
import { retryAdvice } from "../core/reference/retry-advice.ts";
import { coverageOf } from "../core/sources/coverage.ts";
import { site } from "../generators/site.ts";
import { bigCatalog } from "./big-catalog.ts";
import { catalogFixture, shippedCatalog } from "./catalog-fixture.ts";
import { catalogEdited, catalogWith } from "./edited-catalog.ts";
import { artifactsOf, testKit } from "./golden.ts";
import { type PageElement, readElements } from "./site-elements.ts";

const catalogs: readonly (readonly [string, Catalog])[] = [
  ["shipped", shippedCatalog()],
  ...["shop", "compiler", "minimal", "hostile"].map((name) => [name, catalogFixture(name)] as const),
];

const address = (path: string): string => encodeURI(sitePath(path));
const line = (text: string): string => text.replace(/\s+/g, " ").trim();
const links = (element: PageElement): readonly string[] =>
  element.all("a").map(({ attributes }) => attributes["href"] ?? "");

/** The rows of a table's body, as lists of their cells. */
function rowsOf(table: PageElement): readonly (readonly PageElement[])[] {
  return table
    .one("tbody")
    .all("tr")
    .map((row) => [...row.all("th"), ...row.all("td")]);
}

/** The section whose heading has an id. */
function section(page: PageElement, id: string): PageElement | undefined {
  return page.all("section").find(({ attributes }) => attributes["aria-labelledby"] === id);
}

async function firstPage(catalog: Catalog, kit = testKit): Promise<PageElement> {
  return readElements((await artifactsOf(site(), catalog, kit)).get("index.html") ?? "");
}

/** A code as the map tells it to who hears the page. */
function told({ code, title, deprecated, retired }: Failure): string {
  return line(`${code} ${title}${retired ? " (Retired)" : deprecated ? " (Deprecated)" : ""}`);
}

describe.each(catalogs)("the first page of the catalog %s", async (_name, catalog) => {
  const page = await firstPage(catalog);
  const advices = Object.values(retryAdvice);

  it("shows every code on the map once: in the row of its category, in the column of its advice", () => {
    const map = page.one(".map");
    const columns = map.one("thead").all("th").slice(1);
    expect(columns.map(({ text }) => text)).toEqual(
      advices.map(({ word, short, heading }) => {
        const count = catalog.failures.filter(({ retry }) => retry === word).length;
        return `${short} ${count} ${count === 1 ? "code" : "codes"} ${heading}`;
      }),
    );
    const rows = rowsOf(map);
    expect(rows).toHaveLength(catalog.categories.length);
    for (const [at, [head, ...cells]] of rows.entries()) {
      const category = catalog.categories[at];
      expect(links(head as PageElement)).toEqual([address(categoryPagePath(category?.id ?? ""))]);
      expect(head?.text).toContain(line(category?.title ?? ""));
      for (const [column, cell] of cells.entries()) {
        const own = catalog.failures.filter(
          (failure) => failure.category === category && failure.retry === advices[column]?.word,
        );
        expect(links(cell)).toEqual(own.map(({ code }) => address(codePagePath(code))));
        expect(cell.all("a").map(({ text }) => text)).toEqual(own.map(told));
      }
    }
  });

  it("lists every code with what the filters ask for", () => {
    const rows = page.one(".failures").one("tbody").all("tr");
    expect(rows.map((row) => links(row)[0])).toEqual(catalog.failures.map(({ code }) => address(codePagePath(code))));
    for (const [at, { attributes }] of rows.entries()) {
      const failure = catalog.failures[at];
      expect(attributes["data-category"]).toBe(failure?.category.id);
      expect(attributes["data-retry"]).toBe(failure?.retry);
      expect(attributes["data-statuses"]).toBe(failure?.statuses.join(" "));
      const leading = catalog.sources.filter(({ mappings }) => mappings.some((mapping) => mapping.failure === failure));
      expect(attributes["data-sources"]).toBe(leading.map(({ name }) => name.replace(/\s/g, "_")).join(" "));
    }
  });

  it("counts in the filters what the list has", () => {
    const rows = page.one(".failures").one("tbody").all("tr");
    const attribute: Readonly<Record<string, string>> = { status: "data-statuses", source: "data-sources" };
    for (const choice of page.all(".choice")) {
      const { name = "", value = "" } = choice.one("input").attributes;
      const having = rows.filter(({ attributes }) => {
        return (attributes[attribute[name] ?? `data-${name}`] || "-").split(" ").includes(value);
      });
      expect(choice.one("b").text, `${name}=${value}`).toBe(String(having.length));
    }
    const facets = page.all(".facet").map(({ attributes }) => attributes["data-facet"]);
    if (catalog.failures.length > 1) expect(facets).toEqual(expect.arrayContaining(["retry", "lifecycle"]));
    else expect(facets).toEqual([]);
  });

  it("shows how far every language is translated, as its own page does", async () => {
    const total = catalog.failures.flatMap(({ messages }) => messageParts.filter((part) => messages[part])).length;
    const rows = total === 0 ? [] : rowsOf(section(page, "languages") as PageElement);
    expect(rows).toHaveLength(total === 0 ? 0 : catalog.locales.length);
    for (const [at, [head, bar, number]] of rows.entries()) {
      const { tag = "", messages } = catalog.locales[at] ?? {};
      const texts = messages?.();
      const translated = catalog.failures.flatMap(({ name, messages: own }) =>
        messageParts.filter((part) => own[part] && (tag === catalog.defaultLocale || texts?.get(name)?.[part])),
      ).length;
      expect(links(head as PageElement)).toEqual([address(localePagePath(tag))]);
      expect(number?.text).toBe(`${translated} of ${total}`);
      expect(bar?.one("svg").attributes["role"]).toBe("img");
      expect(bar?.one("title").text).toBe(`${Math.floor((100 * translated) / total)}%`);
      const width = Number.parseFloat(bar?.one(".bar-translated").attributes["width"] ?? "");
      expect(width).toBeCloseTo((100 * translated) / total, 1);
    }
  });

  it("shows how far the errors of every source are mapped, in numbers and as a bar that is full", () => {
    const part = section(page, "sources");
    expect(part === undefined).toBe(catalog.sources.length === 0);
    const rows = part === undefined ? [] : rowsOf(part);
    expect(rows).toHaveLength(catalog.sources.length);
    for (const [at, [head, bar, ...numbers]] of rows.entries()) {
      const source = catalog.sources[at];
      if (source === undefined) throw new Error("There is a row too many.");
      const { documented, derived, fallback, notAFailure, errors } = coverageOf(source);
      expect(links(head as PageElement)).toEqual([address(sourcePagePath(source.name))]);
      expect(numbers.map(({ text }) => Number(text))).toEqual([documented, derived, fallback, notAFailure, errors]);
      const pieces = bar?.all("rect") ?? [];
      expect(pieces).toHaveLength([documented, derived, fallback, notAFailure].filter((count) => count > 0).length);
      let end = 0;
      for (const { attributes } of pieces) {
        expect(Number.parseFloat(attributes["x"] ?? "")).toBeCloseTo(end, 1);
        end += Number.parseFloat(attributes["width"] ?? "");
      }
      expect(end).toBeCloseTo(errors === 0 ? 0 : 100, 1);
      if (errors > 0) expect(bar?.one("svg").attributes["role"]).toBe("img");
      if (documented > 0) expect(bar?.one("title").text).toContain("% documented");
    }
  });

  it("says where a code is met, what the statuses mean, what nobody can judge, and which codes are reserved", () => {
    const { text } = section(page, "reading") as PageElement;
    const { surfaces, statuses, fallback, reserved } = catalog;
    const said = [
      ...surfaces.flatMap(({ title, description }) => [title, description]),
      ...statuses.flatMap(({ id, description }) => [id, description]),
      `${fallback.code} ${fallback.name}`,
    ];
    for (const words of said) expect(text).toContain(line(words));
    const listed = section(page, "reserved");
    expect(listed === undefined ? [] : links(listed)).toEqual(reserved.map(({ code }) => address(codePagePath(code))));
    for (const { reason } of reserved) expect(listed?.text).toContain(line(reason));
  });
});

/** What is told of the latest changes: version, kind, and the codes with what is said of them. */
function toldChanges(page: PageElement): readonly string[] {
  const part = section(page, "changes");
  if (part === undefined) return [];
  return part
    .one(".versions")
    .all("li")
    .filter((item) => item.all("h3").length > 0)
    .flatMap((version) => [
      version.one("h3").text,
      ...version.all("p").flatMap((words) => [words.text]),
      ...version.all("ul").flatMap((list) => list.all("li").map(({ text }) => text)),
    ]);
}

test("what changed lately is told by the entries where nothing was released, the newest version first", async () => {
  const page = await firstPage(catalogFixture("shop"));
  expect(toldChanges(page)).toMatchInlineSnapshot(`
    [
      "2.2.0",
      "Added",
      "2002 PARCEL_DELAYED",
      "2.1.0",
      "Deprecated",
      "1003 VOUCHER_REFUSED Vouchers are cards now.",
      "2.0.0",
      "Retired",
      "1004 CHEQUE_BOUNCED The shop takes no cheques any more.",
      "1.2.0",
      "Deprecated",
      "1004 CHEQUE_BOUNCED Few people pay by cheque.",
      "1.1.0",
      "Added",
      "1003 VOUCHER_REFUSED",
      "1.0.0",
      "Added",
      "1001 Card declined",
      "1002 Card expired",
      "1004 Cheque bounced",
      "2001 Parcel lost",
      "9001 Unknown failure",
    ]
  `);
});

test("where nothing is known of versions, nothing is told of changes", async () => {
  const catalog = catalogFixture("minimal");
  const unknown = catalogWith(
    catalog,
    catalog.failures.map((failure) => ({ ...failure, since: undefined })),
  );
  expect(toldChanges(await firstPage(unknown))).toEqual([]);
});

test("releases tell what else became of a code, and when; the first one is no news of a code that says since when it is", async () => {
  const shop = catalogFixture("shop");
  const catalog = catalogEdited(shop, 1002, (failure) => ({ ...failure, since: undefined }));
  const told: Readonly<Record<string, readonly Partial<ReleasedChange>[]>> = {
    1001: [
      { version: "2.0.0", what: "released" },
      { version: "2.3.0", what: "renamed", before: "CARD_REFUSED" },
    ],
    1002: [{ version: "2.3.0", what: "released" }],
    2001: [
      { version: "2.3.0", what: "moved", before: "payment" },
      { version: "2.3.0", what: "meaning" },
    ],
  };
  const history = (code: number | string): readonly ReleasedChange[] =>
    (told[code] ?? []).map((change) => ({
      date: "2026-02-03",
      before: "",
      version: "",
      what: "params",
      category: "",
      ...change,
    }));
  const page = await firstPage(catalog, { ...testKit, history });
  expect(toldChanges(page)).toMatchInlineSnapshot(`
    [
      "2.3.0 2026-02-03",
      "Renamed",
      "Moved",
      "Meaning changed",
      "Added",
      "1001 CARD_DECLINED from CARD_REFUSED",
      "2001 PARCEL_LOST from the category payment",
      "2001 PARCEL_LOST",
      "1002 CARD_EXPIRED",
      "2.2.0",
      "Added",
      "2002 PARCEL_DELAYED",
      "2.1.0",
      "Deprecated",
      "1003 VOUCHER_REFUSED Vouchers are cards now.",
      "2.0.0 2026-02-03",
      "Retired",
      "1004 CHEQUE_BOUNCED The shop takes no cheques any more.",
      "1.2.0",
      "Deprecated",
      "1004 CHEQUE_BOUNCED Few people pay by cheque.",
      "1.1.0",
      "Added",
      "1003 VOUCHER_REFUSED",
      "1.0.0",
      "Added",
      "and 3 more changes",
      "1001 CARD_DECLINED",
    ]
  `);
});

test("of many changes ten are told, and how many more there were", async () => {
  const page = await firstPage(shippedCatalog());
  const part = section(page, "changes") as PageElement;
  expect(part.all("a")).toHaveLength(10);
  expect(part.text).toContain("and 17 more changes");
});

test("in a big catalog areas take the place of codes, and the categories that of the list", async () => {
  const catalog = bigCatalog(301);
  const page = await firstPage(catalog);
  expect(page.one(".map").all(".chip")).toEqual([]);
  expect(page.all(".failures")).toEqual([]);
  expect(page.all(".filters")).toEqual([]);
  const cells = rowsOf(page.one(".map")).flatMap((row) => row.slice(1));
  const areas = cells.flatMap((cell) => cell.all(".area"));
  const sizes = areas.map((area) => ({
    count: Number(area.one("strong").text),
    side: Number(area.one("svg").attributes["width"]),
  }));
  expect(sizes.reduce((sum, { count }) => sum + count, 0)).toBe(301);
  const [largest] = sizes.toSorted((left, right) => right.count - left.count);
  for (const { count, side } of sizes) {
    expect(Math.abs(side - (largest?.side ?? 0) * Math.sqrt(count / (largest?.count ?? 1)))).toBeLessThan(1);
  }
  expect(areas.map((area) => area.attributes["href"])).toContain("categories/platform.html#retry=later");
  expect(areas.map(({ text }) => text)).toContain("22 codes of Platform, send again: never");
  expect(links(section(page, "codes") as PageElement)).toEqual(
    catalog.categories.map(({ id }) => address(categoryPagePath(id))),
  );
  const rows = readElements((await artifactsOf(site(), catalog)).get("categories/platform.html") ?? "");
  expect(rows.one(".filters").all(".facet").length).toBeGreaterThan(2);
});

test("the first page with its style and script takes at most 60 kB as servers send them, and for 10,000 codes uncompressed too", async () => {
  for (const [count, compress] of [
    [27, true],
    [300, true],
    [10_000, true],
    [10_000, false],
  ] as const) {
    const catalog = bigCatalog(count);
    const outcome = await site().generate(catalog, testKit);
    if (!outcome.ok) throw new Error("The site was not made.");
    const first = [...outcome.value].filter(({ path }) =>
      ["index.html", "assets/site.css", "assets/site.js"].includes(path),
    );
    expect(first).toHaveLength(3);
    const sizes = first.map(({ content }) => {
      const bytes = Buffer.from(String(content));
      return (compress ? gzipSync(bytes, { level: 9 }) : bytes).length;
    });
    expect(
      sizes.reduce((sum, size) => sum + size, 0),
      `${count} codes: ${sizes.join(" + ")}`,
    ).toBeLessThanOrEqual(60_000);
  }
});
