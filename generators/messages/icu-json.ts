import { type MessageFormat, packageName } from "./message-format.ts";

/** Flat JSON for FormatJS. `core/icu-json.ts` makes the files, since the npm package carries them too. */
export const icuJsonFormat: MessageFormat = {
  purpose: "Flat JSON from key to ICU MessageFormat, for FormatJS (intl-messageformat, react-intl) and its like.",
  usage: (catalog) => {
    const name = packageName(catalog);
    const tag = catalog.defaultLocale;
    const key = `${catalog.fallback.code}.title`;
    return `\`\`\`js
import { IntlMessageFormat } from "intl-messageformat";
import messages from "${name}/icu-json/${tag}.json" with { type: "json" };

const text = (code, part) => messages[\`\${code}.\${part}\`] ?? messages["${key}"];
new IntlMessageFormat(text(code, "title"), "${tag}").format(params);
\`\`\`

The texts of \`icu-json\` hold no tags: a \`<\` is quoted, so that it is read as the character.`;
  },
  lowering: {
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
    "special characters": "`<` is quoted",
    "direction of params": "no isolates: the text is as it is written",
    "what it cannot hold": "–",
  },
  path: (tag) => `${tag}.json`,
  locale: undefined,
};
