// Plural forms of CLDR 48 (Unicode License v3): supplemental/plurals.json and ordinals.json of the npm package cldr-core 48.2.0.
// Pinned: what a machine's own Intl says changes with its version.

/**
 * The forms that some languages have besides "other", each with the numbers it is for; the forms of 0, 1, 2 … 20 by their
 * letters (z, o, t, f, m, and x for "other"), the last one standing for the rest; and these languages. Numbers that end in
 * "…" are the first of many; a form whose numbers are no integers is never used for an integer.
 */
export type PluralRow = readonly [forms: string, small: string, languages: string];

/** Of cardinals: one parcel, two parcels. */
export const cardinalForms: readonly PluralRow[] = [
  [
    "",
    "x",
    "bm bo dz hnj id ig ii ja jbo jv jw kde kea km ko lkt lo ms my nqo osa sah ses sg su th to tpi vi wo yo yue zh",
  ],
  ["one 0 1", "oox", "ak am as bho bn csw doi fa ff gu guw hi hy kab kn kok kok-Latn ln mg nso pa pcm si ti wa zu"],
  ["one 0 1 11 …", "ooxxxxxxxxxo", "tzm"],
  ["one 0 1 2 …", "ooooxoxooxooooxoxooxo", "ceb fil tl"],
  ["one 0 1, few 2 3 4 …", "oofffffffffx", "shi"],
  ["one 0 1, many 1000000 …", "oox", "fr pt"],
  [
    "one 1",
    "xox",
    "af an asa ast az bal bem bez bg brx ce cgg chr ckb da de dv ee el en eo et eu fi fo fur fy gl gsw ha haw hu ia ie io jgo jmc ka kaj kcg kk kkj kl ks ksb ku ky lb lg lij mas mgo ml mn mr nah nb nd ne nl nn nnh no nr ny nyn om or os pap ps rm rof rwk saq sc sd sdh seh sn so sq ss ssy st sv sw syr ta te teo tig tk tn tr ts ug ur uz ve vo vun wae xh xog yi",
  ],
  ["one 1 101 201 …, two 2 102 202 …, few 3 4 103 …", "xotffx", "dsb hsb sl"],
  ["one 1 11 21 …, two 2 12 22 …, few 0 20 40 …, many 0.0 0.1 0.2 …", "fotxxxxxxxxotxxxxxxxf", "gv"],
  ["one 1 11, two 2 12, few 3 4 5 …", "xotffffffffotfffffffx", "gd"],
  ["one 1 21 31 …", "xox", "is mk"],
  ["one 1 21 31 …, few 2 3 4 …", "xofffx", "bs hr sh sr"],
  ["one 1 21 31 …, few 2 3 4 …, many 0 5 6 …", "mofffm", "be ru uk"],
  ["one 1 21 31 …, few 2 3 4 …, many 0.1 0.2 0.3 …", "xoffffffffx", "lt"],
  ["one 1 21 31 …, two 2 22 32 …, few 3 4 9 …, many 1000000 …", "xotffxxxxfx", "br"],
  ["one 1 21 31 …, two 2, few 3 4 5 …, many 0.1 0.2 0.3 …", "xotfffffffx", "sgs"],
  ["one 1, few 0 2 3 …", "foffffffffffffffffffx", "mo ro"],
  ["one 1, few 2 3 4 …, many 0 5 6 …", "mofffm", "pl"],
  ["one 1, few 2 3 4, many 0.0 0.1 0.2 …", "xofffx", "cs sk"],
  ["one 1, many 1000000 …", "xox", "ca es it lld pt-PT scn vec"],
  ["one 1, two 2", "xotx", "he iu naq sat se sma smi smj smn sms"],
  ["one 1, two 2, few 0 3 4 …, many 11 12 13 …", "fotffffffffmmmmmmmmmx", "mt"],
  ["one 1, two 2, few 3 4 5 6, many 7 8 9 10", "xotffffmmmmx", "ga"],
  ["zero 0 10 11 …, one 1 21 31 …", "zoxxxxxxxxz", "lv prg"],
  ["zero 0, one 1", "zox", "blo cv ksh lag"],
  ["zero 0, one 1, two 2 22 42 …, few 3 23 43 …, many 21 41 61 …", "zotfx", "kw"],
  ["zero 0, one 1, two 2, few 3 4 5 …, many 11 12 13 …", "zotffffffffm", "ar ars"],
  ["zero 0, one 1, two 2, few 3, many 6", "zotfxxmx", "cy"],
];

/** Of ordinals: 1st, 2nd. */
export const ordinalForms: readonly PluralRow[] = [
  [
    "",
    "x",
    "af am an ar ast bg bs ce cs cv da de dsb el es et eu fa fi fy gl gsw he hr hsb ia id ie is ja km kn ko ky lt lv ml mn my nb nl no pa pl prg ps pt ru sd sh si sk sl sr sw ta te th tpi tr ur uz yue zh zu",
  ],
  ["few 2 3 22 …", "xxffx", "be"],
  ["few 3 23 33 …", "xxxfx", "uk"],
  ["few 6 9 10 …", "xxxxxxfxxffxxxxxfxxfx", "tk"],
  ["many 6 9 10 …", "xxxxxxmxxmmxxxxxmxxm", "kk"],
  ["many 8 11 80 800", "xxxxxxxxmxxmx", "it lld sc vec"],
  ["many 8 11 80 …", "xxxxxxxxmxxmx", "lij scn"],
  ["one 1", "xox", "bal fil fr ga hy lo mo ms ro tl vi"],
  ["one 1 11, two 2 12, few 3 13", "xotfxxxxxxxotfx", "gd"],
  ["one 1 2 21 …", "xoox", "sv"],
  ["one 1 2 3 4", "xoooox", "ne"],
  ["one 1 2 3 …, many 5 105 205 …", "xoooomx", "kw"],
  ["one 1 2 5 …, few 3 4 13 …, many 0 6 16 …", "mooffomooxxooffomooxo", "az"],
  ["one 1 21 31 …, two 2 22 32 …, few 3 23 33 …", "xotfx", "en"],
  ["one 1 21 31 …, two 2 22 32 …, many 7 8 27 …", "xotxxxxmmx", "mk"],
  ["one 1 3, two 2, few 4", "xotofx", "ca"],
  ["one 1 5", "xoxxxox", "hu"],
  ["one 1 5 7 8 9 10, two 2 3, few 4, many 6", "xottfomoooox", "as bn"],
  ["one 1 5 7 8 9, two 2 3, few 4, many 6", "xottfomooox", "or"],
  ["one 1, many 0 2 3 …", "mom", "ka"],
  ["one 1, many 4 24 34 …", "xoxxmx", "sq"],
  ["one 1, two 2 3, few 4", "xottfx", "kok kok-Latn mr"],
  ["one 1, two 2 3, few 4, many 6", "xottfxmx", "gu hi"],
  ["zero 0 7 8 9, one 1, two 2, few 3 4, many 5 6", "zotffmmzzzx", "cy"],
  ["zero 0, one 1, few 2 3 4 5 6", "zofffffx", "blo"],
];
