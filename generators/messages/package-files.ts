import type { Catalog } from "../../core/catalog.ts";
import { generatedHeader } from "../../core/generated-header.ts";
import type { Json } from "../../core/target.ts";
import type { ChosenFormat } from "./formats.ts";
import { loweringTable } from "./lowering.ts";
import { packageName } from "./message-format.ts";

/** package.json of the messages. */
export function packageJson(catalog: Catalog, formats: readonly ChosenFormat[]): Json {
  return {
    name: packageName(catalog),
    version: catalog.version,
    description: `Messages for end users: ${catalog.title}`,
    keywords: ["failure-codes", "error-codes", "i18n", "messageformat"],
    type: "module",
    sideEffects: false,
    exports: {
      ".": "./locales.json",
      ...Object.fromEntries(formats.map(({ id }) => [`./${id}/*`, `./${id}/*`])),
      "./package.json": "./package.json",
    },
  };
}

/** README.md of the messages. */
export function readme(catalog: Catalog, formats: readonly ChosenFormat[]): string {
  const tag = catalog.defaultLocale;
  const rows = formats.map(({ id, format }) => {
    const files = format.path === undefined ? "one file for all locales" : `\`${format.path("<locale>")}\``;
    return `| [${id}/](${id}/) | ${files} | ${format.purpose} |`;
  });
  const sections = formats.map(
    ({ id, format }) =>
      `## ${id}\n\n${format.usage(catalog)}\n\nHow a message of the catalog is written:\n\n${loweringTable(format.lowering)}`,
  );
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

${sections.join("\n\n")}
`;
}
