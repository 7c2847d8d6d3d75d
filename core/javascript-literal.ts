/** Controls, line separators, bidirectional and invisible characters: legal in a string, unreadable in a review. */
const unreadable = /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** A string literal that every JavaScript and TypeScript parser reads back as `text`. */
export function stringLiteral(text: string): string {
  return JSON.stringify(text).replace(
    unreadable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The literal of a code: a number or a string. */
export function codeLiteral(code: number | string): string {
  return typeof code === "number" ? String(code) : stringLiteral(code);
}

/** `values` in an array literal: on one line when it is short, else one line each, indented by `indentation`. */
export function arrayLiteral(values: readonly string[], indentation: string): string {
  const line = values.join(", ");
  if (line.length + indentation.length < 90) return `[${line}]`;
  return `[\n${values.map((value) => `${indentation}  ${value},\n`).join("")}${indentation}]`;
}
