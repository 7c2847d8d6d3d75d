import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Catalog } from "../core/catalog.ts";
import { explanationTable } from "../core/diagnostics/explanation-table.ts";
import { load } from "../core/load.ts";
import { differenceKinds } from "../core/reconcile/difference.ts";
import { pageWords } from "../core/reconcile/page-words.ts";
import type { PageMake } from "../core/reconcile/published-page.ts";
import { reconcile } from "../core/reconcile/reconcile.ts";
import { changedWords, comparableText } from "../core/reconcile/same-text.ts";
import { plainReport } from "../core/report/plain.ts";
import { readPublishedPage } from "../importers/published-page.ts";
import { repository } from "./built-tool.ts";
import { catalogFixture, fixtures, shippedCatalog } from "./catalog-fixture.ts";
import { hostileText } from "./hostile-text.ts";
import { pagePrinters } from "./page-printers.ts";

const folder = join(fixtures, "reconcile");

/** The catalog of a case: the first word of its name. */
function catalogOf(name: string): Catalog {
  const [catalog = ""] = name.split("-");
  return catalog === "shipped" ? shippedCatalog() : catalogFixture(catalog);
}

function differencesOf(catalog: Catalog, path: string, text: string, make?: PageMake) {
  const words = pageWords(catalog);
  return reconcile(readPublishedPage({ path, text }, words, make), catalog, words);
}

/** What is found, without where: what pages of other makes have in common. */
function findings(catalog: Catalog, path: string, text: string) {
  return differencesOf(catalog, path, text).map(({ kind, code, name, onPage, inCatalog, diagnostic }) => {
    return {
      kind,
      code,
      name,
      onPage,
      inCatalog,
      says: diagnostic.message.replaceAll(path, "page"),
      hint: diagnostic.hint,
    };
  });
}

const cases = readdirSync(folder).sort();

function pagesOf(name: string): readonly { readonly path: string; readonly text: string }[] {
  const names = readdirSync(join(folder, name)).filter((file) => file.startsWith("page"));
  return names.sort().map((path) => ({ path, text: readFileSync(join(folder, name, path), "utf8") }));
}

describe("a published page against the catalog", () => {
  test.each(cases)("%s", async (name) => {
    const catalog = catalogOf(name);
    const reports = pagesOf(name).map(({ path, text }) => {
      return `${path}\n${plainReport(differencesOf(catalog, path, text).map(({ diagnostic }) => diagnostic))}`;
    });
    await expect(reports.join("\n")).toMatchFileSnapshot(join(folder, name, "expected.txt"));
  });

  test.each(cases)("%s: what is found does not hang on what the page is written in", (name) => {
    const catalog = catalogOf(name);
    const [first, ...others] = pagesOf(name);
    if (first === undefined) throw new Error(`no pages in ${name}`);
    const found = findings(catalog, first.path, first.text);
    for (const { path, text } of others) expect(findings(catalog, path, text), path).toEqual(found);
  });

  test("every kind of difference has a case", () => {
    const [page] = pagesOf("shop-every-kind");
    const found = differencesOf(catalogFixture("shop"), page?.path ?? "", page?.text ?? "");
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(Object.keys(differenceKinds)));
    for (const { kind, diagnostic } of found) expect(diagnostic.code).toBe(differenceKinds[kind]);
  });

  test("the shipped catalog differs from a page like the published one in nothing but texts", () => {
    const [page] = pagesOf("shipped-as-published");
    const found = differencesOf(shippedCatalog(), page?.path ?? "", page?.text ?? "");
    const texts = found.filter(({ kind }) => kind === "text-differs");
    expect(texts).toHaveLength(27);
    const others = found.filter(({ kind }) => kind !== "text-differs");
    expect(others.map(({ kind, code, onPage }) => ({ kind, code, onPage }))).toEqual([
      { kind: "alias-printed", code: 12007, onPage: "BILLING_FALIURE" },
    ]);
  });

  test("both places are given: that of the page and that of the catalog", () => {
    for (const { path, text } of pagesOf("shop-every-kind")) {
      for (const { kind, diagnostic } of differencesOf(catalogFixture("shop"), path, text)) {
        if (kind === "code-missing-in-catalog") continue;
        const files = [diagnostic.at, ...(diagnostic.related ?? []).map(({ at }) => at)].map(({ file }) => file.path);
        expect(new Set(files), kind).toEqual(new Set([path, "spec.json"]));
      }
    }
  });

  test("a place shows what it speaks of", () => {
    const shown = pagesOf("shop-every-kind").map(({ path, text }) =>
      differencesOf(catalogFixture("shop"), path, text).flatMap(({ diagnostic: { code, at } }) =>
        at.file.path === path ? [`${code} ${at.file.text.slice(at.start, at.end)}`] : [],
      ),
    );
    for (const one of shown) {
      expect(one).toContain("FC8203 9010");
      expect(one).toContain("FC8205 PARCEL_LOOST");
      expect(one).toContain("FC8210 CARD_DELCINED");
    }
  });
});

describe("what is explained", () => {
  const failure = { category: "card", retry: "never", title: "Failure" };
  const spec = {
    name: "order-failures",
    title: "Order failures",
    version: "2.0.0",
    codeType: "integer",
    defaultLocale: "en",
    fallback: 1001,
    statuses: [],
    categories: ["Card", "Parcel"].map((title) => ({ id: title.toLowerCase(), title, description: `Of a ${title}.` })),
    reserved: [{ code: 1003, reason: "It is the number of an older shop." }],
    failures: [
      {
        ...failure,
        code: 1001,
        name: "CARD_DECLINED",
        aliases: [{ name: "CARD_DENIED", reason: "The first name." }],
        description: "The bank refused the card.",
      },
      { ...failure, code: 1002, name: "CARD_EXPIRED", title: "Expired", description: "The card is too old." },
      {
        ...failure,
        code: 1004,
        name: "CARD_UNREADABLE",
        title: "Unreadable",
        description: "The terminal could not read the card.",
        retired: { since: "2.0.0", reason: "Terminals say otherwise now.", replacedBy: 1001 },
      },
    ],
  };
  const loaded = load({ catalog: { path: "spec.json", content: JSON.stringify(spec) }, locales: [] });

  test.each(Object.values(differenceKinds))("%s: the wrong example provokes it, and the right one does not", (code) => {
    if (!loaded.ok) throw new Error(plainReport(loaded.diagnostics));
    const { wrong, right } = explanationTable[code];
    const codesOf = (text: string) =>
      differencesOf(loaded.value, "page.txt", text).map(({ diagnostic }) => diagnostic.code);
    expect(codesOf(wrong)).toContain(code);
    expect(codesOf(right)).not.toContain(code);
  });
});

describe("a page that is printed from a catalog", () => {
  const catalogs = { shop: catalogFixture("shop"), compiler: catalogFixture("compiler"), shipped: shippedCatalog() };
  const rows = Object.entries(catalogs).flatMap(([name, catalog]) =>
    Object.keys(pagePrinters).map((printer) => [name, printer, catalog] as const),
  );

  test.each(rows)("%s, as %s, differs in nothing", (_name, printer, catalog) => {
    const { ending, print } = pagePrinters[printer] ?? { ending: "", print: () => "" };
    const path = `page.${ending}`;
    for (const change of [(text: string) => text, (text: string) => text.replaceAll("\n", "\r\n")]) {
      const text = change(print(catalog));
      const { entries } = readPublishedPage({ path, text }, pageWords(catalog));
      expect(new Set(entries.map(({ code }) => code))).toEqual(new Set(catalog.failures.map(({ code }) => code)));
      expect(plainReport(differencesOf(catalog, path, text).map(({ diagnostic }) => diagnostic))).toBe("");
    }
  });

  test.each([
    ["shop", catalogs.shop, "test/golden/shop/docs/README.md"],
    ["compiler", catalogs.compiler, "test/golden/compiler/docs/README.md"],
    ["shipped", catalogs.shipped, "generated/docs/README.md"],
  ])("the index that is generated for %s differs in nothing", (_name, catalog, path) => {
    const text = readFileSync(join(repository, path), "utf8");
    expect(plainReport(differencesOf(catalog, path, text).map(({ diagnostic }) => diagnostic))).toBe("");
  });

  const tables = Object.keys(pagePrinters).filter((printer) => printer.includes("table"));

  test.each(tables)("as %s differs in nothing, whatever its texts are", (printer) => {
    const { ending, print } = pagePrinters[printer] ?? { ending: "", print: () => "" };
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 7, maxLength: 7 }), (texts) => {
        // A text of nothing but marks says nothing on a page.
        const told = texts.map((text, index) => `${index} says ${text.replace(/[\u0000-\u001f\u007f-\u009f]/g, " ")}`);
        const failures = catalogs.shop.failures.map((failure, index) => {
          return { ...failure, retired: undefined, description: told[index] ?? "" };
        });
        const byCode = new Map(failures.map((failure) => [failure.code, failure]));
        const byName = new Map(failures.map((failure) => [failure.name, failure]));
        const catalog = { ...catalogs.shop, failures, byCode, byName };
        const found = differencesOf(catalog, `page.${ending}`, print(catalog));
        expect(found.map(({ kind, onPage, inCatalog }) => ({ kind, onPage, inCatalog }))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("what a page is made with", () => {
  const shop = catalogFixture("shop");
  const named = ["shop-clean", "shop-every-kind", "shop-headings"];
  const pages = named.flatMap((name) => pagesOf(name).map((page) => [`${name}/${page.path}`, page] as const));

  test.each(pages)("line ends, spaces that do not break, and copies change nothing: %s", (_name, { path, text }) => {
    const found = findings(shop, path, text);
    for (const changed of [
      text.replaceAll("\n", "\r\n"),
      text.replaceAll("\n", "\r"),
      text.replaceAll(/(?<=[a-z]) (?=[a-z])/g, "\u00a0"),
      // Front matter stands at the beginning of a page or is none.
      `${text}\n\n${text.replace(/^---\n[\s\S]*?\n---\n/, "")}`,
    ]) {
      expect(findings(shop, path, changed)).toEqual(found);
    }
  });

  test("a cell that spans rows stands in each of them", () => {
    const rows = [
      "<tr><th>Category<th>Code<th>Name<th>Description",
      "<tr><td rowspan=2>Payment<td>1001<td>CARD_DECLINED<td>Card declined",
      "<tr><td>1002<td>CARD_EXPIRED<td>Card expired",
      "<tr><td rowspan=2>Payment<td>2001<td>PARCEL_LOST<td>Parcel lost",
      "<tr><td>2002<td>PARCEL_DELAYED<td>Parcel delayed",
    ];
    const found = differencesOf(shop, "page.html", `<table>${rows.join("\n")}</table>`);
    const shown = found.filter(({ kind }) => kind !== "code-missing-on-page");
    expect(shown.map(({ kind, code, onPage }) => ({ kind, code, onPage }))).toEqual([
      { kind: "moved-category", code: 2001, onPage: "payment" },
      { kind: "moved-category", code: 2002, onPage: "payment" },
    ]);
  });

  test("an introduction that names a range holds for the headings below it", () => {
    const page =
      "# Codes\n\n## First\n\nAll of 2XXX is kept for these.\n\n### 1001 CARD_DECLINED\n\n### 2001 PARCEL_LOST\n";
    const found = differencesOf(shop, "page.md", page).filter(({ kind }) => kind !== "code-missing-on-page");
    expect(found.map(({ kind, code, onPage }) => ({ kind, code, onPage }))).toEqual([
      { kind: "moved-category", code: 1001, onPage: "parcel" },
    ]);
  });
});

describe("a hostile page", () => {
  const makes: readonly PageMake[] = ["markdown", "html", "text"];
  const shop = catalogFixture("shop");
  const whole = pagesOf("shop-clean")
    .concat(pagesOf("shop-every-kind"))
    .map(({ text }) => text);
  const pieces = fc.constantFrom(
    ..."<table> <tr> <td> </td> <td </table> <h2> </h1> <!-- --> <script> </script <pre> <br> <dt> <p title=' &amp &#0; ``` ** | |---| \t \n \r\n \u00a0 --- - > [ ]( 1001 CARD_DECLINED 2XXX : # ## \0 \ud800 \ufeff".split(
      " ",
    ),
    "\n",
    "\n\n",
    " ",
  );

  test.each(makes)("read as %s, is read to its end, and every place lies in it", (make) => {
    const broken = fc.oneof(
      fc.array(fc.oneof(pieces, hostileText, fc.string()), { maxLength: 60 }).map((parts) => parts.join("")),
      fc
        .tuple(fc.constantFrom(...whole), fc.nat(3000), fc.nat(40), fc.array(pieces, { maxLength: 5 }))
        .map(([text, at, length, parts]) => text.slice(0, at) + parts.join("") + text.slice(at + length)),
    );
    fc.assert(
      fc.property(broken, (text) => {
        for (const { diagnostic } of differencesOf(shop, "page", text, make)) {
          for (const { file, start, end } of [diagnostic.at, ...(diagnostic.related ?? []).map(({ at }) => at)]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(file.text.length);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  const units = {
    "open elements": "<div>",
    "open tables": "<table><tr><td>",
    "open comments": "<!-",
    "unclosed tags": "<a b='",
    attributes: "<a b=1 ",
    "closing tags": "</x></1>",
    references: "&amp;&lt&#x0",
    "raw text": "<script>",
    brackets: "[",
    links: "[a](",
    stars: "**a ",
    quotes: "> ",
    items: "* ",
    backticks: "`a ``",
    pipes: "|",
    tabs: "a\t",
    lines: "x\n",
    codes: "1001\n",
    names: "CARD_DECLINED ",
    rows: "1001\tCARD_DECLINED\tPayment\n",
    "rows of Markdown": "| 1001 | CARD_DECLINED |\n|---|---|\n",
    headings: "## 1001 CARD_DECLINED\n",
    spaces: " \u00a0",
    digits: "1",
    dots: "a.",
    ranges: "2XXX ",
    instructions: "<?",
    underscores: "A_",
  };

  test.each(Object.entries(units))("of many %s is read in linear time", (_what, unit) => {
    for (const make of makes) {
      const timeOf = (length: number): number => {
        const text = unit.repeat(length / unit.length);
        const start = performance.now();
        differencesOf(shop, "page", text, make);
        return performance.now() - start;
      };
      timeOf(20_000);
      // Ten times as long, a page that takes time by the square takes a hundred times as long.
      const [short, long] = [timeOf(40_000), timeOf(400_000)];
      expect(long, `${make}: ${Math.round(short)} ms, then ${Math.round(long)} ms`).toBeLessThan(30 * short + 500);
    }
  });

  test("ten thousand codes are compared in linear time", () => {
    const failures = Array.from({ length: 10_000 }, (_, index) => {
      const failure = shop.failures[index % shop.failures.length];
      if (failure === undefined) throw new Error("the shop has no failures");
      return { ...failure, code: 100_000 + index, name: `FAILURE_${index}`, aliases: [], retired: undefined };
    });
    const byCode = new Map(failures.map((failure) => [failure.code, failure]));
    const byName = new Map(failures.map((failure) => [failure.name, failure]));
    const catalog = { ...shop, failures, byCode, byName };
    const start = performance.now();
    for (const { ending, print } of Object.values(pagePrinters)) {
      const text = print(catalog).replaceAll("FAILURE_77", "FAILURE_X77");
      const kinds = new Set(differencesOf(catalog, `page.${ending}`, text).map(({ kind }) => kind));
      expect(kinds).toContain("other-spelling");
    }
    expect(performance.now() - start).toBeLessThan(60_000);
  });
});

describe("what does not count as another text", () => {
  test.each([
    ["quotes", "The card’s “last” month", 'The card\'s "last" month'],
    ["dashes", "late – or lost", "late - or lost"],
    ["white space", "late\u00a0or\n  lost", "late or lost"],
    ["marks of Markdown", "the **card** `4242`, _again_, see [here](#x)", "the card 4242, again, see here"],
    ["the full stop", "It is lost.", "It is lost"],
    ["an ellipsis", "It is lost…", "It is lost..."],
    ["characters without width", "par\u00adcel\u200b", "parcel"],
  ])("%s", (_what, left, right) => {
    expect(comparableText(left)).toBe(comparableText(right));
  });

  test("names keep their lines, and other words are others", () => {
    expect(comparableText("CARD_DECLINED and CARD_EXPIRED")).toBe("CARD_DECLINED and CARD_EXPIRED");
    expect(comparableText("It is lost")).not.toBe(comparableText("It was lost"));
  });

  test("a few other words are named, many are not", () => {
    expect(changedWords("The parcel was lost.", "The parcel is lost.")).toBe('"was" for "is"');
    expect(changedWords("The parcel is late and lost.", "The parcel is lost.")).toBe('"late and" for nothing');
    expect(changedWords("Nobody has seen it.", "The parcel is lost.")).toBeUndefined();
  });
});
