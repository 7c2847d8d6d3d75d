import type { Catalog, Locale } from "../../core/catalog.ts";
import type { XliffFile, XliffUnit } from "../../core/exchange/xliff-unit.ts";
import { writeXliff2 } from "../../core/exchange/xliff2.ts";
import { writeXliff12 } from "../../core/exchange/xliff12.ts";
import { generatedHeader } from "../../core/generated-header.ts";
import { messageKey } from "../../core/message-bundle.ts";
import { messageTree } from "../../core/message-tree.ts";
import { unitNotes } from "../../core/translation-units.ts";
import { icuText } from "./icu-text.ts";
import type { Lowering } from "./lowering.ts";
import { type MessageFormat, type ParsedMessage, textFile } from "./message-format.ts";

/** A text as a bundle shows it: it does not come back, and says nothing of reviews. */
function unitOf({ failure, part, text, tree, translated }: ParsedMessage, isSource: boolean): XliffUnit {
  const key = messageKey(failure, part);
  const original = part === "developer" ? undefined : failure.messages[part];
  const shown = original === undefined || original.text === text ? tree : messageTree(original.text);
  const target = isSource || !translated ? undefined : icuText(tree);
  return {
    id: key,
    name: key,
    source: icuText(shown),
    target,
    state: target === undefined ? "new" : "translated",
    stale: false,
    previous: undefined,
    by: undefined,
    notes: unitNotes(original?.description ?? "", failure.params),
    maxLength: original?.maxLength,
    memory: undefined,
    translate: part !== "developer",
  };
}

function fileOf(catalog: Catalog, { tag }: Locale, messages: readonly ParsedMessage[]): XliffFile {
  const isSource = tag === catalog.defaultLocale;
  return {
    comments: generatedHeader(catalog),
    catalog: catalog.name,
    sourceLocale: catalog.defaultLocale,
    locale: isSource ? undefined : tag,
    units: messages.map((message) => unitOf(message, isSource)),
  };
}

const pathOf = (tag: string): string => `${tag}.xlf`;

const usage = (catalog: Catalog): string => {
  const tag = catalog.locales.find((locale) => locale.tag !== catalog.defaultLocale)?.tag ?? catalog.defaultLocale;
  const key = `${catalog.fallback.code}.title`;
  return `\`\`\`php
// ${pathOf(tag)} as translations/failures+intl-icu.${tag.replaceAll("-", "_")}.xlf of Symfony
$translator->trans("${key}", $params, "failures", "${tag.replaceAll("-", "_")}");
\`\`\`

Every text is ICU MessageFormat. A file holds two languages, \`${catalog.defaultLocale}\` and its own; a unit without a \`<target>\`
is not translated, and its \`<source>\` stands in. The file of \`${catalog.defaultLocale}\` has sources alone, those for developers
among them, which are not to be translated. These files are for programs: \`failcodes messages export\` writes those for translators,
with states of review and what \`import\` has to know.`;
};

const lowering: Lowering = {
  "a param, `{name}`": "as it is",
  "a number, `{n, number}`": "as it is",
  "`integer`, `percent`, `::.00`": "as it is",
  "`plural`": "as it is",
  "`selectordinal`": "as it is",
  "`=0`, `=1`": "as it is",
  "`select`": "as it is",
  "several choices": "as it is",
  "`#`": "as it is",
  "a param of type date-time": "`{at}`, ISO text",
  "special characters": "escaped for XML; an apostrophe that could begin a quotation is doubled; white space is kept",
  "direction of params": "no isolates: the text is as it is written",
  "what it cannot hold": "states of review",
};

/** Of the characters that a catalog may hold. */
const notInXml = /[\ufffe\uffff]/;

/** Files of XLIFF 1.2, one a locale beside the source. */
export const xliff12: MessageFormat = {
  purpose:
    "XLIFF 1.2 (OASIS, 2008), source and translation in one file: the key is `id` and `resname` of a `<trans-unit>`.",
  usage,
  lowering: { ...lowering, "what it cannot hold": "U+FFFE and U+FFFF (FC5202); states of review" },
  path: pathOf,
  locale: (catalog, locale, messages) => ({
    files: [textFile(pathOf(locale.tag), writeXliff12(fileOf(catalog, locale, messages)))],
  }),
  hazard: notInXml,
  losses: () =>
    function* ({ text }) {
      if (!notInXml.test(text)) return;
      yield { construct: "a character that XML does not have", remedy: "Remove U+FFFE and U+FFFF" };
    },
};

/** Files of XLIFF 2.0, one a locale beside the source. */
export const xliff2: MessageFormat = {
  purpose:
    "XLIFF 2.0 (OASIS, 2014), source and translation in one file: the key is the `name` of a `<unit>`, and its `id` as far as that may be one.",
  usage,
  lowering: {
    ...lowering,
    "special characters": `${lowering["special characters"]}; U+FFFE and U+FFFF as \`<cp hex="FFFF"/>\``,
  },
  path: pathOf,
  locale: (catalog, locale, messages) => ({
    files: [textFile(pathOf(locale.tag), writeXliff2(fileOf(catalog, locale, messages)))],
  }),
};
