import type { MappingKey, TextMatch } from "../catalog.ts";
import { quoted } from "../quoted.ts";

const conditions: Readonly<Record<TextMatch["kind"], string>> = {
  is: "is",
  prefix: "begins with",
  suffix: "ends with",
  contains: "contains",
  glob: "is like",
};

/** A key as a sentence can name it: `the code "551/1545041"`, `the range 200 to 299 with a text that contains "quota"`. */
export function keyWords(key: MappingKey): string {
  const { text } = key;
  return text === undefined
    ? codeWords(key)
    : `${codeWords(key)} with a text that ${conditions[text.kind]} ${quoted(text.pattern)}`;
}

function codeWords(key: MappingKey): string {
  switch (key.kind) {
    case "exact":
      return `the code ${quoted(key.subcode === undefined ? key.code : `${key.code}/${key.subcode}`)}`;
    case "detail":
      return `the code "X.${key.subject}.${key.detail}"`;
    case "range":
      return `the range ${key.from} to ${key.to}`;
    case "class":
      return `the code "${key.class}.X.X"`;
    case "source":
      return "the key of the whole source";
  }
}
