import type { Explanation } from "../explanation.ts";

/** What the FC33… diagnostics mean: the tags of locales, and which of them stand in for which. */
export const tagExplanations = {
  FC3301: {
    meaning:
      "The tag begins with a code that no language has: jp is a country, and its language is ja. Consumers do not find such a locale, and nobody knows its plural forms. Languages are those of CLDR 48; codes from qaa to qtz are for private use.",
    language: "json",
    wrong: '{ "locale": "jp", "failures": {} }',
    right: '{ "locale": "ja", "failures": {} }',
  },
  FC3302: {
    meaning:
      "Languages have had other codes, and a script may go without saying: iw is he, and zh-Hant-TW is zh-TW. With both, it would depend on the reader’s system which of two texts is shown.",
    language: "text",
    wrong: "locales/he.json and locales/iw.json",
    right: "locales/he.json",
  },
  FC3303: {
    meaning:
      "A chain of fallbacks names the locales that stand in for another one. This one is not among the locales of the catalog, nor has it a chain of its own.",
    language: "json",
    wrong: '{ "fallbacks": { "de-AT": ["de"] } }',
    right: '{ "fallbacks": { "de-AT": ["en"] } }',
  },
  FC3304: {
    meaning:
      "Locales stand in for each other in a circle. Texts would be looked for in the same locales again and again.",
    language: "json",
    wrong: '{ "fallbacks": { "de-AT": ["de-CH"], "de-CH": ["de-AT"] } }',
    right: '{ "fallbacks": { "de-AT": ["de-CH"], "de-CH": ["en"] } }',
  },
  FC3305: {
    meaning:
      "The default locale has every text: nothing is ever looked for after it. It has no chain, and in a chain it can only be the last.",
    language: "json",
    wrong: '{ "fallbacks": { "en": ["de"] } }',
    right: '{ "fallbacks": { "de": ["en"] } }',
  },
  FC3306: {
    meaning: "A locale that had no text the first time has none the second time.",
    language: "json",
    wrong: '{ "fallbacks": { "de-AT": ["de", "de"], "de": ["en"] } }',
    right: '{ "fallbacks": { "de-AT": ["de"], "de": ["en"] } }',
  },
  FC3307: {
    meaning:
      "There is a locale for a script or a region, and none for its language alone. Who asks for the language, or for another region of it, gets the default locale, unless a chain says that this locale stands in. Locales in the language of the default locale are left alone.",
    language: "text",
    wrong: 'locales/zh-Hans.json, and no "fallbacks"',
    right: 'locales/zh-Hans.json and "fallbacks": { "zh": ["zh-Hans"] }',
  },
} as const satisfies Readonly<Record<string, Explanation>>;
