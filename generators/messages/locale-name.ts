interface TagParts {
  readonly language: string;
  readonly script: string | undefined;
  readonly region: string | undefined;
}

/** The parts of a tag such as `zh-Hans`, `pt-BR`, `sr-Latn-RS`; a catalog's locales have no others. */
function partsOf(tag: string): TagParts {
  const [language = "", ...rest] = tag.split("-");
  return {
    language,
    script: rest.find((part) => part.length === 4),
    region: rest.find((part) => part.length === 2 || part.length === 3),
  };
}

/** As `java.util.ResourceBundle` names the files of a locale: `zh_Hans`, `pt_BR`. */
export function javaLocaleName(tag: string): string {
  return tag.replaceAll("-", "_");
}

/**
 * As PHP's frameworks and browsers name a locale: `pt_BR`, `sr_Latn`; Chinese by the region that writes the script, `zh_CN`.
 */
export function regionLocaleName(tag: string): string {
  const { language, script, region } = partsOf(tag);
  if (language !== "zh" || (script !== "Hans" && script !== "Hant")) return tag.replaceAll("-", "_");
  return `zh_${region ?? (script === "Hant" ? "TW" : "CN")}`;
}

const modifiers: Readonly<Record<string, string>> = {
  Latn: "@latin",
  Cyrl: "@cyrillic",
  Arab: "@arabic",
  Deva: "@devanagari",
};
/** The script that a language is written in where its POSIX name says nothing. */
const usualScripts: Readonly<Record<string, string>> = {
  sr: "Cyrl",
  uz: "Latn",
  az: "Latn",
  pa: "Guru",
  ks: "Arab",
  sd: "Arab",
};

/** As POSIX and gettext name a locale: `pt_BR`, `sr@latin`; Chinese by the region that writes the script, `zh_CN`. */
export function posixLocaleName(tag: string): string {
  const { language, script, region } = partsOf(tag);
  if (language === "zh" && script !== undefined) {
    return `zh_${region ?? (script === "Hant" ? "TW" : "CN")}${script === "Hans" || script === "Hant" ? "" : `@${script.toLowerCase()}`}`;
  }
  const place = region === undefined ? language : `${language}_${region}`;
  if (script === undefined || usualScripts[language] === script) return place;
  return place + (modifiers[script] ?? `@${script.toLowerCase()}`);
}

/** Codes of languages as Android still names their folders. */
const formerLanguages: Readonly<Record<string, string>> = { he: "iw", id: "in", yi: "ji" };

/** The qualifier of a folder of Android's resources: `fr`, `pt-rBR`, `b+zh+Hans`, `iw`. */
export function androidQualifier(tag: string): string {
  const { language, script, region } = partsOf(tag);
  // A region of digits has no form of the older kind.
  if (script !== undefined || region?.length === 3) return `b+${tag.replaceAll("-", "+")}`;
  const known = formerLanguages[language] ?? language;
  return region === undefined ? known : `${known}-r${region}`;
}
