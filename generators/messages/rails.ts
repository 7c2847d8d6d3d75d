import type { Catalog } from "../../core/catalog.ts";
import { generatedHeader } from "../../core/generated-header.ts";
import type { TextSource } from "../../core/message-bundle.ts";
import { hasChoice } from "../../core/message-tree.ts";
import { type Variant, variantsOf } from "../../core/message-variants.ts";
import { type PluralCategory, pluralCategories } from "../../core/plural-categories.ts";
import { isolated } from "./isolates.ts";
import { keyedTexts, valueName, valuesUsage } from "./keyed-texts.ts";
import { regionLocaleName } from "./locale-name.ts";
import { type Loss, type MessageFormat, type ParsedMessage, textFile } from "./message-format.ts";
import { tooManyVariants } from "./too-many-variants.ts";
import { yamlString } from "./yaml-text.ts";

/** As rails-i18n names its locales: `pt-BR`, `zh-CN`. */
const localeName = (tag: string): string => regionLocaleName(tag).replaceAll("_", "-");

/** A code inside a key, where a dot separates keys. */
const codeKey = ({ code }: TextSource): string => String(code).replaceAll(".", "_");

/** Options of `I18n.t`, none of which a param can be called. */
const reserved =
  /^(?:cascade|count|deep_interpolation|default|exception_handler|fallback|fallback_in_progress|fallback_original_locale|format|locale|object|raise|resolve|scope|separator|skip_interpolation|throw)$/;

function placeholder(node: Exclude<Variant["nodes"][number], string>): string {
  const name = valueName(node);
  return `%{${reserved.test(name) ? `${name}_value` : name}}`;
}

type TextWriter = (nodes: Variant["nodes"]) => string;

/** I18n does not look for params in a text that it is given no values for. */
function writerFor({ failure, part }: ParsedMessage, tag: string): TextWriter {
  const isolate = isolated(tag, part);
  const isParsed = failure.params.length > 0;
  return (nodes) =>
    nodes
      .map((node) => {
        if (typeof node !== "string") return isolate(placeholder(node));
        return isParsed ? node.replaceAll("%", "%%") : node;
      })
      .join("");
}

/** The texts of a message that is counted and nothing else, which I18n itself chooses among. */
function countedTexts(
  { tree, failure }: ParsedMessage,
  tag: string,
): { readonly count: string; readonly texts: readonly (readonly [PluralCategory, Variant["nodes"]])[] } | undefined {
  const categories = pluralCategories(tag);
  if (!hasChoice(tree) || categories === undefined) return undefined;
  const found = variantsOf(tree, failure.params, tag);
  const [choice, another] = found?.choices ?? [];
  if (found === undefined || choice?.kind !== "plural" || another !== undefined) return undefined;
  if (!choice.arms.every((arm) => categories.includes(arm as PluralCategory))) return undefined;
  const textFor = (category: string): Variant["nodes"] | undefined =>
    found.variants.find(({ arms }) => arms[0] === category)?.nodes;
  // Every category of the language: where one is missing, I18n raises an error.
  const texts = categories.map((category) => [category, textFor(category) ?? textFor("other") ?? []] as const);
  return { count: choice.name, texts };
}

function linesOf(message: ParsedMessage, tag: string): string {
  const write = writerFor(message, tag);
  const entry = (name: string, text: string): string => `      ${yamlString(name)}: ${yamlString(text)}\n`;
  const { part } = message;
  const counted = countedTexts(message, tag);
  if (counted !== undefined) {
    const forms = counted.texts.map(
      ([category, nodes]) => `        ${yamlString(category)}: ${yamlString(write(nodes))}\n`,
    );
    return `      ${yamlString(part)}:\n${forms.join("")}${entry(`${part}_choices`, `${counted.count}:count`)}`;
  }
  const { choices, texts } = keyedTexts(message, tag);
  let lines = "";
  for (const { arms, nodes } of texts) {
    lines += entry(part + arms.map(({ name, arm }) => `_${name}-${arm}`).join(""), write(nodes));
    if (arms.length === 0 && choices !== undefined) lines += entry(`${part}_choices`, choices);
  }
  return lines;
}

function fileOf(catalog: Catalog, messages: readonly ParsedMessage[], tag: string): string {
  const header = generatedHeader(catalog).map((line) => `# ${line}\n`);
  let file = `${header.join("")}${yamlString(localeName(tag))}:\n  "failures":${messages.length === 0 ? " {}" : ""}\n`;
  let code: string | undefined;
  for (const message of messages) {
    const own = codeKey(message.failure);
    if (own !== code) file += `    ${yamlString(own)}:\n`;
    code = own;
    file += linesOf(message, tag);
  }
  return file;
}

function* losses(message: ParsedMessage, tag: string): Iterable<Loss> {
  yield* tooManyVariants(message, tag);
  if (countedTexts(message, tag) !== undefined) return;
  if (keyedTexts(message, tag).texts.some(({ arms }) => arms.at(-1)?.arm === "html")) {
    yield { construct: 'an arm "html", whose key Rails takes for that of a text in HTML', remedy: "Rename the value" };
  }
}

const pathOf = (tag: string): string => `failures.${localeName(tag)}.yml`;

/** YAML for Rails: plurals as I18n chooses them, a key for every arm of another choice. */
export const rails: MessageFormat = {
  purpose:
    "YAML for I18n of Ruby on Rails: params as `%{name}`, plurals by `count`, a key for every arm of another choice.",
  usage: (catalog) => `\`\`\`ruby
# The files lie in config/locales/; rails-i18n has the plurals of the languages.
I18n.t("failures.${codeKey(catalog.fallback)}.title", locale: locale, **params)
\`\`\`

Texts of a failure without params hold no doubled percent sign, since I18n does not parse a text that it is given no values for:
give such a failure none, and every other one all of its params. A param that is called like an option of \`I18n.t\` (\`count\`,
\`default\`, \`format\`, \`locale\`, \`object\`, \`scope\` and others) is given as \`count_value\` and so on. ${valuesUsage}

Where a text chooses, \`<key>_choices\` says by what. \`n:count\` is a plural that I18n chooses by itself: give \`count: n\` too.
\`n:plural:0,one,other vehicle:select:bike,other\` names the arms: for a \`plural\` or \`selectordinal\` take the arm that is the
number itself, else the number's plural category in the locale, else \`other\`; for a \`select\` the value, else \`other\`. The
text is \`<key>_n-one_vehicle-bike\`, the arms in that order; where all are \`other\`, it is \`<key>\` itself.`,
  lowering: {
    "a param, `{name}`": "`%{name}`; `%{count_value}` if it is called like an option of `I18n.t`",
    "a number, `{n, number}`": "`%{n_number}`, which the program formats",
    "`integer`, `percent`, `::.00`": "`%{n_integer}`, `%{n_percent}`, `%{n_fixed2}`",
    "`plural`":
      "`one:` … `other:` below the key, every category of the language, if it is all that the text chooses by and has no exact numbers; else a key for each arm, `<key>_n-one`",
    "`selectordinal`": "a key for each arm",
    "`=0`, `=1`": "`<key>_n-0`, `<key>_n-1`",
    "`select`": "a key for each arm: `<key>_size-small`",
    "several choices": "a key for each combination: `<key>_n-one_size-small`",
    "`#`": "`%{n_number}`",
    "a param of type date-time": "`%{at}`, ISO text",
    "special characters":
      '`%%` if the failure has params; every key and text of YAML in `"…"`, `\\\\`, `\\"`, `\\n`, so that `no` and `012` are strings',
    "direction of params":
      "isolates (U+2068, U+2069) around each in locales from right to left: a text goes into mails and JSON as well as into pages",
    "what it cannot hold": "an arm `html` of the last choice, more than 200 combinations (FC5202)",
  },
  path: pathOf,
  keyOf: ({ failure, part }) => `failures.${codeKey(failure)}.${part}`,
  locale: (catalog, { tag }, messages) => ({ files: [textFile(pathOf(tag), fileOf(catalog, messages, tag))] }),
  losses:
    () =>
    (message, { tag }) =>
      losses(message, tag),
};
