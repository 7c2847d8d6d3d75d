import { messageKey } from "../../core/message-bundle.ts";
import { hasChoice, type ParamNode } from "../../core/message-tree.ts";
import { type Choice, type Variant, variantsOf } from "../../core/message-variants.ts";
import { type MessageFormat, type ParsedMessage, packageName, textFile } from "./message-format.ts";
import { tooManyVariants } from "./too-many-variants.ts";

type Params = ParsedMessage["failure"]["params"];

function expression({ name, style }: Pick<ParamNode, "name" | "style">, params: Params): string {
  if (typeof style === "object") {
    const digits = style.decimals;
    return `{$${name} :number minimumFractionDigits=${digits} maximumFractionDigits=${digits}}`;
  }
  if (style !== "text") return `{$${name} :${style}}`;
  const type = params.find((param) => param.name === name)?.type;
  // As it is: a number without a function would be formatted, and a text that looks like a number would not.
  return type === "integer" || type === "number" ? `{$${name} :string}` : `{$${name}}`;
}

function pattern(nodes: Variant["nodes"], params: Params): string {
  return nodes
    .map((node) => (typeof node === "string" ? node.replace(/[\\{}]/g, "\\$&") : expression(node, params)))
    .join("");
}

/** A name for what is chosen by: a declared variable would be written as it was declared, and a param is written in several ways. */
const selector = ({ name, kind }: Choice): string => `${name}_${kind}`;

const functions: Readonly<Record<Choice["kind"], string>> = {
  plural: ":number",
  selectordinal: ":number select=ordinal",
  select: ":string",
};

/** The key of a variant: `*`, a number, a category or a value, quoted where it is no plain word. */
function variantKey(arm: string, { kind }: Choice): string {
  if (arm === "other") return "*";
  if (kind !== "select") return arm.replace(/^=/, "");
  return /^[A-Za-z][A-Za-z0-9_]*$/.test(arm) ? arm : `|${arm.replace(/[\\|]/g, "\\$&")}|`;
}

function messageOf({ tree, failure }: ParsedMessage, tag: string): string {
  const { params } = failure;
  if (!hasChoice(tree)) {
    const text = pattern(tree as Variant["nodes"], params);
    // A dot at the beginning begins a declaration; white space and marks of direction may stand before it.
    return /^[\s\u061c\u200e\u200f\u2066-\u2069]*\./.test(text) ? `{{${text}}}` : text;
  }
  const found = variantsOf(tree, params, tag);
  // What cannot be held was reported by `check`.
  if (found === undefined) return "";
  const { choices, variants } = found;
  const declarations = choices.map((choice) => declaration(choice, tree));
  const match = `.match ${declarations.map(({ variable }) => `$${variable}`).join(" ")}`;
  const lines = variants.map(({ arms, nodes }) => {
    const keys = choices.map((choice, index) => variantKey(arms[index] ?? "other", choice));
    return `${keys.join(" ")} {{${pattern(nodes, params)}}}`;
  });
  // A variable that was referred to cannot be declared any more.
  const inputs = declarations.filter(({ variable }, index) => variable === choices[index]?.name);
  const locals = declarations.filter((one) => !inputs.includes(one));
  return [...[...inputs, ...locals].map(({ line }) => line), match, ...lines].join("\n");
}

/** Whether a param is written in a text in a way that its declaration as an input would change. */
function isWrittenAsIs(tree: ParsedMessage["tree"], name: string): boolean {
  return tree.some((node) => {
    if (typeof node === "string") return false;
    if (node.kind === "param") return node.name === name && node.style === "text";
    return [...node.arms.values()].some((arm) => isWrittenAsIs(arm, name));
  });
}

function declaration(
  choice: Choice,
  tree: ParsedMessage["tree"],
): { readonly variable: string; readonly line: string } {
  const { name, kind } = choice;
  if (kind === "select" || (kind === "plural" && !isWrittenAsIs(tree, name))) {
    return { variable: name, line: `.input {$${name} ${functions[kind]}}` };
  }
  const variable = selector(choice);
  return { variable, line: `.local $${variable} = {$${name} ${functions[kind]}}` };
}

function fileOf(messages: readonly ParsedMessage[], tag: string): string {
  const lines = messages.map(
    (message) =>
      `  ${JSON.stringify(messageKey(message.failure, message.part))}: ${JSON.stringify(messageOf(message, tag))}`,
  );
  return lines.length === 0 ? "{}\n" : `{\n${lines.join(",\n")}\n}\n`;
}

/** JSON from key to MessageFormat 2. */
export const mf2: MessageFormat = {
  purpose: "Flat JSON from key to MessageFormat 2 of Unicode (LDML 47 and later), for `messageformat` 4 and its like.",
  usage: (catalog) => {
    const name = packageName(catalog);
    const tag = catalog.defaultLocale;
    return `\`\`\`js
import { MessageFormat } from "messageformat";
import { DraftFunctions } from "messageformat/functions";
import messages from "${name}/mf2/${tag}.json" with { type: "json" };

const text = messages["${catalog.fallback.code}.title"];
new MessageFormat("${tag}", text, { functions: DraftFunctions }).format(params);
\`\`\`

The formatter puts isolates (U+2068, U+2069) around every param, in English too; where a text goes into a log or is compared, give
\`bidiIsolation: "none"\`. \`DraftFunctions\` are needed for \`percent\` alone.`;
  },
  lowering: {
    "a param, `{name}`": "`{$name}`; `{$n :string}` if it is a number, so that digits are not grouped",
    "a number, `{n, number}`": "`{$n :number}`",
    "`integer`, `percent`, `::.00`":
      "`{$n :integer}`, `{$n :percent}` (a draft function), `{$n :number minimumFractionDigits=2 maximumFractionDigits=2}`",
    "`plural`":
      "`.input {$n :number}`, `.match $n`, a variant for each arm; `.local` where `n` is written as it is too",
    "`selectordinal`": "`.local $n_selectordinal = {$n :number select=ordinal}`",
    "`=0`, `=1`": "the variants `0`, `1`",
    "`select`": "`.input {$size :string}`, `.match $size`",
    "several choices": "`.match $n $size`, a variant for each combination",
    "`#`": "`{$n :number}`",
    "a param of type date-time": "`{$at}`, ISO text",
    "special characters": "`\\\\`, `\\{`, `\\}`; `{{…}}` around a text that begins with a dot; `|…|` around keys",
    "direction of params": "no isolates: the formatter puts them around each itself (`bidiIsolation`)",
    "what it cannot hold": "more than 200 combinations (FC5202)",
  },
  path: (tag) => `${tag}.json`,
  locale: (_catalog, { tag }, messages) => ({ files: [textFile(`${tag}.json`, fileOf(messages, tag))] }),
  losses:
    () =>
    (message, { tag }) =>
      tooManyVariants(message, tag),
};
