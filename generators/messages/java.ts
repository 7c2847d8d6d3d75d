import { messageKey, type TextSource } from "../../core/message-bundle.ts";
import { hasChoice, type ParamNode } from "../../core/message-tree.ts";
import { type Choice, type Variant, variantsOf } from "../../core/message-variants.ts";
import { icuText, ungroupedIcuParam } from "./icu-text.ts";
import { type JavaDialect, javaLowerings, javaUsage } from "./java-words.ts";
import { javaLocaleName } from "./locale-name.ts";
import type { MessageFormat, ParsedMessage } from "./message-format.ts";
import { propertiesFile } from "./properties.ts";
import { tooManyVariants } from "./too-many-variants.ts";

type Entry = readonly [key: string, text: string];

/** A param in java.text.MessageFormat: by its place in the failure's list. */
function positionalParam(failure: TextSource, { name, style }: ParamNode): string {
  const index = failure.params.findIndex((param) => param.name === name);
  if (typeof style === "object") return `{${index},number,#,##0.${"0".repeat(style.decimals)}}`;
  if (style === "number") return `{${index},number}`;
  if (style !== "text") return `{${index},number,${style}}`;
  const type = failure.params[index]?.type;
  if (type === "integer") return `{${index},number,#}`;
  return type === "number" ? `{${index},number,#.###############}` : `{${index}}`;
}

/** A text such that java.text.MessageFormat reads it as it is. */
function quotedForFormat(text: string): string {
  return text.replace(/[{}]['{}]*|'/g, (run) => (run === "'" ? "''" : `'${run.replaceAll("'", "''")}'`));
}

function positionalText(failure: TextSource, nodes: Variant["nodes"], parsed: boolean): string {
  return nodes
    .map((node) => {
      if (typeof node !== "string") return positionalParam(failure, node);
      return parsed ? quotedForFormat(node) : node;
    })
    .join("");
}

/** What stands after a key for one arm of each choice: `.count-one.carrier-bike`. */
function variantSuffix(choices: readonly Choice[], arms: readonly string[]): string {
  return choices.map(({ name }, index) => `.${name}-${(arms[index] ?? "other").replace(/^=/, "")}`).join("");
}

/** Spring does not parse a text that it is given no arguments for. */
function isParsed({ params }: TextSource, spring: boolean): boolean {
  return !spring || params.length > 0;
}

function* positionalEntries({ failure, part, tree }: ParsedMessage, tag: string, spring: boolean): Generator<Entry> {
  const key = messageKey(failure, part);
  const found = variantsOf(tree, failure.params, tag);
  // What cannot be held was reported by `check`.
  if (found === undefined) return;
  const { choices, variants } = found;
  const parsed = isParsed(failure, spring);
  const last = variants.at(-1);
  if (last !== undefined) yield [key, positionalText(failure, last.nodes, parsed)];
  const places = choices.map(
    ({ name, kind }) => `${name}:${kind}:${failure.params.findIndex((param) => param.name === name)}`,
  );
  yield [`${key}.choices`, places.join(" ")];
  // The last one, `other` throughout, is the text of the key itself.
  for (const { arms, nodes } of variants.slice(0, -1)) {
    yield [key + variantSuffix(choices, arms), positionalText(failure, nodes, parsed)];
  }
}

function* entriesOf(messages: readonly ParsedMessage[], tag: string, dialect: JavaDialect): Generator<Entry> {
  for (const message of messages) {
    if (dialect === "icu4j") {
      yield [messageKey(message.failure, message.part), icuText(message.tree, ungroupedIcuParam(message.failure))];
    } else if (!hasChoice(message.tree)) {
      const { failure, part, tree } = message;
      const parsed = isParsed(failure, dialect === "spring");
      yield [messageKey(failure, part), positionalText(failure, tree as Variant["nodes"], parsed)];
    } else yield* positionalEntries(message, tag, dialect === "spring");
  }
}

const purposes: Readonly<Record<JavaDialect, string>> = {
  icu4j: "Properties for `ResourceBundle`, texts for ICU4J's `MessageFormat`: params by name, plurals and selects.",
  text: "Properties for `ResourceBundle`, texts for `java.text.MessageFormat`: params by place.",
  spring: "Properties for a `MessageSource` of Spring: as `java-text`, unquoted where the failure has no params.",
};

/** Files of properties for `ResourceBundle`: the default locale is the root, which every other locale falls back to. */
export function javaProperties(dialect: JavaDialect): MessageFormat {
  const base = dialect === "spring" ? "messages" : "Messages";
  const path = (tag: string): string => `${base}_${javaLocaleName(tag)}.properties`;
  return {
    purpose: purposes[dialect],
    usage: (catalog) => javaUsage(dialect, `${catalog.fallback.code}.title`),
    lowering: javaLowerings[dialect],
    path,
    locale: (catalog, { tag }, messages) => {
      const content = propertiesFile(catalog, [], entriesOf(messages, tag, dialect));
      if (tag !== catalog.defaultLocale) return { files: [{ path: path(tag), content }] };
      const comment = `The texts are in ${base}.properties. Without this file, Java would look for the machine's own language first.`;
      return {
        files: [
          { path: `${base}.properties`, content },
          { path: path(tag), content: propertiesFile(catalog, [comment], []) },
        ],
      };
    },
    ...(dialect === "icu4j"
      ? {}
      : {
          losses:
            () =>
            (message, { tag }) =>
              tooManyVariants(message, tag),
        }),
  };
}
