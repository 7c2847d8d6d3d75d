import type { MappingKey, TextMatch } from "../catalog.ts";

/** Writes a text as code, in the format of a page. */
type CodeWriter = (text: string) => string;

/** Which errors a key is for: the code, and what else has to be so. */
export function errorWords(key: MappingKey, code: CodeWriter): string {
  const words = codeWords(key, code);
  return key.text === undefined ? words : `${words}, where the text ${textWords(key.text, code)}`;
}

function codeWords(key: MappingKey, code: CodeWriter): string {
  switch (key.kind) {
    case "exact": {
      const spellings = [key.code, ...key.spellings].map(code).join(" or ");
      return key.subcode === undefined ? spellings : `${spellings}, subcode ${code(key.subcode)}`;
    }
    case "detail":
      return code(`X.${key.subject}.${key.detail}`);
    case "range":
      return `${code(String(key.from))} to ${code(String(key.to))}`;
    case "class":
      return code(`${key.class}.X.X`);
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

function textWords({ kind, pattern }: TextMatch, code: CodeWriter): string {
  return `${verbs[kind]} ${code(pattern)}`;
}
