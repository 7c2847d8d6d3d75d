import type { Explanation } from "../explanation.ts";

function german(failures: string): string {
  return `{\n  "locale": "de",\n  "failures": {\n    ${failures}\n  }\n}`;
}

/** What the FC32… diagnostics mean: the files of locales. In the examples the failure CARD_DECLINED has a title and a detail with {card}. */
export const localeExplanations = {
  FC3201: {
    meaning:
      "People and tools find a language by its file's name. The file says which language it holds, and the two agree.",
    language: "text",
    wrong: 'locales/german.json with "locale": "de"',
    right: 'locales/de.json with "locale": "de"',
  },
  FC3202: {
    meaning: "The texts of a language stand in one file. With two, it would depend on their order which text is shown.",
    language: "text",
    wrong: 'locales/de.json and locales/de-old.json, both with "locale": "de"',
    right: 'locales/de.json with "locale": "de"',
  },
  FC3203: {
    meaning:
      "The texts of the default locale are the source of all translations and stand in the catalog itself, in one place.",
    language: "json",
    wrong: '{ "locale": "en", "failures": {} }',
    right: german('"CARD_DECLINED": { "title": { "text": "Karte abgelehnt" } }'),
  },
  FC3204: {
    meaning:
      "Translations are filed under the name of the failure; an alias is not enough. This name belongs to no failure, so that the translation would never be shown.",
    language: "json",
    wrong: german('"CARD_DECLIEND": { "title": { "text": "Karte abgelehnt" } }'),
    right: german('"CARD_DECLINED": { "title": { "text": "Karte abgelehnt" } }'),
  },
  FC3205: {
    meaning: "A part that is translated exists in the default locale first: everybody else falls back to it.",
    language: "json",
    wrong: german('"CARD_DECLINED": { "action": { "text": "Nimm eine andere Karte." } }'),
    right: german('"CARD_DECLINED": { "title": { "text": "Karte abgelehnt" } }'),
  },
  FC3206: {
    meaning:
      "The program fills in the params of the source. A translation that uses another param of the failure may show it where the source keeps silent.",
    language: "json",
    wrong: german('"CARD_DECLINED": { "title": { "text": "Karte {card} abgelehnt" } }'),
    right: german('"CARD_DECLINED": { "title": { "text": "Karte abgelehnt" } }'),
  },
  FC3207: {
    meaning:
      "A param of the source is not in the translation: usually it was lost when the text was moved through another tool.",
    language: "json",
    wrong: german('"CARD_DECLINED": { "detail": { "text": "Die Karte wurde abgelehnt." } }'),
    right: german('"CARD_DECLINED": { "detail": { "text": "Die Karte {card} wurde abgelehnt." } }'),
  },
  FC3208: {
    meaning:
      "Some texts of the catalog have no translation in this locale. Translations follow later, and until then the default locale stands in. A text in the state `new` counts as not translated. `failcodes validate --profile release` refuses a catalog with such texts.",
    language: "json",
    wrong: german('"CARD_DECLINED": { "title": { "text": "Karte abgelehnt" } }'),
    right: german(
      '"CARD_DECLINED": {\n      "title": { "text": "Karte abgelehnt" },\n      "detail": { "text": "Die Karte {card} wurde abgelehnt." }\n    },\n    "PARCEL_WAITS": { "title": { "text": "Dein Paket wartet am ParcelPoint" } },\n    "PARCEL_HEAVY": { "title": { "text": "Das Paket ist {share, number, percent} zu schwer" } }',
    ),
  },
  FC3209: {
    meaning:
      "A translation carries the hash of the text it was made from. The text in the catalog is another one now, so that the translation may say something that is no longer true. White space between the parts of a plural, or the order of its arms, is no change. `failcodes validate --profile release` refuses such a translation.",
    language: "json",
    wrong: german('"CARD_DECLINED": { "title": { "text": "Karte abgelehnt", "src": "0a1b2c3d.00000000" } }'),
    right: german('"CARD_DECLINED": { "title": { "text": "Karte abgelehnt", "src": "b9821657.bb2afcf0" } }'),
  },
  FC3210: {
    meaning:
      "The text is the one that was translated, but the note for translators, or a param's name, type or values, is another one now. Mostly the translation still fits; it counts as one that needs a review.",
    language: "json",
    wrong: german('"CARD_DECLINED": { "title": { "text": "Karte abgelehnt", "src": "b9821657.00000000" } }'),
    right: german('"CARD_DECLINED": { "title": { "text": "Karte abgelehnt", "src": "b9821657.bb2afcf0" } }'),
  },
  FC3211: {
    meaning:
      "A translation without `src` may have been made from any text: nobody notices when the catalog's text changes. `failcodes messages stamp` writes the hashes of the texts of today into all that have none.",
    language: "json",
    wrong: german('"CARD_DECLINED": { "title": { "text": "Karte abgelehnt" } }'),
    right: german('"CARD_DECLINED": { "title": { "text": "Karte abgelehnt", "src": "b9821657.bb2afcf0" } }'),
  },
  FC3212: {
    meaning:
      "A translation that repeats the source was mostly forgotten, and its readers get another language than the one they asked for. Where both languages do say the same, the entry says that it is meant. Texts without letters, translations in the state `new`, and locales in the catalog's own language are left alone.",
    language: "json",
    wrong: german('"CARD_DECLINED": { "title": { "text": "Your card was declined" } }'),
    right: german('"CARD_DECLINED": { "title": { "text": "Your card was declined", "sameAsSource": true } }'),
  },
  FC3213: {
    meaning:
      "A line break of the source is missing in the translation, or the other way round: mostly paragraphs were joined on the way through another tool. Breaks inside of arms are not counted.",
    language: "json",
    wrong: german('"CARD_DECLINED": { "detail": { "text": "Die Karte {card}\\nwurde abgelehnt." } }'),
    right: german('"CARD_DECLINED": { "detail": { "text": "Die Karte {card} wurde abgelehnt." } }'),
  },
  FC3214: {
    meaning:
      "Addresses of pages and mailboxes are seldom translated. One that differs may lead nowhere, or somewhere that nobody has checked.",
    language: "json",
    wrong: german('"CARD_DECLINED": { "title": { "text": "Karte abgelehnt: https://example.org" } }'),
    right: german('"CARD_DECLINED": { "title": { "text": "Karte abgelehnt" } }'),
  },
  FC3215: {
    meaning:
      "The catalog lists words that stay as they are in every language, such as names of products. In this example ParcelPoint is one of them, and the source holds it.",
    language: "json",
    wrong: german('"PARCEL_WAITS": { "title": { "text": "Dein Paket wartet am Paketpunkt" } }'),
    right: german('"PARCEL_WAITS": { "title": { "text": "Dein Paket wartet am ParcelPoint" } }'),
  },
  FC3216: {
    meaning:
      "A final translation is one that a person has read beside the text of today and found good. What a machine made is not final yet.",
    language: "json",
    wrong: german('"CARD_DECLINED": { "title": { "text": "Karte abgelehnt", "state": "final", "by": "mt" } }'),
    right: german('"CARD_DECLINED": { "title": { "text": "Karte abgelehnt", "state": "needs-review", "by": "mt" } }'),
  },
  FC3217: {
    meaning:
      "A translation may keep the text that it was made from, so that translators see what has changed since. The hash beside it says which text that is; where the two do not agree, somebody changed one of them alone. Whoever mends a stale translation removes the old text with the old hash.",
    language: "json",
    wrong: german(
      '"CARD_DECLINED": {\n      "title": {\n        "text": "Karte abgelehnt",\n        "src": "b9821657.bb2afcf0",\n        "srcText": "Your card was refused"\n      }\n    }',
    ),
    right: german(
      '"CARD_DECLINED": {\n      "title": {\n        "text": "Karte abgelehnt",\n        "src": "b9821657.bb2afcf0",\n        "srcText": "Your card was declined"\n      }\n    }',
    ),
  },
  FC3218: {
    meaning:
      "Of the translations in one file whose texts have changed, the first three are named, each at its place; this counts the others, which are to be mended as well. `failcodes messages status` shows how many there are in every locale, and an export holds them all, ready for translators. `failcodes validate --profile release` refuses them.",
    language: "text",
    wrong: "A catalog in which twenty English texts are changed, and no translation.",
    right:
      "$ failcodes messages export --locale de --to xliff12 --only stale --output de.xlf\n(the translations are mended)\n$ failcodes messages import de.xlf",
  },
  FC3219: {
    meaning:
      "Of the translations in one file whose note for translators or params have changed, the first three are named, each at its place; this counts the others. Mostly they still fit.",
    language: "text",
    wrong:
      "A param that is used in twenty texts gets another name in all of them, and nobody looks at their translations.",
    right:
      "$ failcodes messages export --locale de --to xliff12 --only needs-review --output de.xlf\n(somebody reads them)\n$ failcodes messages import de.xlf",
  },
  FC3220: {
    meaning:
      "A percentage shows a number a hundred times as large as it is: 0.07 is shown as 7%. Where one language writes it so and another does not, their readers are told different numbers.",
    language: "json",
    wrong: german('"PARCEL_HEAVY": { "title": { "text": "Das Paket ist {share} zu schwer" } }'),
    right: german('"PARCEL_HEAVY": { "title": { "text": "Das Paket ist {share, number, percent} zu schwer" } }'),
  },
  FC3221: {
    meaning:
      "Somebody has found the translation good beside a text that is no longer the one of the catalog. Whoever changes a text cannot mend it in every language, so that this is a warning while changes are made; `failcodes validate --profile release` refuses it.",
    language: "json",
    wrong: german(
      '"CARD_DECLINED": { "title": { "text": "Karte abgelehnt", "state": "final", "src": "0a1b2c3d.00000000" } }',
    ),
    right: german(
      '"CARD_DECLINED": { "title": { "text": "Karte abgelehnt", "state": "needs-review", "src": "b9821657.bb2afcf0" } }',
    ),
  },
} as const satisfies Readonly<Record<string, Explanation>>;
