import type { Catalog } from "../../core/catalog.ts";
import { bundleParts, messageKey } from "../../core/message-bundle.ts";
import { hasChoice } from "../../core/message-tree.ts";
import type { Variant } from "../../core/message-variants.ts";
import { stableJson } from "../../core/stable-json.ts";
import { addBytes, addListed, addText, type ByteList, byteList, bytePieces, isFull } from "./byte-file.ts";
import { type I18nextChoices, i18nextForms, interpolated } from "./i18next-forms.ts";
import { i18nextLosses } from "./i18next-losses.ts";
import { type LocaleText, looks, type TextSlot } from "./locale-text.ts";
import { type KeptOf, type LocaleFiles, type MessageFormat, packageName, textFile } from "./message-format.ts";

const headsOf = new WeakMap<readonly TextSlot[], ByteList>();

/** What stands before each text, up to its quote: of the first of a failure, the end of the failure before and its own code. */
function textHeads(slots: readonly TextSlot[]): ByteList {
  let heads = headsOf.get(slots);
  if (heads === undefined) {
    let before: TextSlot["failure"] | undefined;
    const texts = slots.map(({ failure, part }) => {
      const opening = `${before === undefined ? "{" : "\n  },"}\n  ${JSON.stringify(String(failure.code))}: {\n`;
      const head = `${failure === before ? ",\n" : opening}    "${part}": `;
      before = failure;
      return head;
    });
    heads = byteList(texts);
    headsOf.set(slots, heads);
  }
  return heads;
}

/** Length of `": `, which ends a head: a text with several forms has other keys. */
const endOfHead = 3;

/** What the messages that choose are to be given, by key. */
type LocaleChoices = ReadonlyMap<string, I18nextChoices>;

interface LocaleForms {
  /** What stands after the head of a text that is not as it is written, by its place. */
  readonly texts: ReadonlyMap<number, string>;
  readonly choices: LocaleChoices;
}

function formsOf(text: LocaleText): LocaleForms {
  const { slots, kinds, tag } = text;
  const texts = new Map<number, string>();
  const choices = new Map<string, I18nextChoices>();
  for (let index = 0; index < slots.length; index++) {
    if (((kinds[index] ?? 0) & looks.syntax) === 0) continue;
    const message = text.parsed(index);
    if (!hasChoice(message.tree)) {
      texts.set(index, `": ${JSON.stringify(interpolated(message.tree as Variant["nodes"]).text)}`);
      continue;
    }
    const forms = i18nextForms(message, tag);
    if (forms !== undefined) choices.set(messageKey(message.failure, message.part), forms.choices);
    // A text that becomes too many was reported by `check`; something has to stand here.
    const written = Array.from(
      forms?.texts ?? [["", []] as const],
      ([end, nodes]) => `${JSON.stringify(end).slice(1)}: ${JSON.stringify(interpolated(nodes).text)}`,
    );
    texts.set(index, written.join(`,\n    "${message.part}`));
  }
  return { texts, choices };
}

function filesOf(text: LocaleText): LocaleFiles {
  const { slots, json, starts, ends, tag } = text;
  const { texts, choices } = formsOf(text);
  const heads = textHeads(slots);
  const content = bytePieces(function* (file) {
    for (let index = 0; index < slots.length; index++) {
      if (isFull(file)) yield;
      addListed(file, heads, index);
      const own = texts.get(index);
      if (own === undefined) addBytes(file, json, (starts[index] ?? 0) - 1, (ends[index] ?? 0) + 1);
      else {
        file.length -= endOfHead;
        addText(file, own);
      }
    }
    addText(file, slots.length === 0 ? "{}\n" : "\n  }\n}\n");
  });
  return { files: [{ path: `${tag}.json`, content }], kept: choices };
}

/** What the messages of all locales are to be given: by code and part, whichever locale chooses first. */
function allChoices(catalog: Catalog, kept: readonly KeptOf[]): Readonly<Record<string, I18nextChoices>> {
  const found = new Map<string, I18nextChoices>();
  for (const locale of kept) {
    for (const [key, choices] of locale.kept as LocaleChoices) found.set(key, { ...found.get(key), ...choices });
  }
  const inOrder: Record<string, I18nextChoices> = {};
  if (found.size === 0) return inOrder;
  for (const failure of catalog.failures) {
    for (const part of bundleParts) {
      const key = messageKey(failure, part);
      const choices = found.get(key);
      if (choices !== undefined) inOrder[key] = choices;
    }
  }
  return inOrder;
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
  locale: undefined,
  texts: (_catalog, text) => filesOf(text),
  whole: (catalog, kept) => [textFile("choices.json", stableJson(allChoices(catalog, kept)))],
  hazard: /\$t\(/,
  losses: i18nextLosses,
};
