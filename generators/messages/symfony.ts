import type { Catalog } from "../../core/catalog.ts";
import { generatedHeader } from "../../core/generated-header.ts";
import { messageKey } from "../../core/message-bundle.ts";
import type { MessageNode, MessageTree } from "../../core/message-tree.ts";
import { icuText, ungroupedIcuParam } from "./icu-text.ts";
import { isolated } from "./isolates.ts";
import { regionLocaleName } from "./locale-name.ts";
import { type MessageFormat, type ParsedMessage, textFile } from "./message-format.ts";
import { yamlString } from "./yaml-text.ts";

/** A message with isolates around each param, inside its arms too. */
function isolatedTree(tree: MessageTree): MessageTree {
  return tree.flatMap((node): MessageTree => {
    if (typeof node === "string") return [node];
    if (node.kind === "param") return ["\u2068", node, "\u2069"];
    const arms = [...node.arms].map(([arm, inner]): readonly [string, readonly MessageNode[]] => {
      return [arm, isolatedTree(inner)];
    });
    return [{ ...node, arms: new Map(arms) }];
  });
}

function fileOf(catalog: Catalog, messages: readonly ParsedMessage[], tag: string): string {
  let file = generatedHeader(catalog)
    .map((line) => `# ${line}\n`)
    .join("");
  for (const { failure, part, tree } of messages) {
    const isolates = isolated(tag, part)("") !== "";
    const text = icuText(isolates ? isolatedTree(tree) : tree, ungroupedIcuParam(failure));
    file += `${yamlString(messageKey(failure, part))}: ${yamlString(text)}\n`;
  }
  return file;
}

const pathOf = (tag: string): string => `failures+intl-icu.${regionLocaleName(tag)}.yaml`;

/** YAML for Symfony's translator, texts for ICU. */
export const symfony: MessageFormat = {
  purpose: "YAML for Symfony's translator, domain `failures`: ICU MessageFormat, which PHP's intl formats.",
  usage: (catalog) => `\`\`\`php
// The files lie in translations/; the ending +intl-icu makes Symfony format them with MessageFormatter.
$translator->trans('${catalog.fallback.code}.title', $params, 'failures', $locale);
\`\`\`

A param of type integer or number is given as one, not as a string. PHP's intl has to have ICU 64 or later. Chinese is named as Symfony's own files name it, \`zh_CN\` and
\`zh_TW\`.`,
  lowering: {
    "a param, `{name}`": "`{name}`; `{n, number, ::group-off latin}` if it is a number, so that digits are not grouped",
    "a number, `{n, number}`": "as it is",
    "`integer`, `percent`, `::.00`": "as it is",
    "`plural`": "as it is",
    "`selectordinal`": "as it is",
    "`=0`, `=1`": "as it is",
    "`select`": "as it is",
    "several choices": "as it is",
    "`#`": "as it is",
    "a param of type date-time": "`{at}`, ISO text",
    "special characters":
      '`\'` doubled where it could quote, `{` quoted, `<` as it is; every key and text of YAML in `"…"`, `\\\\`, `\\"`, `\\n`',
    "direction of params": "isolates (U+2068, U+2069) around each in locales from right to left",
    "what it cannot hold": "–",
  },
  path: pathOf,
  locale: (catalog, { tag }, messages) => ({ files: [textFile(pathOf(tag), fileOf(catalog, messages, tag))] }),
};
