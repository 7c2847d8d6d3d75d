// The conditions of CLDR 48 (Unicode License v3): supplemental/plurals.json and ordinals.json of the npm package cldr-core 48.2.0.

/** The conditions of the plural categories besides "other", in the syntax of UTS 35, and the languages that have them. */
export type PluralConditions = readonly [conditions: string, languages: string];

/** Of cardinals: one parcel, two parcels. */
export const cardinalConditions: readonly PluralConditions[] = [
  ["", "bm bo dz hnj id ig ii ja jbo jv jw kde kea km ko lkt lo ms my nqo osa sah ses sg su th to tpi vi wo yo yue zh"],
  ["one: i = 0 or n = 1", "am as bn doi fa gu hi kn kok kok-Latn pcm zu"],
  ["one: i = 0 or n = 1; few: n = 2..10", "shi"],
  ["one: i = 0,1", "ff hy kab"],
  ["one: i = 0,1; many: e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5", "fr"],
  ["one: i = 0..1; many: e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5", "pt"],
  ["one: i = 1 and v = 0", "ast de en et fi fy gl ia ie io lij nl sc sv sw ur yi"],
  ["one: i = 1 and v = 0 or i = 0 and v != 0; two: i = 2 and v = 0", "he"],
  ["one: i = 1 and v = 0; few: i = 2..4 and v = 0; many: v != 0", "cs sk"],
  ["one: i = 1 and v = 0; few: v != 0 or n = 0 or n != 1 and n % 100 = 1..19", "mo ro"],
  [
    "one: i = 1 and v = 0; few: v = 0 and i % 10 = 2..4 and i % 100 != 12..14; many: v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14",
    "pl",
  ],
  [
    "one: i = 1 and v = 0; many: e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5",
    "ca it lld pt-PT scn vec",
  ],
  [
    "one: n % 10 = 1 and n % 100 != 11,71,91; two: n % 10 = 2 and n % 100 != 12,72,92; few: n % 10 = 3..4,9 and n % 100 != 10..19,70..79,90..99; many: n != 0 and n % 1000000 = 0",
    "br",
  ],
  ["one: n % 10 = 1 and n % 100 != 11..19; few: n % 10 = 2..9 and n % 100 != 11..19; many: f != 0", "lt"],
  [
    "one: n % 10 = 1 and n % 100 != 11; few: n % 10 = 2..4 and n % 100 != 12..14; many: n % 10 = 0 or n % 10 = 5..9 or n % 100 = 11..14",
    "be",
  ],
  [
    "one: n % 10 = 1 and n % 100 != 11; two: n = 2; few: n != 2 and n % 10 = 2..9 and n % 100 != 11..19; many: f != 0",
    "sgs",
  ],
  ["one: n = 0,1 or i = 0 and f = 1", "si"],
  ["one: n = 0..1", "ak bho csw guw ln mg nso pa ti wa"],
  ["one: n = 0..1 or n = 11..99", "tzm"],
  [
    "one: n = 1",
    "af an asa az bal bem bez bg brx ce cgg chr ckb dv ee el eo eu fo fur gsw ha haw hu jgo jmc ka kaj kcg kk kkj kl ks ksb ku ky lb lg mas mgo ml mn mr nah nb nd ne nn nnh no nr ny nyn om or os pap ps rm rof rwk saq sd sdh seh sn so sq ss ssy st syr ta te teo tig tk tn tr ts ug uz ve vo vun wae xh xog",
  ],
  ["one: n = 1 or t != 0 and i = 0,1", "da"],
  ["one: n = 1,11; two: n = 2,12; few: n = 3..10,13..19", "gd"],
  ["one: n = 1; many: e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5", "es"],
  ["one: n = 1; two: n = 2", "iu naq sat se sma smi smj smn sms"],
  ["one: n = 1; two: n = 2; few: n = 0 or n % 100 = 3..10; many: n % 100 = 11..19", "mt"],
  ["one: n = 1; two: n = 2; few: n = 3..6; many: n = 7..10", "ga"],
  ["one: t = 0 and i % 10 = 1 and i % 100 != 11 or t % 10 = 1 and t % 100 != 11", "is"],
  ["one: v = 0 and i % 10 = 1 and i % 100 != 11 or f % 10 = 1 and f % 100 != 11", "mk"],
  [
    "one: v = 0 and i % 10 = 1 and i % 100 != 11 or f % 10 = 1 and f % 100 != 11; few: v = 0 and i % 10 = 2..4 and i % 100 != 12..14 or f % 10 = 2..4 and f % 100 != 12..14",
    "bs hr sh sr",
  ],
  [
    "one: v = 0 and i % 10 = 1 and i % 100 != 11; few: v = 0 and i % 10 = 2..4 and i % 100 != 12..14; many: v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 11..14",
    "ru uk",
  ],
  ["one: v = 0 and i % 10 = 1; two: v = 0 and i % 10 = 2; few: v = 0 and i % 100 = 0,20,40,60,80; many: v != 0", "gv"],
  [
    "one: v = 0 and i % 100 = 1 or f % 100 = 1; two: v = 0 and i % 100 = 2 or f % 100 = 2; few: v = 0 and i % 100 = 3..4 or f % 100 = 3..4",
    "dsb hsb",
  ],
  ["one: v = 0 and i % 100 = 1; two: v = 0 and i % 100 = 2; few: v = 0 and i % 100 = 3..4 or v != 0", "sl"],
  ["one: v = 0 and i = 1,2,3 or v = 0 and i % 10 != 4,6,9 or v != 0 and f % 10 != 4,6,9", "ceb fil tl"],
  [
    "zero: n % 10 = 0 or n % 100 = 11..19 or v = 2 and f % 100 = 11..19; one: n % 10 = 1 and n % 100 != 11 or v = 2 and f % 10 = 1 and f % 100 != 11 or v != 2 and f % 10 = 1",
    "lv prg",
  ],
  ["zero: n = 0; one: i = 0,1 and n != 0", "lag"],
  ["zero: n = 0; one: n = 1", "blo cv ksh"],
  [
    "zero: n = 0; one: n = 1; two: n % 100 = 2,22,42,62,82 or n % 1000 = 0 and n % 100000 = 1000..20000,40000,60000,80000 or n != 0 and n % 1000000 = 100000; few: n % 100 = 3,23,43,63,83; many: n != 1 and n % 100 = 1,21,41,61,81",
    "kw",
  ],
  ["zero: n = 0; one: n = 1; two: n = 2; few: n % 100 = 3..10; many: n % 100 = 11..99", "ar ars"],
  ["zero: n = 0; one: n = 1; two: n = 2; few: n = 3; many: n = 6", "cy"],
];

/** Of ordinals: 1st, 2nd. */
export const ordinalConditions: readonly PluralConditions[] = [
  [
    "",
    "af am an ar ast bg bs ce cs cv da de dsb el es et eu fa fi fy gl gsw he hr hsb ia id ie is ja km kn ko ky lt lv ml mn my nb nl no pa pl prg ps pt ru sd sh si sk sl sr sw ta te th tpi tr ur uz yue zh zu",
  ],
  ["few: n % 10 = 2,3 and n % 100 != 12,13", "be"],
  ["few: n % 10 = 3 and n % 100 != 13", "uk"],
  ["few: n % 10 = 6,9 or n = 10", "tk"],
  ["many: n % 10 = 6 or n % 10 = 9 or n % 10 = 0 and n != 0", "kk"],
  ["many: n = 11,8,80,800", "it lld sc vec"],
  ["many: n = 11,8,80..89,800..899", "lij scn"],
  [
    "one: i % 10 = 1 and i % 100 != 11; two: i % 10 = 2 and i % 100 != 12; many: i % 10 = 7,8 and i % 100 != 17,18",
    "mk",
  ],
  [
    "one: i % 10 = 1,2,5,7,8 or i % 100 = 20,50,70,80; few: i % 10 = 3,4 or i % 1000 = 100,200,300,400,500,600,700,800,900; many: i = 0 or i % 10 = 6 or i % 100 = 40,60,90",
    "az",
  ],
  ["one: i = 1; many: i = 0 or i % 100 = 2..20,40,60,80", "ka"],
  ["one: n % 10 = 1 and n % 100 != 11; two: n % 10 = 2 and n % 100 != 12; few: n % 10 = 3 and n % 100 != 13", "en"],
  ["one: n % 10 = 1,2 and n % 100 != 11,12", "sv"],
  ["one: n = 1", "bal fil fr ga hy lo mo ms ro tl vi"],
  ["one: n = 1,11; two: n = 2,12; few: n = 3,13", "gd"],
  ["one: n = 1,3; two: n = 2; few: n = 4", "ca"],
  ["one: n = 1,5", "hu"],
  ["one: n = 1,5,7,8,9,10; two: n = 2,3; few: n = 4; many: n = 6", "as bn"],
  ["one: n = 1,5,7..9; two: n = 2,3; few: n = 4; many: n = 6", "or"],
  ["one: n = 1..4", "ne"],
  ["one: n = 1..4 or n % 100 = 1..4,21..24,41..44,61..64,81..84; many: n = 5 or n % 100 = 5", "kw"],
  ["one: n = 1; many: n % 10 = 4 and n % 100 != 14", "sq"],
  ["one: n = 1; two: n = 2,3; few: n = 4", "kok kok-Latn mr"],
  ["one: n = 1; two: n = 2,3; few: n = 4; many: n = 6", "gu hi"],
  ["zero: i = 0; one: i = 1; few: i = 2,3,4,5,6", "blo"],
  ["zero: n = 0,7,8,9; one: n = 1; two: n = 2; few: n = 3,4; many: n = 5,6", "cy"],
];
