import { stringLiteral } from "../javascript-literal.ts";
import { type BundledMessage, bundleParts } from "../message-bundle.ts";
import { type ChoiceNode, type MessageNode, type MessageTree, messageTrees, type ParamStyle } from "../message-tree.ts";
import { armsInOrder, numberOptions, type OwnTexts, ownTexts } from "./compact-message.ts";
import { codeKey } from "./locale-modules.ts";
import { pluralExpression } from "./plural-expression.ts";
import { hasWesternDigits } from "./western-digits.ts";

/** What the texts of a locale are written with, in the order they asked for it. */
interface Means {
  readonly tag: string;
  /** Names that the module imports. */
  readonly imported: Set<string>;
  /** The module's constants by name. */
  readonly constants: Map<string, string>;
}

/**
 * A module that exports `locale`: what is written in a locale, by code, and in the order of the parts; a text without params as
 * itself, any other as a function of its params.
 */
export function functionModule(tag: string, bundle: readonly BundledMessage[]): string {
  const means: Means = { tag, imported: new Set(), constants: new Map() };
  const lines: string[] = [];
  for (const { code, texts } of ownTexts(bundle, messageTrees(bundle))) {
    lines.push(`    ${codeKey(code)}: [${inPlaces(texts, means).join(", ")}],`);
  }
  const { imported, constants } = means;
  return [
    ...(imported.size > 0 ? [`import { ${[...imported].sort().join(", ")} } from "../message-format.js";`, ""] : []),
    ...[...constants].map(([name, value]) => `const ${name} = ${value};`),
    ...(constants.size > 0 ? [""] : []),
    "export const locale = {",
    `  locale: ${stringLiteral(tag)},`,
    "  texts: {",
    ...lines,
    "  },",
    "};",
  ].join("\n");
}

/** The texts of a failure, each in the place of its part: shorter than by name, and nothing else is found by any name. */
function inPlaces(texts: OwnTexts["texts"], means: Means): string[] {
  const places: string[] = [];
  for (const [part, tree] of texts) {
    const place = bundleParts.indexOf(part);
    while (places.length < place) places.push("undefined");
    places[place] = textOrFunction(tree, means);
  }
  return places;
}

function textOrFunction(tree: MessageTree, means: Means): string {
  if (tree.every((node) => typeof node === "string")) return stringLiteral(tree.join(""));
  const parameters = ["p"];
  const variables = new Map<string, string>();
  declareChoices(tree, means, variables, parameters);
  const list = parameters.length === 1 ? "p" : `(${parameters.join(", ")})`;
  return `${list} => ${expression(tree, means, variables)}`;
}

/** Makes a variable of everything that a message chooses by, as a parameter that has a default. */
function declareChoices(tree: MessageTree, means: Means, variables: Map<string, string>, parameters: string[]): void {
  const declare = (kind: string, name: string, value: string): string => {
    const key = `${kind} ${name}`;
    const known = variables.get(key);
    if (known !== undefined) return known;
    const variable = `v${variables.size}`;
    variables.set(key, variable);
    parameters.push(`${variable} = ${value}`);
    return variable;
  };
  for (const node of tree) {
    if (typeof node === "string" || node.kind === "param") continue;
    const { name, choice, arms } = node;
    if (choice === "select") declare("select", name, `\`\${p.${name}}\``);
    else {
      const count = namesNumbers(node) ? declare("count", name, `+p.${name}`) : `+p.${name}`;
      if (namesCategories(node)) declare(choice, name, `${ruleOf(choice, means)}(${count})`);
    }
    for (const inner of arms.values()) declareChoices(inner, means, variables, parameters);
  }
}

function namesCategories({ arms }: ChoiceNode): boolean {
  for (const arm of arms.keys()) if (arm !== "other" && !arm.startsWith("=")) return true;
  return false;
}

function namesNumbers({ arms }: ChoiceNode): boolean {
  for (const arm of arms.keys()) if (arm.startsWith("=")) return true;
  return false;
}

function ruleOf(choice: "plural" | "selectordinal", { tag, imported, constants }: Means): string {
  const [name, kind] = choice === "plural" ? (["plural", "cardinal"] as const) : (["ordinal", "ordinal"] as const);
  imported.add("rule");
  constants.set(name, `/* @__PURE__ */ rule(${pluralExpression(tag, kind) ?? '() => "other"'})`);
  return name;
}

function expression(tree: MessageTree, means: Means, variables: ReadonlyMap<string, string>): string {
  if (tree.length === 0) return '""';
  return tree.map((node) => nodeExpression(node, means, variables)).join(" + ");
}

function nodeExpression(node: MessageNode, means: Means, variables: ReadonlyMap<string, string>): string {
  if (typeof node === "string") return stringLiteral(node);
  if (node.kind === "param") return `text(p, "${node.name}"${writerOf(node.style, means)})`;
  const variable = (kind: string): string => variables.get(`${kind} ${node.name}`) ?? "";
  let chosen = "";
  for (const [arm, inner] of armsInOrder(node)) {
    const text = expression(inner, means, variables);
    if (arm === "other") chosen += text;
    else if (node.choice !== "select" && arm.startsWith("=")) {
      chosen += `${variable("count")} === ${Number(arm.slice(1))} ? ${text} : `;
    } else chosen += `${variable(node.choice)} === ${stringLiteral(arm)} ? ${text} : `;
  }
  return `(${chosen})`;
}

/** The argument that says how a param is written; none where it is as it is. */
function writerOf(style: ParamStyle, { tag, imported, constants }: Means): string {
  imported.add("text");
  if (style === "text") return "";
  imported.add("numbers");
  const name = typeof style === "object" ? `decimals${style.decimals}` : style;
  const words = style === "number" ? `${hasWesternDigits(tag)}` : `false, ${JSON.stringify(numberOptions(style))}`;
  constants.set(name, `/* @__PURE__ */ numbers(${stringLiteral(tag)}, ${words})`);
  return `, ${name}`;
}
