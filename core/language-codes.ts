import { formerLanguages } from "./locale-resolution.ts";
import { pluralCategories } from "./plural-categories.ts";

// Languages of CLDR 48 that have no plural rules.
const withoutPluralRules = new Set(
  (
    "agq apc arn ba bas bew bgc bgn bho blt bss byn cad cch ccp cic co cop cu dav dje dua dyo ebu ewo frr gaa gez gn guz " +
    "jmc kam kgp khq kln kpe ksf kxv lmo lrc ltg luo luy mai mdf mer mfe mgh mhn mi mic moh mua mus myv mzn nds nmg nus nv oc " +
    "oka pi pis qu quc raj rhg rif rn rw sa sbp shn sid skr suz syr szl tg tok trv trw tt twq tyv ug vai vmw wal wbp " +
    "yav yrl za zgh"
  ).split(" "),
);

/** Whether a language subtag is one of CLDR 48, one that ISO 639 has replaced, or one for private use. */
export function isKnownLanguage(language: string): boolean {
  return (
    // What has another form is another mistake.
    !/^[a-z]{2,3}$/.test(language) ||
    pluralCategories(language) !== undefined ||
    withoutPluralRules.has(language) ||
    Object.hasOwn(formerLanguages, language) ||
    /^q[a-t][a-z]$/.test(language)
  );
}

/** The script that a language is written in, alone or in a region, unless its tag says otherwise (CLDR 48, likelySubtags). */
const likelyScripts: Readonly<Record<string, string>> = {
  zh: "Hans",
  "zh-HK": "Hant",
  "zh-MO": "Hant",
  "zh-TW": "Hant",
  sr: "Cyrl",
  "sr-ME": "Latn",
  uz: "Latn",
  az: "Latn",
  bs: "Latn",
  kk: "Cyrl",
  pa: "Guru",
  "pa-PK": "Arab",
  ar: "Arab",
  fa: "Arab",
  ur: "Arab",
  he: "Hebr",
  hi: "Deva",
  ja: "Jpan",
  ko: "Kore",
  ru: "Cyrl",
  uk: "Cyrl",
  bg: "Cyrl",
  el: "Grek",
  th: "Thai",
};

/** A tag without what goes without saying: `he` for `iw`, `zh-TW` for `zh-Hant-TW`, `de` for `de-Latn`. */
export function canonicalTag(tag: string): string {
  const [written = "", ...rest] = tag.split("-");
  const language = formerLanguages[written] ?? written;
  const region = rest.find((part) => part.length < 4);
  const script = rest.find((part) => part.length === 4);
  const place = region === undefined ? language : `${language}-${region}`;
  const likely = likelyScripts[place] ?? likelyScripts[language] ?? "Latn";
  return [language, script === likely ? undefined : script, region].filter((part) => part !== undefined).join("-");
}
