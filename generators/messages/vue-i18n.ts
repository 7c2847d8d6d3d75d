import { messageKey } from "../../core/message-bundle.ts";
import type { Variant } from "../../core/message-variants.ts";
import { isolated } from "./isolates.ts";
import { choicesUsage, dottedEntries, keyedLowering, keyedTexts, valueName, valuesUsage } from "./keyed-texts.ts";
import { type MessageFormat, type ParsedMessage, packageName, textFile } from "./message-format.ts";
import { tooManyVariants } from "./too-many-variants.ts";

const inLiteral = (run: string): string =>
  run.replaceAll("\\", "\\\\").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");

/**
 * A text in which nothing is syntax. A percent sign before a brace belonged to the syntax of vue-i18n 9, and from 12 on a
 * backslash takes what is special from what follows.
 */
function literal(text: string, beforeParam: boolean): string {
  const special = beforeParam ? /%*[\\{}@$|\u2028\u2029]+|%+$/g : /%*[\\{}@$|\u2028\u2029]+/g;
  return text.replace(special, (run) => `{'${inLiteral(run)}'}`);
}

function textOf(nodes: string | Variant["nodes"], isolate: (param: string) => string): string {
  if (typeof nodes === "string") return nodes;
  return nodes
    .map((node, index) => {
      if (typeof node !== "string") return isolate(`{${valueName(node)}}`);
      return literal(node, index < nodes.length - 1);
    })
    .join("");
}

function fileOf(messages: readonly ParsedMessage[], tag: string): string {
  const lines: string[] = [];
  for (const message of messages) {
    const isolate = isolated(tag, message.part);
    for (const [key, nodes] of dottedEntries(messageKey(message.failure, message.part), keyedTexts(message, tag))) {
      lines.push(`  ${JSON.stringify(key)}: ${JSON.stringify(textOf(nodes, isolate))}`);
    }
  }
  return lines.length === 0 ? "{}\n" : `{\n${lines.join(",\n")}\n}\n`;
}

/** JSON for vue-i18n: flat, a key for every arm. */
export const vueI18n: MessageFormat = {
  purpose: "Flat JSON for vue-i18n 9 and later: params by name, a key for every arm of a choice.",
  usage: (catalog) => {
    const name = packageName(catalog);
    const tag = catalog.defaultLocale;
    return `\`\`\`js
import { createI18n } from "vue-i18n";
import failures from "${name}/vue-i18n/${tag}.json" with { type: "json" };

const i18n = createI18n({ legacy: false, locale: "${tag}", messages: { "${tag}": { ...failures } } });
i18n.global.t("${catalog.fallback.code}.title", params);
\`\`\`

The keys stand at the top of a locale's messages, beside those of the application: vue-i18n takes a dot inside a key of an
object further down for a path. ${valuesUsage}

${choicesUsage}`;
  },
  lowering: {
    "a param, `{name}`": "`{name}`",
    "a number, `{n, number}`": "`{n_number}`, which the program formats",
    "`integer`, `percent`, `::.00`": "`{n_integer}`, `{n_percent}`, `{n_fixed2}`",
    ...keyedLowering,
    "`#`": "`{n_number}`",
    "a param of type date-time": "`{at}`, ISO text",
    "special characters": "`\\ { } @ $ |` and U+2028, U+2029 as `{'@'}`, with a `%` before them",
    "direction of params":
      "isolates (U+2068, U+2069) around each in locales from right to left: a text is put into the page as text, where no `<bdi>` can stand",
    "what it cannot hold": "more than 200 combinations (FC5202)",
  },
  path: (tag) => `${tag}.json`,
  locale: (_catalog, { tag }, messages) => ({ files: [textFile(`${tag}.json`, fileOf(messages, tag))] }),
  losses:
    () =>
    (message, { tag }) =>
      tooManyVariants(message, tag),
};
