import { choice, quoted } from "../core/quoted.ts";
import { suggestion } from "../core/suggestion.ts";
import type { Problem } from "./problem.ts";

/** The templates that words name, in order and each once; or what is wrong with one of them. */
export function namedTemplates(
  words: readonly string[],
  known: readonly string[],
): { readonly names: readonly string[] } | { readonly problem: Problem } {
  const names = new Set<string>();
  for (const word of words) {
    const plain = word.replace(/\.hbs$/, "");
    const found = plain.includes("*")
      ? known.filter((name) => isLike(name, plain))
      : known.filter((name) => name === plain);
    if (found.length === 0) return { problem: unknownTemplate(word, known) };
    for (const name of found) names.add(name);
  }
  return { names: [...names] };
}

/** Says that there is no built-in template of a name. */
export function unknownTemplate(word: string, known: readonly string[]): Problem {
  const near = suggestion(word.replace(/\.hbs$/, ""), known) ?? known.find((name) => name.endsWith(`/${word}`));
  return {
    message: `There is no built-in template ${quoted(word)}.`,
    hint: near === undefined ? "`failcodes templates list` names them all." : `Did you mean ${quoted(near)}?`,
  };
}

/** The templates of a folder; or that there is no such folder. */
export function templatesIn(
  folder: string,
  known: readonly string[],
): { readonly names: readonly string[] } | { readonly problem: Problem } {
  const names = known.filter((name) => name.startsWith(`${folder}/`));
  if (names.length > 0) return { names };
  const folders = [...new Set(known.map((name) => name.slice(0, name.indexOf("/"))))];
  return {
    problem: {
      message: `No target ${quoted(folder)} has templates.`,
      hint: `Use ${choice(folders)} after --all.`,
    },
  };
}

/** `*` stands for anything, slashes too. */
function isLike(name: string, pattern: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of rest.entries()) {
    if (index === rest.length - 1) return name.length >= at + part.length && name.endsWith(part);
    at = name.indexOf(part, at);
    if (at < 0) return false;
    at += part.length;
  }
  return at === name.length;
}
