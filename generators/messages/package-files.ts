import type { Catalog } from "../../core/catalog.ts";
import { generatedHeader } from "../../core/generated-header.ts";
import type { Json } from "../../core/target.ts";
import { formats } from "./formats.ts";
import { lowering } from "./lowering.ts";
import type { MessageFormatId } from "./message-format.ts";

/** Who reads a format. */
const purposes: Readonly<Record<MessageFormatId, string>> = {
  "icu-json": "Flat JSON from key to ICU MessageFormat, for FormatJS (intl-messageformat, react-intl) and its like.",
  i18next: "JSON v4 of i18next: an object a code; `choices.json` says which param is `count` and which is `context`.",
  "java-icu4j":
    "Properties for `ResourceBundle`, texts for ICU4J's `MessageFormat`: params by name, plurals and selects.",
  "java-text": "Properties for `ResourceBundle`, texts for `java.text.MessageFormat`: params by place.",
  "java-spring":
    "Properties for a `MessageSource` of Spring: as `java-text`, unquoted where the failure has no params.",
  po: "PO files of gettext and their template: the key is the context (`msgctxt`), the source text the `msgid`.",
};

function packageName(catalog: Catalog): string {
  return `${catalog.name}-messages`;
}

/** package.json of the messages. */
export function packageJson(catalog: Catalog, ids: readonly MessageFormatId[]): Json {
  return {
    name: packageName(catalog),
    version: catalog.version,
    description: `Messages for end users: ${catalog.title}`,
    keywords: ["failure-codes", "error-codes", "i18n", "messageformat"],
    type: "module",
    sideEffects: false,
    exports: {
      ".": "./locales.json",
      ...Object.fromEntries(ids.map((id) => [`./${id}/*`, `./${id}/*`])),
      "./package.json": "./package.json",
    },
  };
}

/** README.md of the messages. */
export function readme(catalog: Catalog, ids: readonly MessageFormatId[]): string {
  const tag = catalog.defaultLocale;
  const rows = ids.map((id) => `| [${id}/](${id}/) | \`${formats[id].path("<locale>")}\` | ${purposes[id]} |`);
  const samples = ids.map((id) => usage(catalog, id)).filter((text) => text !== "");
  return `${generatedHeader(catalog)
    .map((line) => `<!-- ${line} -->`)
    .join("\n")}

# ${packageName(catalog)}

Texts for end users, for every failure of \`${catalog.name}\` ${catalog.version}, in ${catalog.locales.map((locale) => `\`${locale.tag}\``).join(", ")}.

| folder | files | what they are |
|---|---|---|
${rows.join("\n")}
| [locales.json](locales.json) | | The default locale; of each locale the direction and how many texts are translated; and \`fallbacks\`. |

A key is a code and a part, for example \`${catalog.fallback.code}.title\`. The parts are \`title\` (a few words, shown first),
\`detail\` (what happened) and \`action\` (what to do); a part may be absent. Keys hang on codes, which are permanent. A text
that a locale lacks is that of the next locale of its chain, so that every locale has the same keys. What is for developers
has the part \`developer\`, in \`${tag}\` alone.

Which locale a reader gets is written, not guessed: look the tag up in \`fallbacks\`, in lower case and with hyphens; if it is
not there, without its last part, and so on; else take \`${tag}\`. The value lists the locales to ask, in order.

${samples.join("\n\n")}

${lowering(ids)}
`;
}

function usage(catalog: Catalog, id: MessageFormatId): string {
  const tag = catalog.defaultLocale;
  const name = packageName(catalog);
  const key = `${catalog.fallback.code}.title`;
  switch (id) {
    case "icu-json":
      return `\`\`\`js
import { IntlMessageFormat } from "intl-messageformat";
import messages from "${name}/icu-json/${tag}.json" with { type: "json" };

const text = (code, part) => messages[\`\${code}.\${part}\`] ?? messages["${key}"];
new IntlMessageFormat(text(code, "title"), "${tag}").format(params);
\`\`\`

The texts of \`icu-json\` hold no tags: a \`<\` is quoted, so that it is read as the character.`;
    case "i18next":
      return `\`\`\`js
import i18next from "i18next";
import failures from "${name}/i18next/${tag}.json" with { type: "json" };
import choices from "${name}/i18next/choices.json" with { type: "json" };

await i18next.init({ lng: "${tag}", resources: { "${tag}": { failures } }, interpolation: { escapeValue: false } });
const key = "${key}";
const { count, context, ordinal } = choices[key] ?? {};
i18next.t(key, { ns: "failures", replace: params, count: params[count], context: params[context], ordinal });
\`\`\`

Params go into \`replace\`, so that none can be taken for an option. Where a page escapes what it shows (React does),
\`escapeValue\` is \`false\`.`;
    case "java-icu4j":
      return `\`\`\`java
// No fallback to the language of the machine: what a locale lacks is in the root.
var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
var bundle = ResourceBundle.getBundle("Messages", locale, control);
new com.ibm.icu.text.MessageFormat(bundle.getString("${key}"), locale).format(params); // a Map
\`\`\``;
    case "java-text":
      return `\`\`\`java
new java.text.MessageFormat(bundle.getString("${key}"), locale).format(new Object[] { /* the failure's params, in the order of the catalog */ });
\`\`\`

Where a text chooses, \`<key>.choices\` names what by, in order: \`count:plural:0 carrier:select:1\` is the param \`count\`, which
is argument 0, and so on. The text for an arm of each is \`<key>.count-one.carrier-bike\`, in the same order; \`<key>\` alone is
the one for \`other\`. For a number ask first for the number itself (\`count-0\`), then for its plural category, then for \`other\`.`;
    case "java-spring":
      return `\`\`\`java
messageSource.getMessage("${key}", params, locale); // all params of the failure, or none if it has none
\`\`\`

Spring parses a text only when it is given arguments: the texts of a failure without params are as they are, those of a failure
with params are quoted for \`MessageFormat\`, whether they use a param or not. With \`alwaysUseMessageFormat\` use \`java-text\`.`;
    case "po":
      return `\`\`\`python
translation.pgettext("${key}", source_text)            # the text in ${tag} is the msgid
translation.npgettext(key, one, other, count)
\`\`\`

An entry with the flag \`icu-message-format\` is ICU MessageFormat, and is formatted after it was looked up; any other entry is
plain text. A text that is one plural and nothing else is a \`msgid_plural\`. No entry is marked \`fuzzy\`.`;
  }
}
