import type { Param } from "../../core/catalog.ts";
import type { MessageTree, ParamNode, ParamStyle } from "../../core/message-tree.ts";
import type { Json } from "../../core/target.ts";

/** A placeholder of a message: a param in one of the styles that the message writes it in. */
export interface Placeholder {
  readonly name: string;
  readonly param: Param;
  /** Undefined of a param that is only chosen by. */
  readonly style: ParamStyle | undefined;
}

/** Words that cannot name a variable in Dart, those that gen-l10n reads as its own syntax, and names that its code uses. */
const reserved =
  /^(?:assert|async|await|break|case|catch|class|const|continue|date|default|do|else|enum|extends|false|final|finally|for|if|in|is|late|new|null|other|plural|required|rethrow|return|select|super|switch|sync|this|throw|time|true|try|var|void|when|while|with|yield|intl|locale|localeName|String|num|int|double|Object)$/;

/** The name of a param in Dart. */
function dartName(name: string, params: readonly Param[]): string {
  let found = name;
  if (reserved.test(name))
    do found += "Value";
    while (params.some((param) => param.name === found));
  return found;
}

const nameOfStyle = (style: ParamStyle): string => (typeof style === "object" ? `fixed${style.decimals}` : style);

const ending = (style: ParamStyle): string => {
  const name = nameOfStyle(style);
  return (name[0] ?? "").toUpperCase() + name.slice(1);
};

/** Every param of a message, in the order of the failure's list; by name and style, in the order of the text. */
function usesOf(tree: MessageTree, found = new Map<string, Map<string, ParamStyle | undefined>>()): typeof found {
  for (const node of tree) {
    if (typeof node === "string") continue;
    const styles = found.get(node.name) ?? new Map<string, ParamStyle | undefined>();
    found.set(node.name, styles);
    if (node.kind === "param") styles.set(nameOfStyle(node.style), node.style);
    else for (const arm of node.arms.values()) usesOf(arm, found);
  }
  return found;
}

/** The placeholders of a message in the template. One that is written in several styles has a placeholder for each. */
export function placeholdersOf(source: MessageTree, params: readonly Param[]): readonly Placeholder[] {
  const uses = usesOf(source);
  const taken = new Set(params.map(({ name }) => dartName(name, params)));
  return params.flatMap((param): readonly Placeholder[] => {
    const styles = uses.get(param.name);
    if (styles === undefined) return [];
    const [first, ...others] = styles.values();
    return [
      { name: dartName(param.name, params), param, style: first },
      ...others.map((style) => {
        let name = dartName(param.name, params) + (style === undefined ? "" : ending(style));
        while (taken.has(name)) name += "Value";
        taken.add(name);
        return { name, param, style };
      }),
    ];
  });
}

/** The placeholder that a param of a text is written by; undefined where the template has none. */
export function placeholderOf(placeholders: readonly Placeholder[], node: ParamNode): string | undefined {
  const found = placeholders.find(
    ({ param, style }) =>
      param.name === node.name && style !== undefined && nameOfStyle(style) === nameOfStyle(node.style),
  );
  return found?.name;
}

/** The type of a param in Dart. */
export function dartType({ type }: Param): "int" | "num" | "String" {
  if (type === "integer") return "int";
  return type === "number" ? "num" : "String";
}

/** What gen-l10n is told of a placeholder. */
export function placeholderJson({ param, style }: Placeholder): Json {
  const base = { type: dartType(param), example: String(param.example) };
  if (param.description !== "") Object.assign(base, { description: param.description });
  if (style === undefined || style === "text") return base;
  if (style === "number") return { ...base, format: "decimalPattern" };
  if (style === "percent") return { ...base, format: "percentPattern" };
  const decimalDigits = style === "integer" ? 0 : style.decimals;
  return { ...base, format: "decimalPatternDigits", optionalParameters: { decimalDigits } };
}
