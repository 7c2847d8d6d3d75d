import type { exchangeDiagnostics } from "../exchange-diagnostics.ts";
import type { Explanation } from "../explanation.ts";

/** What the FC8… diagnostics mean. In the examples the failure 1001 has a title. */
export const exchangeExplanations: Readonly<Record<keyof typeof exchangeDiagnostics, Explanation>> = {
  FC8001: {
    meaning:
      "A file that breaks the rules of its format can hold anything in place of what translators wrote: a tool stopped in the middle of it, or it was edited by hand. Nothing of it is guessed.",
    language: "text",
    wrong: '<target state="translated">Karte & Konto</target>',
    right: '<target state="translated">Karte &amp; Konto</target>',
  },
  FC8002: {
    meaning:
      "Texts are given out under the code of their failure and their part. Nothing has this id: the failure was removed from the catalog, or somebody changed the id. The other texts of the file are taken over.",
    language: "json",
    wrong: '{ "id": "1001.titel", "target": "Karte abgelehnt" }',
    right: '{ "id": "1001.title", "target": "Karte abgelehnt" }',
  },
  FC8003: {
    meaning:
      "Every format has a place for the language that it holds: target-language in XLIFF 1.2, trgLang in XLIFF 2.0, X-Locale or Language in the head of a PO file, locale in JSON, the heading target:de of a column in CSV. Without it, nobody knows where the texts belong.",
    language: "json",
    wrong: '{ "texts": [{ "id": "1001.title", "target": "Karte abgelehnt" }] }',
    right: '{ "locale": "de", "texts": [{ "id": "1001.title", "target": "Karte abgelehnt" }] }',
  },
  FC8004: {
    meaning: "A text has one translation. The first one in the file counts, and this one is not taken over.",
    language: "text",
    wrong: "1001.title,Karte abgelehnt\n1001.title,Karte verweigert",
    right: "1001.title,Karte abgelehnt",
  },
  FC8005: {
    meaning:
      "While the file was with translators, somebody changed the same translation in the project. Neither of the two is thrown away: the project keeps its text, the file holds the other, and somebody who reads both decides.",
    language: "text",
    wrong: "here: Karte abgelehnt\nfile: Karte verweigert",
    right: "failcodes messages import de.xlf --theirs",
  },
  FC8006: {
    meaning:
      "A file that failcodes wrote carries a hash of each text that it shows, so that a translation which comes back late is known to be late. These have lost theirs, or come from elsewhere; that they fit the texts of today is for a person to say.",
    language: "json",
    wrong: '{ "id": "1001.title", "target": "Karte abgelehnt" }',
    right: '{ "id": "1001.title", "target": "Karte abgelehnt", "failcodes": "source=b9821657.180d9ecd" }',
  },
  FC8007: {
    meaning:
      'XML 1.0 has no way to write the last two characters of its plane, U+FFFE and U+FFFF, and XLIFF 1.2 no element for them; a file that holds them is one that nobody can read. XLIFF 2.0 writes them as <cp hex="FFFF"/>. The other texts of the locale are exported.',
    language: "text",
    wrong: "failcodes messages export --locale de --to xliff12",
    right: "failcodes messages export --locale de --to xliff2",
  },
  FC8101: {
    meaning:
      "The configuration says under coverage how much of each locale has to be translated, and how much of it final, in per cent of its texts. A translation counts as translated where it was made from the text of today, whether it was reviewed or not.",
    language: "json",
    wrong: '{ "coverage": { "de": { "translated": 100 } } }',
    right: '{ "coverage": { "de": { "translated": 90 } } }',
  },
};
