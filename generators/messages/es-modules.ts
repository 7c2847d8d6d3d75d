import type { Catalog, Failure, Locale } from "../../core/catalog.ts";
import { textOf } from "../../core/content.ts";
import { codeLiteral, stringLiteral } from "../../core/javascript-literal.ts";
import type { BundleRenderer } from "../../core/message-bundle.ts";
import { hasFunctions, localeModules, runtimeModules } from "../../core/message-runtime/message-modules.ts";
import type { Artifact } from "../../core/target.ts";
import { type MessageFormat, packageName, textFile } from "./message-format.ts";

/** The folder of compact JSON. */
const compact = "compact";

/** ES modules with types, as the npm package carries them too; compact JSON alone where there are many failures. */
export const esModules: MessageFormat = {
  purpose:
    "ES modules with types and no dependency: `message(code, { locale, part, params })`, as functions (up to 500 failures) and over compact JSON.",
  usage,
  lowering: {
    "a param, `{name}`": '`text(p, "name")`; in JSON `["name"]`',
    "a number, `{n, number}`":
      "by `Intl.NumberFormat`; whole numbers below 1,000 as they are in functions, where the locale has western digits",
    "`integer`, `percent`, `::.00`": "by `Intl.NumberFormat` with its options",
    "`plural`": "a function of the rules of CLDR 48; in JSON by `Intl.PluralRules`",
    "`selectordinal`": "as `plural`",
    "`=0`, `=1`": "as it is",
    "`select`": "as it is",
    "several choices": "as it is",
    "`#`": "as a number",
    "a param of type date-time": "ISO text, as it is given",
    "special characters": "an escape in a string literal where it is not readable",
    "direction of params": "no isolates; `localizedMessage` tells the direction of the text",
    "what it cannot hold": "–",
  },
  path: (tag) => `${compact}/${tag}.json`,
  locale: undefined,
  carried: function* (catalog: Catalog, locale: Locale, rendered: BundleRenderer): Generator<Artifact> {
    yield* localeModules(catalog, locale, hasFunctions(catalog), compact, rendered);
  },
  whole: (catalog) =>
    [...runtimeModules(catalog, hasFunctions(catalog))].map(({ path, content }) => textFile(path, textOf(content))),
};

function usage(catalog: Catalog): string {
  const name = `${packageName(catalog)}/es-modules`;
  const tag = catalog.defaultLocale;
  const other = catalog.locales.find((locale) => locale.tag !== tag)?.tag;
  const call = exampleCall(catalog.failures.find(({ params }) => params.length > 0) ?? catalog.fallback, other ?? tag);
  const json = `\`\`\`ts
import { messagesIn } from "${name}/message-json.js";
import texts from "${name}/${compact}/${tag}.json" with { type: "json" };

const { message } = messagesIn(texts);
${exampleCall(catalog.fallback, undefined)}
\`\`\``;
  const always = `There is always a text: that of the fallback for a code that nobody knows, the name in braces for a param that is not
given, and for a locale those that stand in for it. \`localizedMessage\` tells besides which \`code\`, \`part\`, \`requestedLocale\`
and \`resolvedLocale\` it is, and its \`direction\`. The types of params hang on the code.`;
  if (!hasFunctions(catalog)) return `${json}\n\n${always}`;
  const imports =
    other === undefined
      ? `import { message } from "${name}/message.js";`
      : `import { messagesIn } from "${name}/message.js";
import { locale } from "${name}/message/${other}.js";

const { message } = messagesIn(locale);`;
  return `\`\`\`ts
${imports}
${call}
\`\`\`

The default locale, \`${tag}\`, is always there; \`message\` of \`message.js\` itself speaks it alone. The same over compact JSON, for many locales on a
server or texts that a page fetches:

${json}

${always}`;
}

function exampleCall({ code, params }: Failure, locale: string | undefined): string {
  const given = params.map(
    ({ name, example }) => `${name}: ${typeof example === "number" ? example : stringLiteral(example)}`,
  );
  const options = [
    ...(locale === undefined ? [] : [`locale: "${locale}"`]),
    ...(given.length === 0 ? [] : [`params: { ${given.join(", ")} }`]),
  ];
  return `message(${codeLiteral(code)}${options.length === 0 ? "" : `, { ${options.join(", ")} }`});`;
}
