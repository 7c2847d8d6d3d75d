/**
 * The script that a language is written in, alone or in a region, unless its tag says otherwise: those of CLDR 48
 * (likelySubtags) whose script is another than Latin, and regions whose script is another than that of the language.
 */
const likelyScripts: Readonly<Record<string, string>> = {
  Arab:
    "aeb apc ar arq ars ary arz az-IQ az-IR bal bej bgn bqi brh chg ckb fa gbz glk ha-CM ha-SD khw kk-AF kk-CN " +
    "kk-IR kk-MN ks ku-IQ ku-IR ku-LB ky-CN lah lrc mde ms-CC mzn ota pa-PK ps sd sdh shu skr swb tg-PK trw ug ur " +
    "uz-AF",
  Armi: "arc",
  Armn: "hy",
  Avst: "ae",
  Bali: "kaw",
  Bamu: "bax",
  Beng: "as bn bpy mni",
  Brah: "kho",
  Cakm: "ccp",
  Cans: "cr crj crk crl crm csw iu oj ojs",
  Cher: "chr",
  Copt: "cop",
  Cyrl:
    "ab ady alt av az-RU ba be bg bua ce chm crh cu cv dar inh kaa kbd kk koi krc ku-AM ku-AZ ku-GE ku-TM kum kv " +
    "ky lez mdf mk mn mrj myv nog os pnt-RU ru rue sah sel sr tg tt tyv udm ug-KZ ug-MN uk uz-CN xal",
  Deva: "anp awa bgc bho bra brx doi gon hi hif kok kru mag mai mr mwr ne new pi-IN raj sa sd-IN suz xnr",
  Egyp: "egy",
  Ethi: "am byn gez ti tig wal",
  Geor: "ka lzz-GE xmf",
  Goth: "got",
  Grek: "el grc pnt tsd",
  Gujr: "gu",
  Guru: "pa",
  Hans: "gan hak hsn nan wuu yue-CN zh",
  Hant:
    "hak-TW lzh nan-MO nan-TW yue zh-AU zh-BN zh-GB zh-GF zh-HK zh-ID zh-MO zh-PA zh-PF zh-PH zh-SR zh-TH zh-TW " +
    "zh-US zh-VN",
  Hebr: "he jpr jrb lad yi",
  Hmnp: "hnj",
  Jpan: "ja",
  Kana: "ain",
  Khmr: "km",
  Knda: "kn tcy",
  Kore: "ko",
  Laoo: "lo",
  Latg: "mga",
  Latn: "ky-TR pnt-TR sr-ME sr-RO sr-TR",
  Mlym: "ml",
  Mong: "mn-CN mnc",
  Mymr: "my pi-MM shn",
  Newa: "nwc",
  Nkoo: "nqo",
  Olck: "sat",
  Orya: "or",
  Osge: "osa",
  Phli: "pal",
  Phnx: "phn",
  Rohg: "rhg",
  Runr: "non",
  Samr: "sam",
  Saur: "saz",
  Sgnw: "ase",
  Sinh: "pi-LK si",
  Sogd: "sog",
  Syrc: "syc syr",
  Taml: "bfq ta",
  Tavt: "blt",
  Telu: "te",
  Tfng: "shi zen zgh",
  Thaa: "dv",
  Thai: "pi-TH th",
  Tibt: "bo dz",
  Ugar: "uga",
  Vaii: "vai",
  Xpeo: "peo",
  Xsux: "akk hit",
  Yiii: "ii",
};

/** Made when it is first asked for; what is made depends on nothing. */
let scripts: ReadonlyMap<string, string> | undefined;

function scriptsByPlace(): ReadonlyMap<string, string> {
  scripts ??= new Map(
    Object.entries(likelyScripts).flatMap(([script, places]) =>
      places.split(" ").map((place): [string, string] => [place, script]),
    ),
  );
  return scripts;
}

/** The script that goes without saying in a language, given the region where there is one: `Arab` in `pa` and `PK`. */
export function likelyScript(language: string, region?: string): string {
  const known = scriptsByPlace();
  return (region === undefined ? undefined : known.get(`${language}-${region}`)) ?? known.get(language) ?? "Latn";
}
