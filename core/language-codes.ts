import { likelyScript } from "./likely-scripts.ts";
import { formerLanguages } from "./locale-resolution.ts";
import { pluralCategories } from "./plural-categories.ts";

// Languages that CLDR 48 has a name for and no plural rules.
const withoutPluralRules = new Set(
  (
    "aa ab ace ach ada ady ae aeb afh agq ain akk akz ale aln alt ang ann anp apc arc arn aro arp arq arw ary arz " +
    "ase atj av avk awa ay ba ban bar bas bax bbc bbj bej bew bfd bfq bgc bgn bi bik bin bjn bkm bla blt bpy bqi " +
    "bra brh bss bua bug bum byn byv cad car cay cch ccp ch chb chg chk chm chn cho chp chy cic clc co cop cps cr " +
    "crg crh crj crk crl crm crr crs csb cu dak dar dav del den dgr din dje dtp dua dum dyo dyu dzg ebu efi egl " +
    "egy eka elx enm esu ewo ext fan fit fj fon frc frm fro frp frr frs gaa gag gan gay gba gbz gez gil glk gmh " +
    "gn goh gon gor got grb grc guc gur guz gwi hai hak hax hif hil hit hmn ho hsn ht hup hur hz iba ibb ik ikt " +
    "ilo inh izh jam jpr jrb jut kaa kac kam kaw kbd kbl kek ken kfo kg kgp kha kho khq khw ki kiu kj kln kmb koi " +
    "kos kpe kr krc kri krj krl kru ksf kum kut kv kwk kxv la lad lah lam lez lfn li lil liv lmo lol lou loz lrc " +
    "lsm ltg lu lua lui lun luo lus luy lzh lzz mad maf mag mai mak man mde mdf mdr men mer mfe mga mgh mh mhn mi " +
    "mic min mnc mni moe moh mos mrj mua mus mwl mwr mwv mye myv mzn na nan nap nds new ng nia niu njo nmg nog " +
    "non nov nus nv nwc nym nyo nzi oc oj ojb ojc ojs ojw oka ota pag pal pam pau pcd pdc pdt peo pfl phn pi pis " +
    "pms pnt pon pqm pro qu quc qug raj rap rar rgn rhg rif rn rom rtm rue rug rup rw sa sad sam sas saz sba sbp " +
    "sco sdc see sei sel sga shn shu sid skr slh sli sly sm snk sog srn srr stq str suk sus sux suz swb syc szl " +
    "tce tcy tem ter tet tg tgx tht tiv tkl tkr tlh tli tly tmh tog tok tru trv trw tsd tsi tt ttm ttt tum tvl tw " +
    "twq ty tyv udm uga umb vai vep vls vmf vmw vot vro wal war was wbp wuu xal xmf xnr yao yap yav ybb yrl za " +
    "zap zbl zea zen zgh zun zza"
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

/** A tag without what goes without saying: `he` for `iw`, `zh-TW` for `zh-Hant-TW`, `de` for `de-Latn`. */
export function canonicalTag(tag: string): string {
  const [written = "", ...rest] = tag.split("-");
  const language = formerLanguages[written] ?? written;
  const region = rest.find((part) => part.length < 4);
  const script = rest.find((part) => part.length === 4);
  const likely = likelyScript(language, region);
  return [language, script === likely ? undefined : script, region].filter((part) => part !== undefined).join("-");
}
