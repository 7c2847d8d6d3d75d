import type { Catalog } from "../core/catalog.ts";
import { generatedHeader } from "../core/generated-header.ts";
import { icuJson, parserFor } from "../core/icu-json.ts";
import { bundleRenderer } from "../core/message-bundle.ts";
import { type Outcome, success } from "../core/outcome.ts";
import { stableJson } from "../core/stable-json.ts";
import type { MessageParser } from "../core/tag-free-text.ts";
import type { Artifact, Json, OwnKit, Target } from "../core/target.ts";
import type { MessageFormat } from "./messages/message-format.ts";

/** Options of the target messages: there are none so far. */
export type MessagesOptions = Readonly<Record<string, never>>;

const formats = [
  {
    id: "icu-json",
    purpose: "Flat JSON from key to ICU MessageFormat, for FormatJS (intl-messageformat, react-intl) and its like.",
    path: (tag) => `${tag}.json`,
    render: icuJson,
  },
] as const satisfies readonly MessageFormat[];

function packageName(catalog: Catalog): string {
  return `${catalog.name}-messages`;
}

function packageJson(catalog: Catalog): Json {
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

function readme(catalog: Catalog): string {
  const name = packageName(catalog);
  const tag = catalog.defaultLocale;
  const rows = formats.map(({ id, path, purpose }) => `| [${id}/](${id}/) | \`${path("<locale>")}\` | ${purpose} |`);
  return `${generatedHeader(catalog)
    .map((line) => `<!-- ${line} -->`)
    .join("\n")}

# ${name}

Texts for end users, for every failure of \`${catalog.name}\` ${catalog.version}, in ${catalog.locales.map((locale) => `\`${locale.tag}\``).join(", ")}.

| folder | files | what they are |
|---|---|---|
${rows.join("\n")}
| [locales.json](locales.json) | | The default locale, and how many texts of each locale are translated. |

A key is a code and a part, for example \`${catalog.fallback.code}.title\`. The parts are \`title\` (a few words, shown first),
\`detail\` (what happened) and \`action\` (what to do); a part may be absent. Keys hang on codes, which are permanent. A text
that a locale lacks is the one of \`${tag}\`, so that every locale has the same keys.

\`\`\`js
import { IntlMessageFormat } from "intl-messageformat";
import messages from "${name}/icu-json/${tag}.json" with { type: "json" };

const text = (code, part) => messages[\`\${code}.\${part}\`] ?? messages["${catalog.fallback.code}.title"];
new IntlMessageFormat(text(code, "title"), "${tag}").format(params);
\`\`\`

The texts hold no tags: a \`<\` is quoted, so that it is read as the character.
`;
}

function* artifacts(catalog: Catalog, kit: OwnKit, parser: MessageParser | undefined): Generator<Artifact> {
  const summary: { tag: string; messages: number; translated: number }[] = [];
  const rendered = bundleRenderer(catalog, kit.memory);
  for (const locale of catalog.locales) {
    for (const { id, path, render } of formats) {
      const { content, messages, translated } = rendered(locale, id, parser, (bundle) => render(bundle, parser));
      yield { path: `${id}/${path(locale.tag)}`, content };
      if (id === "icu-json") summary.push({ tag: locale.tag, messages, translated });
    }
  }
  yield { path: "locales.json", content: stableJson({ defaultLocale: catalog.defaultLocale, locales: summary }) };
  yield { path: "package.json", content: stableJson(packageJson(catalog)) };
  yield { path: "README.md", content: readme(catalog) };
}

async function generate(catalog: Catalog, kit: OwnKit): Promise<Outcome<Iterable<Artifact>>> {
  return success(artifacts(catalog, kit, await parserFor(catalog)));
}

/** The texts for end users, one file a locale in every format, as an npm package. One locale at a time is in memory. */
export function messages(_options: MessagesOptions = {}): Target {
  return { id: "messages", title: "Messages", options: {}, templates: [], generate };
}
