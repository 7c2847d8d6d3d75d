import { describe, expect, test } from "vitest";
import { countGraphemes } from "../core/message-syntax/graphemes.ts";

const texts = [
  "",
  "Your card was declined",
  "Karte gesperrt – größer",
  "l’envoi a échoué",
  "カードが使えません",
  "카드가 거절되었습니다",
  "البطاقة مرفوضة",
  "कार्ड नहीं चला",
  "бесплатно",
  "q\u0323\u0307 x\u0301",
  "📦👩‍🚀🇳🇱👍🏽❤️🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
  "one\ntwo",
];

describe("a text has as many characters", () => {
  test.each(texts)("as people count: %j", (text) => {
    const segments = [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)];
    expect(countGraphemes(text)).toBe(segments.length);
  });
});
