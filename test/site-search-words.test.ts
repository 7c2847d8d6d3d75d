import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { markedPieces } from "../generators/site/browser/search-marks.ts";
import { nearTerms, openIndex, placeOf, readDocuments } from "../generators/site/browser/search-reader.ts";
import { indexBuilder } from "../generators/site/search-index.ts";
import { folded, keyOf, keysAsked, wordsAsked, wordsOf } from "../generators/site/search-words.ts";
import { hostileText } from "./hostile-text.ts";

describe("words of a text", () => {
  test.each([
    ["Card DECLINED, twice", ["card", "declined", "twice"]],
    ["PAYMENT_DECLINED", ["payment", "declined"]],
    ["InvalidCapacity", ["invalidcapacity", "invalid", "capacity"]],
    ["class 5.1.1 or 4.7", ["class", "5.1.1", "or", "4.7"]],
    ["__proto__", ["proto"]],
    ["Überweisung, señor, Łódź, straße", ["uberweisung", "senor", "lodz", "strasse"]],
    ["İstanbul Kızılay KIRMIZI", ["istanbul", "kizilay", "kirmizi"]],
    ["ΟΔΟΣ οδος", ["οδοσ", "οδοσ"]],
    ["ｶｰﾄﾞ １２", ["カー", "ード", "ド", "12"]],
    ["支払い", ["支払", "払い", "い"]],
    ["카드 결제", ["카드", "드", "결제", "제"]],
    ["بِطاقة مُرفوضة", ["بطاقه", "مرفوضه"]],
    ["कार्ड अस्वीकृत", ["कार्ड", "अस्वीकृत"]],
    ["บัตร", ["บั", "ัต", "ตร", "ร"]],
    ["naïve\u00adly e\u0301t\u00e9", ["naively", "ete"]],
  ])("of %j are %j", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test("are asked for without the last character of pairs, and once", () => {
    expect(wordsAsked("支払い 支払い card Card")).toEqual(["支払", "払い", "card"]);
    expect(wordsAsked("い")).toEqual(["い"]);
  });

  it("are the same in whatever case and form of Unicode a text is written", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(folded(text.normalize("NFD"))).toBe(folded(text));
        expect(folded(folded(text))).toBe(folded(text));
        for (const word of wordsOf(text)) expect(word.length).toBeLessThanOrEqual(64);
      }),
    );
  });
});

describe("keys", () => {
  test.each([
    ["BILLING_FAILURE", "billingfailure"],
    ["Billing failure", "billingfailure"],
    ["5.1.1", "5.1.1"],
    ["X.1.1", "x.1.1"],
    ["-2008", "-2008"],
    ["__proto__", "proto"],
    ["***", "***"],
    ["100 / 33", "10033"],
  ])("of %j is %j", (text, key) => {
    expect(keyOf(text)).toBe(key);
  });

  test.each([
    ["0x0000000B", ["0x0000000b", "11"]],
    ["007", ["007", "7"]],
    ["0", ["0"]],
    ["5.01.1", ["5.01.1", "5.1.1", "x.1.1", "5.x.x"]],
  ])("asked for by %j are %j", (query, keys) => {
    expect(keysAsked(query)).toEqual(keys);
  });
});

const words = fc.array(fc.oneof(fc.constantFrom("card", "cart", "cards", "__proto__", "𝔘", "𝔙a"), hostileText), {
  maxLength: 6,
});

describe("an index", () => {
  it("holds every word with the documents that have it, and no other", () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 80 }), (documents) => {
        const builder = indexBuilder();
        const expected = new Map<string, number[]>();
        for (const [document, texts] of documents.entries()) {
          const own = [...new Set(texts.flatMap(wordsOf))];
          // Some documents have no words: what is between two that do is not always 1.
          builder.add(document * 37, own);
          for (const word of own) expected.set(word, [...(expected.get(word) ?? []), document * 37]);
        }
        const packed = builder.packed();
        const index = openIndex(JSON.parse(new TextDecoder().decode(new TextEncoder().encode(JSON.stringify(packed)))));
        expect(index.terms).toEqual([...expected.keys()].sort());
        for (const [word, of] of expected) {
          const into = new Uint32Array(documents.length);
          const count = readDocuments(index, placeOf(index, word), into);
          expect([...into.subarray(0, count)]).toEqual(of);
        }
      }),
    );
  });

  it("knows the terms that begin almost like a word: those that a slow count of slips gives", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(fc.uniqueArray(letters, { maxLength: 40 }), letters, fc.constantFrom(1, 2), (terms, word, most) => {
        const builder = indexBuilder();
        builder.add(0, terms);
        const index = openIndex(builder.packed());
        const near = nearTerms(index, word, most).map(({ term, distance }) => [index.terms[term], distance]);
        const slow = [...terms].sort().flatMap((term) => {
          const beginnings = Array.from({ length: term.length }, (_, at) => slips(term.slice(0, at + 1), word));
          const distance = Math.min(...beginnings);
          return distance <= most ? [[term, distance]] : [];
        });
        expect(near).toEqual(slow);
      }),
      { numRuns: 500 },
    );
  });
});

/** How many letters are missing, too many, others or changed about (each stretch changed once). */
function slips(left: string, right: string): number {
  if (left === "") return right.length;
  if (right === "") return left.length;
  const [a, b] = [left.slice(0, -1), right.slice(0, -1)];
  const same = left.at(-1) === right.at(-1) ? 0 : 1;
  let least = Math.min(slips(a, b) + same, slips(a, right) + 1, slips(left, b) + 1);
  if (left.length > 1 && right.length > 1 && left.at(-1) === right.at(-2) && left.at(-2) === right.at(-1)) {
    least = Math.min(least, slips(left.slice(0, -2), right.slice(0, -2)) + 1);
  }
  return least;
}

describe("marks", () => {
  test.each([
    ["UNKNOWN_SUBSCRIBER", ["subsc"], "UNKNOWN_[SUBSC]RIBER"],
    ["Zahlung für Größe", ["fur", "grosse"], "Zahlung [für] [Größe]"],
    ["paymentUnsupported", ["unsupp"], "payment[Unsupp]orted"],
    ["discard the card", ["card"], "discard the [card]"],
    ["残高不足です", ["不足"], "残高[不足]です"],
    ["5.1.1 here", ["5.1.1"], "[5.1.1] here"],
    ["<b>card</b>", ["b"], "<[b]>card</[b]>"],
  ])("of %j, for %j, are %j", (text, sought, marked) => {
    expect(
      markedPieces(text, sought)
        .map(({ text: piece, isMarked }) => (isMarked ? `[${piece}]` : piece))
        .join(""),
    ).toBe(marked);
  });

  it("never change a text", () => {
    fc.assert(
      fc.property(hostileText, words, (text, sought) => {
        const pieces = markedPieces(text, sought.flatMap(wordsAsked));
        expect(pieces.map(({ text: piece }) => piece).join("")).toBe(text);
      }),
    );
  });
});
