import { stringLiteral } from "../../../core/javascript-literal.ts";

/** A value of a sidebar. */
export type Literal = string | boolean | readonly Literal[] | { readonly [key: string]: Literal };

/** A value as JavaScript, indented for where it stands. What is short is on one line. */
export function literal(value: Literal, indentation = ""): string {
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") return stringLiteral(value);
  const inside = `${indentation}  `;
  const isList = isArray(value);
  const parts = isList
    ? value.map((item) => literal(item, inside))
    : Object.entries(value).map(([key, item]) => `${key}: ${literal(item, inside)}`);
  const [open, close] = isList ? ["[", "]"] : ["{ ", " }"];
  if (parts.length === 0) return isList ? "[]" : "{}";
  const line = `${open}${parts.join(", ")}${close}`;
  if (line.length + indentation.length < 100 && !line.includes("\n")) return line;
  return `${open.trim()}\n${parts.map((part) => `${inside}${part},\n`).join("")}${indentation}${close.trim()}`;
}

function isArray(value: Literal): value is readonly Literal[] {
  return Array.isArray(value);
}

/** The text of a module: the header as comments, then what it says. */
export function siteModule(header: readonly string[], statements: readonly string[]): string {
  const lines = header.map((line) => `// ${line.replace(/[\n\r\u2028\u2029]/g, " ")}\n`);
  return `${lines.join("")}\n${statements.map((statement) => `${statement}\n`).join("\n")}`;
}
