import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../cli/host/digest.ts";
import type { Catalog, Failure } from "../core/catalog.ts";
import {
  type ExchangeFormat,
  exchangeFormats,
  translationOrigins,
  translationStates,
} from "../core/exchange/exchange-unit.ts";
import { readExchange, writeExchange } from "../core/exchange/formats.ts";
import { type ImportResult, importTranslations } from "../core/import-translations.ts";
import type { RawTranslation, RawTranslations } from "../core/raw/locale.gen.ts";
import type { SourceFile } from "../core/source-file.ts";
import { isMadeFrom, textHash } from "../core/source-hash.ts";
import { newTranslatedFile, withTranslations } from "../core/translated-file.ts";
import { type FormerText, translationUnits } from "../core/translation-units.ts";
import { catalogFixture } from "./catalog-fixture.ts";

const catalog = catalogFixture("shop");
const order = catalog.failures.map(({ name }) => name);
const endings = { xliff12: "xlf", xliff2: "xlf", po: "po", json: "json", csv: "csv" } as const;

function exported(format: ExchangeFormat, present: SourceFile | undefined): SourceFile {
  const written = present === undefined ? undefined : (JSON.parse(present.text) as RawTranslations);
  const units = translationUnits(catalog, written, sha256);
  const text = writeExchange(format, { catalog: catalog.name, sourceLocale: "en", locale: "pl", units });
  return { path: `pl.${endings[format]}`, text };
}

function imported(present: SourceFile | undefined, returned: SourceFile, prefer?: "ours" | "theirs"): ImportResult {
  const { units } = readExchange(returned);
  return importTranslations({ catalog, digest: sha256, locale: "pl", present, returned, units, prefer });
}

function polish(title: RawTranslation): SourceFile {
  const { text } = newTranslatedFile("pl", undefined, new Map([["CARD_EXPIRED", { title }]]));
  return { path: "pl.json", text };
}

const words = fc.stringMatching(/^[a-ząćęłńóśźż][a-ząćęłńóśźż ,.]{0,30}[a-ząćęłńóśźż]$/u);
const origin: fc.Arbitrary<Pick<RawTranslation, "src" | "srcText">> = fc.oneof(
  fc.record({ src: fc.stringMatching(/^[0-9a-f]{8}(\.[0-9a-f]{8})?$/) }, { requiredKeys: [] }),
  fc.oneof(words, fc.constant("Your card has expired")).map((srcText) => ({ src: textHash(sha256, srcText), srcText })),
);
const entry: fc.Arbitrary<RawTranslation> = fc
  .record(
    {
      text: words,
      state: fc.constantFrom(...translationStates),
      by: fc.constantFrom(...translationOrigins),
      sameAsSource: fc.constant(true),
    },
    { requiredKeys: ["text"] },
  )
  .chain((rest) => origin.map((from) => ({ ...rest, ...from })));

describe.each(exchangeFormats)("%s", (format) => {
  test("an import of what was exported changes nothing, whatever states, origins and hashes there are", () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 3, maxLength: 3 }), ([title, detail, action]) => {
        const messages = new Map([
          ["CARD_EXPIRED", { ...(title && { title }), ...(action && { action }) }],
          ["UNKNOWN_FAILURE", { ...(detail && { detail }) }],
        ]);
        const present = { path: "pl.json", text: newTranslatedFile("pl", undefined, messages).text };
        const result = imported(present, exported(format, present));
        expect(result).toMatchObject({ imported: [], rejected: [], conflicts: [], diagnostics: [] });
        expect(withTranslations(present, result.changes, order)).toBe(present.text);
      }),
    );
  });

  test("a text that is changed takes the hash of the text that the file shows", () => {
    const present = polish({ text: "Karta straciła ważność", state: "final", by: "mt", src: "0a0a0a0a.0b0b0b0b" });
    const given = exported(format, present);
    const result = imported(present, { ...given, text: given.text.replace("Karta straciła", "Ta karta straciła") });
    expect(result.imported).toEqual(["1002.title"]);
    expect(result.changes.get("CARD_EXPIRED")?.title).toMatchObject({
      text: "Ta karta straciła ważność",
      by: "import",
      src: "f5c359cc.b1d4c5d3",
    });
  });

  test("a text that comes back late brings the text with it that it was made from, and a second import changes nothing", () => {
    const before = exported(format, undefined);
    const filled: Readonly<Record<ExchangeFormat, readonly [string | RegExp, string]>> = {
      xliff12: ["<source>Your card has expired</source>", "$&<target>Karta wygasła</target>"],
      xliff2: ["<source>Your card has expired</source>", "$&<target>Karta wygasła</target>"],
      po: ['msgid "Your card has expired"\nmsgstr ""', 'msgid "Your card has expired"\nmsgstr "Karta wygasła"'],
      json: [/("source": "Your card has expired",\s*"target": )""/, '$1"Karta wygasła"'],
      csv: ["Your card has expired,,new,", "Your card has expired,Karta wygasła,translated,"],
    };
    const returned = { ...before, text: before.text.replace(...filled[format]) };
    expect(returned.text).not.toBe(before.text);
    const title = { text: "Your card is too old", description: "", maxLength: undefined, markup: false };
    const later: Catalog = {
      ...catalog,
      byName: new Map([...catalog.byName].map(([name, one]) => [name, name === "CARD_EXPIRED" ? changed(one) : one])),
    };
    function changed(failure: Failure): Failure {
      return { ...failure, messages: { ...failure.messages, title } };
    }
    const given = { catalog: later, digest: sha256, locale: "pl", returned, units: readExchange(returned).units };
    const result = importTranslations({ ...given, present: undefined, prefer: undefined });
    expect(result.stale).toBe(1);
    const landed = result.changes.get("CARD_EXPIRED")?.title;
    expect(landed).toMatchObject({ text: "Karta wygasła", srcText: "Your card has expired" });
    expect(isMadeFrom(landed?.src ?? "", "Your card has expired", sha256)).toBe(true);
    const present = { path: "pl.json", text: newTranslatedFile("pl", undefined, result.changes).text };
    expect(importTranslations({ ...given, present, prefer: undefined }).imported).toEqual([]);
  });

  test("without the line that remembers it, a text lands as stale and to be reviewed", () => {
    const given = exported(format, polish({ text: "Karta straciła ważność" }));
    const forgotten = { ...given, text: given.text.replaceAll(/source=[0-9a-f]+/g, "gone") };
    const result = imported(undefined, forgotten);
    expect(result.stale).toBe(1);
    expect(result.changes.get("CARD_EXPIRED")?.title).toMatchObject({ state: "needs-review", src: "00000000" });
    expect(result.diagnostics.map(({ code }) => code)).toEqual(["FC8006"]);
  });
});

test.each([
  ["a stale text is looked at and still fits", "needs-review-translation", "final", "final", "import"],
  ["a stale text is approved in its old words", "needs-review-translation", "signed-off", "final", "import"],
  ["a stale text is only marked as new", "needs-review-translation", "new", "new", "mt"],
])("%s", (_, from, to, state, by) => {
  const present = polish({ text: "Karta straciła ważność", state: "final", by: "mt", src: "0a0a0a0a.0b0b0b0b" });
  const given = exported("xliff12", present);
  const result = imported(present, { ...given, text: given.text.replace(`state="${from}"`, `state="${to}"`) });
  const title = { text: "Karta straciła ważność", state, by, src: "f5c359cc.b1d4c5d3" };
  expect(result.changes.get("CARD_EXPIRED")?.title).toEqual(title);
});

test("a final text in other words is translated, and no longer final", () => {
  const present = polish({ text: "Karta straciła ważność", state: "final", by: "human", src: "f5c359cc.b1d4c5d3" });
  const given = exported("json", present);
  const result = imported(present, { ...given, text: given.text.replace("Karta straciła", "Ta karta straciła") });
  expect(result.changes.get("CARD_EXPIRED")?.title?.state).toBe("translated");
});

describe("the text that a stale translation was made from", () => {
  const src = "0a0a0a0a.0b0b0b0b";
  const stale = { text: "Karta straciła ważność", state: "translated", src } as const;
  const previousOf = (title: RawTranslation, former?: FormerText): string | undefined => {
    const written = JSON.parse(polish(title).text) as RawTranslations;
    return translationUnits(catalog, written, sha256, former).find(({ id }) => id === "1002.title")?.previous;
  };

  test("is the one beside it, else the one that somebody knows by its hash", () => {
    const former = (hash: string) => (hash === "0a0a0a0a" ? "The card is too old" : undefined);
    expect(previousOf({ ...stale, srcText: "An old card" }, former)).toBe("An old card");
    expect(previousOf(stale, former)).toBe("The card is too old");
    expect(previousOf({ ...stale, src: "0c0c0c0c" }, former)).toBeUndefined();
    expect(previousOf(stale)).toBeUndefined();
  });

  test("is none where it is the text of today, or nothing is translated", () => {
    const former = () => "The card is too old";
    expect(
      previousOf({ ...stale, src: "f5c359cc.b1d4c5d3", srcText: "Your card has expired" }, former),
    ).toBeUndefined();
    expect(previousOf({ ...stale, state: "new" }, former)).toBeUndefined();
  });

  test("stays beside a translation that is mended where the file keeps such texts", () => {
    const present = polish({ ...stale, srcText: "An old card" });
    const given = exported("json", present);
    const result = imported(present, { ...given, text: given.text.replace("Karta straciła", "Ta karta straciła") });
    expect(result.changes.get("CARD_EXPIRED")?.title).toMatchObject({ srcText: "Your card has expired" });
  });
});

describe("a text changed on both sides", () => {
  const before = polish({ text: "Karta straciła ważność" });
  const given = exported("po", before);
  const returned = { ...given, text: given.text.replace("Karta straciła ważność", "Karta wygasła") };
  const present = polish({ text: "Ta karta jest nieważna" });

  test("is reported with both, and neither is taken", () => {
    const { conflicts, changes, diagnostics } = imported(present, returned);
    expect(conflicts).toEqual([{ id: "1002.title", ours: "Ta karta jest nieważna", theirs: "Karta wygasła" }]);
    expect(changes.size).toBe(0);
    expect(diagnostics).toMatchObject([{ code: "FC8005", severity: "error", at: { file: returned } }]);
  });

  test("is decided by who imports it", () => {
    expect(imported(present, returned, "ours").changes.size).toBe(0);
    expect(imported(present, returned, "theirs").changes.get("CARD_EXPIRED")?.title?.text).toBe("Karta wygasła");
  });

  test("is none where both say the same", () => {
    expect(imported(polish({ text: "Karta wygasła" }), returned).conflicts).toEqual([]);
  });

  test("is none where the file was not touched: what was changed here stays", () => {
    const result = imported(present, given);
    expect(result).toMatchObject({ conflicts: [], imported: [] });
    expect(withTranslations(present, result.changes, order)).toBe(present.text);
  });

  test("is one where the text was only added here", () => {
    const empty = exported("po", undefined);
    const filled = 'msgid "Your card has expired"\nmsgstr "Karta wygasła"';
    const text = empty.text.replace('msgid "Your card has expired"\nmsgstr ""', filled);
    expect(imported(present, { ...empty, text }).conflicts).toHaveLength(1);
  });
});

test("a language that no catalog can have is refused as a whole", () => {
  const given = exported("json", undefined);
  const text = given.text.replace('"target": ""', '"target": "Karta"');
  const returned = { ...given, text };
  const { units } = readExchange(returned);
  for (const locale of ["polish", "en"]) {
    const result = importTranslations({
      catalog,
      digest: sha256,
      locale,
      present: undefined,
      returned,
      units,
      prefer: undefined,
    });
    expect(result.changes.size).toBe(0);
    expect(result.diagnostics.some(({ severity, at }) => severity === "error" && at.file === returned)).toBe(true);
  }
});

describe("a locale's file with other translations", () => {
  const present = {
    path: "pl.json",
    text: '{\n\t"locale": "pl",\n\t"failures": {\n\t\t"CARD_EXPIRED":  { "title": {"text":"Karta" } },\n\t\t"UNKNOWN_FAILURE": {} }\n}',
  };

  test("keeps what is not changed as it is written, and has new failures where the catalog has them", () => {
    const changes = new Map([
      ["UNKNOWN_FAILURE", { detail: { text: "Sprawdzamy." } }],
      ["PARCEL_LOST", { action: { text: "Wyślemy." } }],
      ["CARD_DECLINED", { title: { text: "Karta odrzucona" } }],
    ]);
    const text = withTranslations(present, changes, order);
    expect(text).toContain('"CARD_EXPIRED": { "title": {"text":"Karta" } }');
    const { failures } = JSON.parse(text) as RawTranslations;
    expect(Object.keys(failures)).toEqual(["CARD_DECLINED", "CARD_EXPIRED", "PARCEL_LOST", "UNKNOWN_FAILURE"]);
    expect(failures["UNKNOWN_FAILURE"]).toEqual({ detail: { text: "Sprawdzamy." } });
  });

  test("is the same without changes", () => {
    expect(withTranslations(present, new Map(), order)).toBe(present.text);
  });
});
