import { describe, expect, test } from "vitest";
import { canonicalTag, isKnownLanguage } from "../core/language-codes.ts";
import { likelyScript } from "../core/likely-scripts.ts";
import { directionOf, formerLanguages } from "../core/locale-resolution.ts";

const letters = [..."abcdefghijklmnopqrstuvwxyz"];
const two = letters.flatMap((first) => letters.map((second) => first + second));
const codes = [...two, ...two.flatMap((start) => letters.map((last) => start + last))];
const privateUse = /^q[a-t][a-z]$/;

/** What is asked of the machine is of the same release of CLDR as what stands in the product, or nothing is compared. */
const sameRelease = process.versions["cldr"]?.startsWith("48") === true;

function isCanonical(tag: string): boolean {
  return Intl.getCanonicalLocales(tag)[0] === tag;
}

const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });

/** Languages that CLDR names, without its words for "several" and "none". */
const named = codes.filter(
  (code) =>
    isCanonical(code) && !privateUse.test(code) && names.of(code) !== undefined && !/^(?:mul|zxx|und|bh)$/.test(code),
);

describe.skipIf(!sameRelease)("held against the CLDR of this machine", () => {
  test("every language that it names is known", () => {
    expect(named.filter((code) => !isKnownLanguage(code))).toEqual([]);
    expect(named.length).toBeGreaterThan(500);
  });

  test("what is known besides has plural rules or locale data there, or is another word for a language", () => {
    const others = codes.filter(
      (code) => isKnownLanguage(code) && !privateUse.test(code) && !named.includes(code) && isCanonical(code),
    );
    expect(others.join(" ")).toBe("apc guw lld mhn nah skr smi suz");
    const former = codes.filter((code) => isKnownLanguage(code) && !isCanonical(code));
    expect(former.filter((code) => !(code in formerLanguages))).toEqual(["sh"]);
  });

  test("what has a shorter or newer code is not known by the other one", () => {
    for (const code of ["deu", "eng", "fra", "zho", "cmn", "arb"]) {
      expect([code, isCanonical(code), isKnownLanguage(code)]).toEqual([code, false, false]);
    }
  });

  test("a language and a region are written in the script that goes without saying", () => {
    const regionNames = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
    const regions = two
      .map((code) => code.toUpperCase())
      .filter((region) => regionNames.of(region) !== undefined && isCanonical(`en-${region}`));
    const unlike: string[] = [];
    for (const code of codes) {
      if (!isKnownLanguage(code) || privateUse.test(code) || !isCanonical(code)) continue;
      const alone = new Intl.Locale(code).maximize().script;
      if (alone !== undefined && alone !== likelyScript(code)) unlike.push(code);
      // All languages in all regions are a hundred thousand more.
      for (const region of code.length === 2 ? regions : []) {
        const script = new Intl.Locale(`${code}-${region}`).maximize().script;
        if (script !== undefined && script !== likelyScript(code, region)) unlike.push(`${code}-${region}`);
      }
    }
    expect(unlike).toEqual([]);
  });

  test("what it writes from right to left is written so; of most it has no data, and says the other", () => {
    const textInfo = (code: string) =>
      (new Intl.Locale(code) as unknown as { textInfo: { direction: string } }).textInfo;
    const rightToLeft = named.filter((code) => textInfo(code).direction === "rtl");
    expect(rightToLeft.filter((code) => directionOf(code) !== "rtl")).toEqual([]);
    expect(rightToLeft.length).toBeGreaterThan(10);
  });
});

describe("a tag is one of", () => {
  test.each([
    ["zh-Hant-TW", "zh-TW"],
    ["zh-Hans", "zh"],
    ["iw", "he"],
    ["am-Ethi", "am"],
    ["ky-Latn-TR", "ky-TR"],
    ["pa-Arab-PK", "pa-PK"],
    ["sr-Latn", "sr-Latn"],
  ])("%s: %s", (tag, canonical) => {
    expect(canonicalTag(tag)).toBe(canonical);
  });

  test.each(["xx", "cz", "jp", "zxx", "mul"])("none that there is: %s", (code) => {
    expect(isKnownLanguage(code)).toBe(false);
  });
});
