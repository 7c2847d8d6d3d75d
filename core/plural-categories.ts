/** A plural category of CLDR. */
export type PluralCategory = "zero" | "one" | "two" | "few" | "many" | "other";

/** Cardinals count ("3 parcels"), ordinals give a place ("3rd parcel"). */
export type PluralKind = "cardinal" | "ordinal";

/** How a language tells numbers apart. */
export interface PluralRules {
  /** In the order of CLDR, `other` last. */
  readonly categories: readonly PluralCategory[];
  /** The category of a whole number up to 20; undefined above. */
  readonly of: (number: number) => PluralCategory | undefined;
  /** The one whole number of a category that has no other: 1 in English for `one`. Undefined where there are several. */
  readonly only: (category: PluralCategory) => number | undefined;
}

const names: Readonly<Record<string, PluralCategory>> = {
  z: "zero",
  o: "one",
  t: "two",
  f: "few",
  m: "many",
  x: "other",
};

// CLDR 48.0, pinned: what a machine's own Intl says changes with its version. A key holds the categories by their
// letters, the categories of 0, 1, 2 … 20 (the last one stands for the rest), and the categories of one number alone.
const cardinals: Readonly<Record<string, string>> = {
  "ox xox o1":
    "af an asa ast az bal bem bez bg brx ce cgg chr ckb da de dv ee el en eo et eu fi fo fur fy gl gsw ha haw hu " +
    "ia ie io jgo jmc ka kaj kcg kk kkj kl ks ksb ku ky lb lg lij mas mgo ml mn mr nah nb nd ne nl nn nnh no nr " +
    "ny nyn om or os pap ps rm rof rwk saq sc sd sdh seh sn so sq ss ssy st sv sw syr ta te teo tig tk tn tr ts " +
    "ug ur uz ve vo vun wae xh xog yi",
  "x x": "bm bo dz hnj id ig ii ja jbo jv kde kea km ko lkt lo ms my nqo osa sah ses sg su th to tpi vi wo yo yue zh",
  "ox oox": "ak am as bho bn csw doi fa ff gu guw hi hy kab kn kok ln mg nso pa pcm si ti wa zu",
  "otx xotx o1,t2": "he iu naq sat se sma smi smj smn sms",
  "omx xox o1": "ca es it lld pt-PT scn vec",
  "zox zox o1,z0": "blo cv ksh lag",
  "ofmx mofffm": "be ru uk",
  "ofx xofffx": "bs hr sr",
  "otfx xotffx": "dsb hsb sl",
  "zotfmx zotffffffffm o1,t2,z0": "ar ars",
  "ox ooooxoxooxooooxoxooxo": "ceb fil",
  "ofmx xofffx o1": "cs sk",
  "omx oox": "fr pt",
  "ox xox": "is mk",
  "zox zoxxxxxxxxz": "lv prg",
  "otfmx xotffxxxxfx": "br",
  "zotfmx zotfxxmx f3,m6,o1,t2,z0": "cy",
  "otfmx xotffffmmmmx o1,t2": "ga",
  "otfx xotffffffffotfffffffx": "gd",
  "otfmx fotxxxxxxxxotxxxxxxxf": "gv",
  "zotfmx zotfx o1,z0": "kw",
  "ofmx xoffffffffx": "lt",
  "otfmx fotffffffffmmmmmmmmmx o1,t2": "mt",
  "ofmx mofffm o1": "pl",
  "ofx foffffffffffffffffffx o1": "ro",
  "otfmx xotfffffffx t2": "sgs",
  "ofx oofffffffffx": "shi",
  "ox ooxxxxxxxxxo": "tzm",
};

/** Languages that are not here have `other` alone, if they are known at all. */
const ordinals: Readonly<Record<string, string>> = {
  "ox xox o1": "bal fil fr ga hy lo ms ro vi",
  "mx xxxxxxxxmxxmx": "it lij lld sc scn vec",
  "otfmx xottfomoooox f4,m6": "as bn",
  "otfmx xottfxmx f4,m6,o1": "gu hi",
  "otfx xottfx f4,o1": "kok mr",
  "ofmx mooffomooxxooffomooxo": "az",
  "fx xxffx": "be",
  "zofx zofffffx o1,z0": "blo",
  "otfx xotofx f4,t2": "ca",
  "zotfmx zotffmmzzzx o1,t2": "cy",
  "otfx xotfx": "en",
  "otfx xotfxxxxxxxotfx": "gd",
  "ox xoxxxox": "hu",
  "omx mom o1": "ka",
  "mx xxxxxxmxxmmxxxxxmxxm": "kk",
  "omx xoooomx": "kw",
  "otmx xotxxxxmmx": "mk",
  "ox xoooox": "ne",
  "otfmx xottfomooox f4,m6": "or",
  "omx xoxxmx o1": "sq",
  "ox xoox": "sv",
  "fx xxxxxxfxxffxxxxxfxxfx": "tk",
  "fx xxxfx": "uk",
};

type Rows = ReadonlyMap<string, PluralRules>;

function rowsOf(table: Readonly<Record<string, string>>): Rows {
  const rows = new Map<string, PluralRules>();
  for (const key of Object.keys(table)) {
    const rules = rulesOf(key);
    for (const language of (table[key] ?? "").split(" ")) rows.set(language, rules);
  }
  return rows;
}

function rulesOf(key: string): PluralRules {
  const [letters = "x", small = "x", single = ""] = key.split(" ");
  const only = new Map<PluralCategory | undefined, number>();
  for (const pair of single.split(",")) if (pair !== "") only.set(names[pair.charAt(0)], Number(pair.slice(1)));
  return {
    categories: Object.freeze([...letters].map((letter) => names[letter] ?? "other")),
    of: (number) => (number > 20 ? undefined : names[small.charAt(Math.min(number, small.length - 1))]),
    only: (category) => only.get(category),
  };
}

let tables: Readonly<Record<PluralKind, Rows>> | undefined;
const otherAlone = rulesOf("x x");

/** The plural rules of a locale by its language; undefined where CLDR has none for it. */
export function pluralRules(tag: string, kind: PluralKind = "cardinal"): PluralRules | undefined {
  // Made when first asked for; what is made depends on nothing.
  tables ??= { cardinal: rowsOf(cardinals), ordinal: rowsOf(ordinals) };
  const language = /^pt\b.*-PT\b/.test(tag) ? "pt-PT" : tag.replace(/-.*/s, "");
  if (!tables.cardinal.has(language)) return undefined;
  return tables[kind].get(language) ?? (kind === "cardinal" ? undefined : otherAlone);
}

/** The plural categories of a locale, in the order of CLDR; undefined where CLDR has none for its language. */
export function pluralCategories(tag: string, kind: PluralKind = "cardinal"): readonly PluralCategory[] | undefined {
  return pluralRules(tag, kind)?.categories;
}
