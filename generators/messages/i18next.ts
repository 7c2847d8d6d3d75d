import type { Catalog } from "../../core/catalog.ts";
import { bundleParts, messageKey } from "../../core/message-bundle.ts";
import { hasChoice } from "../../core/message-tree.ts";
import type { Variant } from "../../core/message-variants.ts";
import { stableJson } from "../../core/stable-json.ts";
import { type I18nextChoices, i18nextForms, interpolated } from "./i18next-forms.ts";
import { i18nextLosses } from "./i18next-losses.ts";
import { type KeptOf, type MessageFormat, type ParsedMessage, packageName, textFile } from "./message-format.ts";

function fileOf(messages: readonly ParsedMessage[], tag: string): string {
  if (messages.length === 0) return "{}\n";
  let file = "{";
  let code: string | undefined;
  for (const message of messages) {
    const own = String(message.failure.code);
    if (own !== code) file += `${code === undefined ? "" : "\n  },"}\n  ${JSON.stringify(own)}: {\n`;
    else file += ",\n";
    code = own;
    if (!hasChoice(message.tree)) {
      const { text } = interpolated(message.tree as Variant["nodes"]);
      file += `    "${message.part}": ${JSON.stringify(text)}`;
      continue;
    }
    const lines: string[] = [];
    for (const [end, nodes] of i18nextForms(message, tag)?.texts ?? []) {
      lines.push(`    ${JSON.stringify(message.part + end)}: ${JSON.stringify(interpolated(nodes).text)}`);
    }
    // A text that becomes too many was reported by `check`; something has to stand here.
    if (lines.length === 0) lines.push(`    "${message.part}": ""`);
    file += lines.join(",\n");
  }
  return `${file}\n  }\n}\n`;
}

/** What the messages that choose are to be given, by key. */
function choicesOf(messages: readonly ParsedMessage[], tag: string): Readonly<Record<string, I18nextChoices>> {
  const found: Record<string, I18nextChoices> = {};
  for (const message of messages) {
    if (!hasChoice(message.tree)) continue;
    const choices = i18nextForms(message, tag)?.choices;
    if (choices !== undefined) found[messageKey(message.failure, message.part)] = choices;
  }
  return found;
}

/** What the messages of all locales are to be given: by code and part, whichever locale chooses first. */
function allChoices(catalog: Catalog, kept: readonly KeptOf[]): Readonly<Record<string, I18nextChoices>> {
  const found: Record<string, I18nextChoices> = {};
  const byLocale = kept.map((locale) => locale.kept as Readonly<Record<string, I18nextChoices>>);
  for (const failure of catalog.failures) {
    for (const part of bundleParts) {
      const key = messageKey(failure, part);
      const choices = byLocale.flatMap((own) => own[key] ?? []);
      if (choices.length > 0) found[key] = Object.assign({}, ...choices);
    }
  }
  return found;
}

/** JSON for i18next, v4 of its format: an object a code, plurals and selects at the end of the key. */
export const i18next: MessageFormat = {
  purpose: "JSON v4 of i18next: an object a code; `choices.json` says which param is `count` and which is `context`.",
  usage: (catalog) => {
    const name = packageName(catalog);
    const tag = catalog.defaultLocale;
    const key = `${catalog.fallback.code}.title`;
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
  },
  lowering: {
    "a param, `{name}`": "`{{name}}`",
    "a number, `{n, number}`": "`{{n, number}}`",
    "`integer`, `percent`, `::.00`": "`{{n, number(maximumFractionDigits: 0)}}` and the like",
    "`plural`": "`_one` … `_other`, every category of the language",
    "`selectordinal`": "`_ordinal_one` … `_ordinal_other`",
    "`=0`, `=1`": "`_zero`; another number only where its category has no other number (`=1` in English is `_one`)",
    "`select`": "`_small`, `context`; what is not an arm falls to `other`",
    "several choices": "one plural in one select: `_small_one`",
    "`#`": "`{{n, number}}`",
    "a param of type date-time": "`{{at}}`, ISO text",
    "special characters": "as they are",
    "direction of params": "no isolates: the text is as it is written",
    "what it cannot hold":
      "two plurals, two selects, other exact numbers, `$t(…)`, `{{name}}` as text where it would be taken for a param (FC5202)",
  },
  path: (tag) => `${tag}.json`,
  locale: (_catalog, { tag }, messages) => ({
    files: [textFile(`${tag}.json`, fileOf(messages, tag))],
    kept: choicesOf(messages, tag),
  }),
  whole: (catalog, kept) => [textFile("choices.json", stableJson(allChoices(catalog, kept)))],
  hazard: /\$t\(/,
  losses: i18nextLosses,
};
