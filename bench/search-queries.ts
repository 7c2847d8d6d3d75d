import type { Catalog } from "../core/catalog.ts";

/** Queries of every kind over a catalog, spread over it: what each kind is, and some hundreds of them. */
export function searchQueries(catalog: Catalog): readonly (readonly [string, readonly string[]])[] {
  const picked = catalog.failures.filter((_, at) => at % Math.ceil(catalog.failures.length / 120) === 0);
  const words = (text: string): readonly string[] => text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== "");
  const texts = catalog.locales.map(({ messages }) => {
    const all = messages();
    return picked.slice(0, 40).flatMap(({ name }) => Object.values(all.get(name) ?? {}).slice(0, 1));
  });
  const translated = texts.flat();
  return [
    ["codes", picked.map(({ code }) => String(code))],
    ["names", picked.map(({ name }) => name)],
    ["names, letter by letter", picked.slice(0, 20).flatMap(({ name }) => beginnings(name))],
    ["names with typos", picked.map(({ name }, at) => typo(name.replaceAll("_", " ").toLowerCase(), at))],
    ["words of titles", picked.flatMap(({ title }) => words(title).slice(0, 3))],
    [
      "words of messages in every language",
      translated.flatMap((text) =>
        words(text)
          .slice(0, 2)
          .map((word) => word.slice(0, 12)),
      ),
    ],
    ["beginnings of messages in every language", translated.map((text) => Array.from(text).slice(0, 25).join(""))],
    ["the same, with typos", translated.map((text, at) => typo(Array.from(text).slice(0, 25).join(""), at))],
    ["whole messages in every language", translated],
    ["single letters", [..."abcdefghijklmnopqrstuvwxyz0123456789のエ支رل", ..."कनआ"]],
    ["nothing that is there", picked.map(({ code }, at) => `${["qzxv", "wqpx", "xjqz"][at % 3]}${code} zqwk`)],
  ];
}

function beginnings(text: string): readonly string[] {
  return Array.from({ length: text.length }, (_, length) => text.slice(0, length + 1));
}

/** One slip in each word of more than four letters: a letter left out, doubled, or changed about with the next. */
function typo(text: string, turn: number): string {
  return text.replace(/\p{L}{5,}/gu, (word) => {
    const [at, letter] = [2, word.charAt(2)];
    if (turn % 3 === 0) return word.slice(0, at) + word.slice(at + 1);
    if (turn % 3 === 1) return word.slice(0, at) + letter + word.slice(at);
    return word.slice(0, at) + word.charAt(at + 1) + letter + word.slice(at + 2);
  });
}
