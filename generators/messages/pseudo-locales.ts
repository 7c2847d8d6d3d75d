import { type Catalog, type Locale, messageParts, type TranslatedMessages } from "../../core/catalog.ts";
import { type MessageNode, type MessageTree, messageTree } from "../../core/message-tree.ts";
import { icuText } from "./icu-text.ts";

/** Languages that nobody speaks, for tests of a user interface. */
export const pseudoLocaleTags = ["en-XA", "ar-XB"] as const;

/** The tag of one of them. */
export type PseudoLocaleTag = (typeof pseudoLocaleTags)[number];

/** A catalog with pseudo-locales among its locales, made of its own texts; one that it has itself stays as it is. */
export function withPseudoLocales(catalog: Catalog, tags: readonly PseudoLocaleTag[]): Catalog {
  const added = pseudoLocaleTags.filter((tag) => tags.includes(tag) && catalog.locales.every((own) => own.tag !== tag));
  const [first, ...others] = catalog.locales;
  if (added.length === 0 || first === undefined) return catalog;
  const locales = [...others, ...added.map((tag) => pseudoLocale(catalog, first, tag))];
  locales.sort((left, right) => (left.tag < right.tag ? -1 : 1));
  return { ...catalog, locales: [first, ...locales] };
}

function pseudoLocale({ failures, file }: Catalog, { mayHoldTags }: Locale, tag: PseudoLocaleTag): Locale {
  const written = tag === "en-XA" ? accented : mirrored;
  const messages = (): ReadonlyMap<string, TranslatedMessages> => {
    const byName = new Map<string, TranslatedMessages>();
    for (const failure of failures) {
      const texts: { -readonly [Part in keyof TranslatedMessages]: TranslatedMessages[Part] } = {};
      for (const part of messageParts) {
        const text = failure.messages[part]?.text;
        if (text !== undefined) texts[part] = icuText(written(messageTree(text)));
      }
      byName.set(failure.name, texts);
    }
    return byName;
  };
  return { tag, file, mayHoldTags, messages };
}

/** Every letter with an accent, and all of it longer and in brackets: what is cut off, or not translated, is seen. */
function accented(tree: MessageTree): MessageTree {
  const letters = (text: string): string => text.replace(/[a-zA-Z]/g, (letter) => accents.get(letter) ?? letter);
  return ["[", ...withTexts(tree, letters), `${padding(lengthOf(tree))}]`];
}

/** Every word from right to left, between marks that do the same to what stands beside it. */
function mirrored(tree: MessageTree): MessageTree {
  return withTexts(tree, (text) => text.replace(/\S+/g, (word) => `\u200f\u202e${word}\u202c\u200f`));
}

/** Tags, entities and addresses are for machines, and stay. */
const forMachines = /(<[^<>]*>|&[#\w]+;|\bhttps?:\/\/\S+)/;

function withTexts(tree: MessageTree, written: (text: string) => string): MessageTree {
  return tree.map((node): MessageNode => {
    if (typeof node === "string") {
      return node.split(forMachines).reduce((text, piece, at) => text + (at % 2 === 1 ? piece : written(piece)), "");
    }
    if (node.kind === "param") return node;
    return { ...node, arms: new Map([...node.arms].map(([name, arm]) => [name, withTexts(arm, written)])) };
  });
}

/** Characters of the longest text that a message can come to, its params left out. */
function lengthOf(tree: MessageTree): number {
  return tree.reduce((length, node) => {
    if (typeof node === "string") return length + node.length;
    return length + (node.kind === "param" ? 0 : Math.max(0, ...[...node.arms.values()].map(lengthOf)));
  }, 0);
}

const words = " one two three four five six seven eight nine ten";

/** As much again as translations are longer than English: 35 in a hundred. */
function padding(length: number): string {
  const more = Math.ceil(length * 0.35);
  const whole = words.repeat(Math.ceil(more / words.length) + 1);
  return whole.slice(0, whole[more - 1] === " " ? more + 1 : more);
}

const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const withAccents = "áƀçđéƒĝĥíĵķļɱñóþǫŕšţúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĻṀÑÓÞǪŔŠŢÚṼŴẊÝŽ";
const accents: ReadonlyMap<string, string> = new Map(
  [...plain].map((letter, at) => [letter, [...withAccents][at] ?? letter]),
);
