import type { MappingKey, TextMatch } from "../catalog.ts";
import { markdownCode } from "../markdown.ts";

/** Which errors a key is for, as Markdown: the code, and what else has to be so. */
export function errorWords(key: MappingKey): string {
  const code = codeWords(key);
  return key.text === undefined ? code : `${code}, where the text ${textWords(key.text)}`;
}

function codeWords(key: MappingKey): string {
  switch (key.kind) {
    case "exact": {
      const spellings = [key.code, ...key.spellings].map(markdownCode).join(" or ");
      return key.subcode === undefined ? spellings : `${spellings}, subcode ${markdownCode(key.subcode)}`;
    }
    case "detail":
      return markdownCode(`X.${key.subject}.${key.detail}`);
    case "range":
      return `${markdownCode(String(key.from))} to ${markdownCode(String(key.to))}`;
    case "class":
      return markdownCode(`${key.class}.X.X`);
    case "source":
      return "any code, or none";
  }
}

const verbs: Readonly<Record<TextMatch["kind"], string>> = {
  is: "is",
  prefix: "begins with",
  suffix: "ends with",
  contains: "contains",
  glob: "is like",
};

function textWords({ kind, pattern }: TextMatch): string {
  return `${verbs[kind]} ${markdownCode(pattern)}`;
}
