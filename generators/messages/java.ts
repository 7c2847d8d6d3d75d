import type { Catalog } from "../../core/catalog.ts";
import { generatedHeader } from "../../core/generated-header.ts";
import { messageKey, type TextSource } from "../../core/message-bundle.ts";
import { hasChoice, type ParamNode } from "../../core/message-tree.ts";
import { type Choice, type Variant, variantsOf } from "../../core/message-variants.ts";
import {
  addByte,
  addListed,
  addText,
  type ByteFile,
  type ByteList,
  byteList,
  bytePieces,
  isFull,
} from "./byte-file.ts";
import { icuText, ungroupedIcuParam } from "./icu-text.ts";
import { type JavaDialect, javaLowerings, javaUsage } from "./java-words.ts";
import { javaLocaleName } from "./locale-name.ts";
import type { LocaleText, TextSlot } from "./locale-text.ts";
import type { MessageFormat, ParsedMessage } from "./message-format.ts";
import { addProperty, addValue, escapedAscii, propertyHead } from "./properties.ts";
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

function positionalEntries({ failure, part, tree }: ParsedMessage, tag: string): readonly Entry[] {
  const key = messageKey(failure, part);
  const found = variantsOf(tree, failure.params, tag);
  // What cannot be held was reported by `check`.
  if (found === undefined) return [];
  const entries: Entry[] = [];
  const { choices, variants } = found;
  const last = variants.at(-1);
  if (last !== undefined) entries.push([key, positionalText(failure, last.nodes, true)]);
  const places = choices.map(
    ({ name, kind }) => `${name}:${kind}:${failure.params.findIndex((param) => param.name === name)}`,
  );
  entries.push([`${key}.choices`, places.join(" ")]);
  // The last one, `other` throughout, is the text of the key itself.
  for (const { arms, nodes } of variants.slice(0, -1)) {
    entries.push([key + variantSuffix(choices, arms), positionalText(failure, nodes, true)]);
  }
  return entries;
}

const positionalOf = new WeakMap<ParsedMessage, readonly Entry[]>();

function entriesOf(message: ParsedMessage, tag: string, dialect: JavaDialect): readonly Entry[] {
  const { failure, part, tree } = message;
  if (dialect === "icu4j") return [[messageKey(failure, part), icuText(tree, ungroupedIcuParam(failure))]];
  const spring = dialect === "spring";
  if (hasChoice(tree)) {
    // The two dialects differ in failures without params alone, and these have nothing to choose by.
    let entries = positionalOf.get(message);
    if (entries === undefined) {
      entries = positionalEntries(message, tag);
      positionalOf.set(message, entries);
    }
    return entries;
  }
  return [[messageKey(failure, part), positionalText(failure, tree as Variant["nodes"], isParsed(failure, spring))]];
}

const headsOf = new WeakMap<readonly TextSlot[], ByteList>();

function entryHeads(slots: readonly TextSlot[]): ByteList {
  let heads = headsOf.get(slots);
  if (heads === undefined) {
    heads = byteList(slots.map(({ failure, part }) => propertyHead(messageKey(failure, part))));
    headsOf.set(slots, heads);
  }
  return heads;
}

/** What the files of all dialects have in common; where they may differ, the place of the message. */
type Common = readonly (Uint8Array | number)[];

const commonOf = new WeakMap<LocaleText, Common>();

/** Length of a piece of it. */
const pieceLength = 64 * 1024;

function commonPieces(text: LocaleText): Common {
  let common = commonOf.get(text);
  if (common === undefined) {
    common = madePieces(text);
    commonOf.set(text, common);
  }
  return common;
}

function madePieces({ slots, json, starts, ends, kinds }: LocaleText): Common {
  const pieces: (Uint8Array | number)[] = [];
  const heads = entryHeads(slots);
  const newFile = (): ByteFile => ({ bytes: new Uint8Array(Math.min(pieceLength, 2 * json.length)), length: 0 });
  let file = newFile();
  let from = 0;
  const take = (): void => {
    if (file.length > from) pieces.push(file.bytes.subarray(from, file.length));
    from = file.length;
  };
  for (let index = 0; index < slots.length; index++) {
    if (kinds[index] !== 0) {
      take();
      pieces.push(index);
      continue;
    }
    if (file.length > pieceLength / 2) {
      take();
      file = newFile();
      from = 0;
    }
    addListed(file, heads, index);
    addValue(file, json, starts[index] ?? 0, ends[index] ?? 0);
    addByte(file, 0x0a);
  }
  take();
  return pieces;
}

/** The lines at the top, as comments. */
function headerOf(catalog: Catalog, more: readonly string[]): string {
  return [...generatedHeader(catalog), ...more].map((line) => `# ${escapedAscii(line)}\n`).join("");
}

function contentOf(catalog: Catalog, text: LocaleText, dialect: JavaDialect): Iterable<Uint8Array> {
  return bytePieces(function* (file) {
    addText(file, headerOf(catalog, []));
    if (text.slots.length > 0) addByte(file, 0x0a);
    for (const piece of commonPieces(text)) {
      if (typeof piece !== "number") yield piece;
      else {
        if (isFull(file)) yield;
        for (const [key, value] of entriesOf(text.parsed(piece), text.tag, dialect)) {
          addProperty(file, propertyHead(key), value);
        }
      }
    }
  });
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
    locale: undefined,
    texts: (catalog, text) => {
      const { tag } = text;
      const content = contentOf(catalog, text, dialect);
      if (tag !== catalog.defaultLocale) return { files: [{ path: path(tag), content }] };
      const comment = `The texts are in ${base}.properties. Without this file, Java would look for the machine's own language first.`;
      return {
        files: [
          { path: `${base}.properties`, content },
          { path: path(tag), content: [headerOf(catalog, [comment])] },
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
