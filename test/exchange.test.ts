import { parse as parseCsv } from "csv-parse/sync";
import fc from "fast-check";
import { po } from "gettext-parser";
import { describe, expect, test } from "vitest";
import { sha256 } from "../cli/host/digest.ts";
import {
  type ExchangeFile,
  type ExchangeUnit,
  exchangeFormats,
  readMemory,
  shownState,
  translationOrigins,
  translationStates,
  type UnitMemory,
  writtenMemory,
} from "../core/exchange/exchange-unit.ts";
import { readExchange, writeExchange } from "../core/exchange/formats.ts";
import { elementsOf, readXml } from "../core/exchange/xml.ts";
import { positionAt } from "../core/source-file.ts";
import { textDigest } from "../core/translation-units.ts";
import { isWellFormed } from "../core/well-formed.ts";
import { hostileText, hostileTexts } from "./hostile-text.ts";
import { parsedXml, xliff2Mistakes, xliff12Mistakes } from "./xliff-rules.ts";

const endings = { xliff12: "xlf", xliff2: "xlf", po: "po", json: "json", csv: "csv" } as const;

// XML has no way to write the two last characters of its plane, and no catalog may hold a control or half a character.
const text = fc
  .oneof(
    hostileText,
    fc.constantFrom("=1+1", "'=1", "''-x", "-", "@card", "\t", "a,b", '"', '""', "\n", "x\n", "\nx", " x ", "]]>"),
  )
  .map((one) => one.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, ""))
  .filter((one) => one !== "" && isWellFormed(one));

const hash = fc.stringMatching(/^[0-9a-f]{8}(\.[0-9a-f]{8})?$/);

const memory: fc.Arbitrary<Omit<UnitMemory, "text">> = fc.record({
  source: fc.stringMatching(/^[0-9a-f]{8}\.[0-9a-f]{8}$/),
  src: fc.option(hash, { nil: undefined }),
  state: fc.option(fc.constantFrom(...translationStates), { nil: undefined }),
  by: fc.option(fc.constantFrom(...translationOrigins), { nil: undefined }),
  sameAsSource: fc.boolean(),
});

const unit: fc.Arbitrary<ExchangeUnit> = fc
  .record({
    id: fc.oneof(
      fc.stringMatching(/^[1-9][0-9]{0,5}\.(title|detail|action)$/),
      text.map((code) => `${code.replaceAll("\n", "_")}.title`),
    ),
    name: fc.stringMatching(/^[A-Z][A-Z_]{0,20}\.title$/),
    source: text,
    target: fc.option(text, { nil: undefined }),
    memory,
    previous: fc.option(text, { nil: undefined }),
    notes: fc.array(text, { maxLength: 3 }),
    maxLength: fc.option(fc.nat({ max: 500 }), { nil: undefined }),
  })
  .map((one) => {
    if (one.target === undefined) {
      const nothing = { text: undefined, src: undefined, state: undefined, by: undefined, sameAsSource: false };
      return { ...one, previous: undefined, memory: { ...one.memory, ...nothing } };
    }
    const src = fc.sample(fc.boolean(), { numRuns: 1, seed: one.source.length })[0]
      ? one.memory.source
      : one.memory.src;
    return { ...one, memory: { ...one.memory, src, text: textDigest(sha256, one.target) } };
  });

const file: fc.Arbitrary<ExchangeFile> = fc.record({
  catalog: text,
  sourceLocale: fc.constant("en"),
  locale: fc.constantFrom("pl", "pt-BR", "zh-Hans", "sr-Latn-RS"),
  units: fc.uniqueArray(unit, { selector: ({ id }) => id, maxLength: 5 }),
});

describe.each(exchangeFormats)("%s", (format) => {
  const path = `pl.${endings[format]}`;

  test("gives back what was written: texts, states, origins and hashes", () => {
    fc.assert(
      fc.property(file, (given) => {
        const written = writeExchange(format, given);
        const { problem, locale, units } = readExchange({ path, text: written });
        expect(problem).toBeUndefined();
        expect(locale).toBe(given.locale);
        const back = units.map(({ id, source, target, memory: kept, state }) => ({ id, source, target, kept, state }));
        expect(back).toEqual(
          given.units.map(({ id, source, target, memory: kept }) => {
            return { id, source, target, kept, state: shownState(kept, target) };
          }),
        );
        expect(writeExchange(format, given)).toBe(written);
      }),
      { numRuns: 500 },
    );
  });

  test("gives back what was written, with other line ends and without one at its end", () => {
    fc.assert(
      fc.property(file, (given) => {
        const written = writeExchange(format, given);
        for (const changed of [written.replace(/\r?\n/g, "\r\n"), written.trimEnd()]) {
          const { units } = readExchange({ path, text: changed });
          expect(units.map(({ id, target }) => ({ id, target }))).toEqual(
            given.units.map(({ id, target }) => ({ id, target })),
          );
        }
      }),
    );
  });

  test("says where a translation stands", () => {
    const given: ExchangeFile = { catalog: "shop", sourceLocale: "en", locale: "pl", units: [parcel] };
    const source = { path, text: writeExchange(format, given) };
    const [found] = readExchange(source).units;
    expect(source.text.slice(found?.at.start, found?.at.end)).toMatch(/^"?Paczka zginęła\."?$/);
  });

  test("is read to its end or with a problem that has a place, whatever it holds", () => {
    const given: ExchangeFile = { catalog: "shop", sourceLocale: "en", locale: "pl", units: [parcel, parcel] };
    const whole = writeExchange(format, given);
    const broken = fc.tuple(fc.nat({ max: whole.length }), fc.nat({ max: 20 }), fc.oneof(fc.string(), hostileText));
    fc.assert(
      fc.property(broken, ([at, length, piece]) => {
        const source = { path, text: whole.slice(0, at) + piece + whole.slice(at + length) };
        const { problem, units } = readExchange(source);
        for (const { start, end } of problem === undefined ? units.map((one) => one.at) : [problem.at]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(source.text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

const parcel: ExchangeUnit = {
  id: "2001.title",
  name: "PARCEL_LOST.title",
  source: "The parcel is lost.",
  target: "Paczka zginęła.",
  memory: {
    source: "a1b2c3d4.9f8e7d6c",
    text: textDigest(sha256, "Paczka zginęła."),
    src: "a1b2c3d4.9f8e7d6c",
    state: "final",
    by: "human",
    sameAsSource: false,
  },
  previous: undefined,
  notes: ["Shown in the list of parcels."],
  maxLength: 40,
};

/** One unit for each hostile text. */
const hostile: ExchangeFile = {
  catalog: "shop",
  sourceLocale: "en",
  locale: "pl",
  units: hostileTexts.map((one, index) => ({
    ...parcel,
    id: `${index + 1}.title`,
    source: one,
    target: one,
    notes: [one],
    memory: { ...parcel.memory, text: textDigest(sha256, one) },
  })),
};

test("the line that remembers a translation is read back as it was", () => {
  fc.assert(
    fc.property(memory, fc.option(fc.stringMatching(/^[0-9a-f]{8}$/), { nil: undefined }), (rest, digest) => {
      expect(readMemory(writtenMemory({ ...rest, text: digest }))).toEqual({ ...rest, text: digest });
    }),
  );
});

test("gettext-parser reads the same texts in PO", () => {
  // This reader looks texts up in an object that has members of its own.
  const units = hostile.units.filter(({ source }) => !(source in {}));
  const { translations } = po.parse(writeExchange("po", { ...hostile, units }), { validation: true });
  const read = units.map(({ id, source }) => translations[id]?.[source]?.msgstr);
  expect(read).toEqual(units.map(({ target }) => [target]));
});

test("csv-parse reads the same texts in CSV", () => {
  const rows = parseCsv(writeExchange("csv", hostile), { columns: true }) as readonly Record<string, string>[];
  const read = rows.map((row) => row["target:pl"]?.replace(/^'(?=[=+\-@])/, ""));
  expect(read).toEqual(hostile.units.map(({ target }) => target));
});

test("no cell of a spreadsheet begins like a formula", () => {
  const units = ["=1+1", "+1", "-1", "@sum", "'=1"].map((target) => ({
    ...parcel,
    source: target,
    target,
    notes: [target],
  }));
  const rows = parseCsv(writeExchange("csv", { ...hostile, units })) as readonly (readonly string[])[];
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
});

test.each([
  ["xliff12", xliff12Mistakes],
  ["xliff2", xliff2Mistakes],
] as const)("%s breaks no rule of the standard", (format, mistakes) => {
  fc.assert(
    fc.property(file, (given) => {
      expect(mistakes(parsedXml(writeExchange(format, given)))).toEqual([]);
    }),
  );
});

test("XLIFF 1.2 keeps white space, and says how long a text may be and whether it is approved", () => {
  const document = readXml({ path: "pl.xlf", text: writeExchange("xliff12", hostile) });
  if ("reason" in document) throw new Error(document.reason);
  for (const one of elementsOf(document, "trans-unit")) {
    expect(one.attributes).toMatchObject({
      "xml:space": "preserve",
      maxwidth: "40",
      "size-unit": "char",
      approved: "yes",
    });
  }
});

describe("the previous source text", () => {
  const previous = "The parcel\n<went> astray.";
  const units = [{ ...parcel, previous, memory: { ...parcel.memory, src: "0a0a0a0a" } }];
  const given = { ...hostile, units };

  test.each(exchangeFormats)("stands in %s, and in no file that has none", (format) => {
    expect(writeExchange(format, given)).toMatch(/went|previous/);
    expect(writeExchange(format, { ...given, units: [parcel] })).not.toMatch(/went|previous-|previousSource|#\|/);
  });

  test("is an earlier version with its translation in XLIFF 1.2, and a note in 2.0", () => {
    const old = readXml({ path: "pl.xlf", text: writeExchange("xliff12", given) });
    if ("reason" in old) throw new Error(old.reason);
    const [version] = elementsOf(old, "alt-trans");
    expect(version?.attributes["alttranstype"]).toBe("previous-version");
    expect(version?.elements.map(({ name, text }) => [name, text])).toEqual([
      ["source", previous],
      ["target", parcel.target],
    ]);
    const now = readXml({ path: "pl.xlf", text: writeExchange("xliff2", given) });
    if ("reason" in now) throw new Error(now.reason);
    const notes = [...elementsOf(now, "note")].filter(({ attributes }) => attributes["category"] === "previous-source");
    expect(notes.map(({ text }) => text)).toEqual([previous]);
  });

  test("is what gettext-parser takes for it in PO", () => {
    const { translations } = po.parse(writeExchange("po", given), { validation: true });
    expect(translations[parcel.id]?.[parcel.source]?.comments?.previous).toContain("astray");
  });

  test("has a column of its own in CSV", () => {
    const [row] = parseCsv(writeExchange("csv", given), { columns: true }) as readonly Record<string, string>[];
    expect(row?.["previous source"]).toBe(previous);
  });
});

test("XLIFF 2.0 holds every character, where XML has none as an element, and is read back", () => {
  const any = fc.string({ unit: "binary" }).map((one) => `\ufffe${one.replaceAll("\r", "")}\uffff\u0000\ud800`);
  fc.assert(
    fc.property(any, any, (source, target) => {
      const unit = { ...parcel, source, target, notes: [target], memory: { ...parcel.memory, text: undefined } };
      const { problem, units } = readExchange({
        path: "pl.xlf",
        text: writeExchange("xliff2", { ...hostile, units: [unit] }),
      });
      expect(problem).toBeUndefined();
      expect(units[0]).toMatchObject({ source, target });
    }),
  );
});

test("XLIFF 2.0 has ids that are allowed there, each once", () => {
  const codes = ["X/1", "X 1", "X_u2f_1", "X_1", "é.1"];
  const units = codes.map((code) => ({ ...parcel, id: `${code}.title` }));
  const written = { path: "pl.xlf", text: writeExchange("xliff2", { ...hostile, units }) };
  const document = readXml(written);
  if ("reason" in document) throw new Error(document.reason);
  const ids = [...elementsOf(document, "unit")].map(({ attributes }) => attributes["id"] ?? "");
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_.:-]+$/);
  expect(new Set(ids).size).toBe(codes.length);
  expect(readExchange(written).units.map(({ id }) => id)).toEqual(codes.map((code) => `${code}.title`));
});

describe("a file that is not to be read says why, and where", () => {
  test.each([
    ["a.xlf", "<xliff version='1.2'>\n<file", "It is no XML"],
    ["a.xlf", '<!DOCTYPE x [<!ENTITY a "b">]><xliff version="1.2"/>', "document type"],
    ["a.xlf", `${"<a>".repeat(101)}`, "nested too deeply"],
    ["a.xlf", '<xliff version="2.0"><cp hex="110000"/></xliff>', "names no character"],
    ["a.xlf", '<xliff version="2.0"><cp/></xliff>', "names no character"],
    ["a.xlf", '<xliff version="1.1"/>', "version 1.2 or 2"],
    ["a.xlf", "<html></html>", "version 1.2 or 2"],
    ["a.po", 'msgid "a"\nmsgstr "b', "no quote at its end"],
    ["a.po", 'msgid "a"\n', 'no "msgstr"'],
    ["a.po", 'msgid "\\q"\n', "backslash"],
    ["a.po", '"a"\n', "behind no keyword"],
    ["a.po", "card\n", "neither a comment"],
    ["a.po", 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n', 'no "msgstr"'],
    ["a.csv", 'id,target:pl\n1,"a', "never closed"],
    ["a.csv", 'id,target:pl\n1,"a"b', "before the next comma|next comma"],
    ["a.csv", "key,text\n1,a", "headings"],
    ["a.json", "{", "."],
    ["a.json", "[]", 'list "texts"'],
  ])("%s: %j", (path, content, reason) => {
    const source = { path, text: content };
    const { problem } = readExchange(source);
    expect(problem?.reason).toMatch(new RegExp(reason));
    expect(positionAt(source, problem?.at.start ?? -1).line).toBeGreaterThan(0);
  });
});

test("cells of CSV have places, whatever stands before them and wherever lines end", () => {
  const cell = text.map((one) => one.replace(/^['=+\-@\t]+/, "")).filter((one) => one.trim() !== "");
  const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(rows, fc.constantFrom("\r\n", "\n", "\n\n\n"), fc.boolean(), (given, lineEnd, closed) => {
      const lines = given.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(","));
      const source = { path: "pl.csv", text: ["id,target:pl", ...lines].join(lineEnd) + (closed ? lineEnd : "") };
      const { units, problem } = readExchange(source);
      expect(problem).toBeUndefined();
      expect(units.map(({ id, at }) => [id, source.text.slice(at.start, at.end)])).toEqual(
        given.map(([id, target]) => [id, `"${target.replaceAll('"', '""')}"`]),
      );
    }),
  );
});

test.each([
  ['id,target:pl\r\n1,"é📦"\r\n2,"a"b\r\n', '"a"'],
  ['id,target:pl\n"1', '"1'],
  ['id,target:pl\n\n1,a\n2,x"y\n', 'x"y'],
])("a mistake in CSV has the place of its cell: %j", (content, cell) => {
  const { problem } = readExchange({ path: "pl.csv", text: content });
  expect(problem?.at.start).toBe(content.indexOf(cell));
});
