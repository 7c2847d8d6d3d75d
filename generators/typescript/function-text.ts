import type { FunctionText } from "./functions.ts";
import type { Face } from "./module-writer.ts";

// `const found/*: Map<string, number>*/ = new Map();`: what only TypeScript needs stands in a comment.
const annotation = /\/\*((?::| as ).*?)\*\//g;

/** The texts of functions. Documented ones are exported and declared; the others too, in a module that only serves others. */
export function functionTexts(functions: readonly FunctionText[], face: Face, areInner = false): string {
  const shown = face === "dts" ? functions.filter(({ documentation }) => documentation !== undefined) : functions;
  return shown.map((text) => functionText(text, face, areInner)).join("\n\n");
}

function functionText({ documentation, name, parameters, result, body }: FunctionText, face: Face, isInner: boolean) {
  const typed = parameters.map((parameter) => `${parameter.name}: ${parameter.type}`).join(", ");
  const comment = documentation === undefined ? "" : `${documentation}\n`;
  if (face === "dts") return `${comment}export declare function ${name}(${typed}): ${result};`;
  const plain = parameters.map((parameter) => parameter.name).join(", ");
  const signature = face === "ts" ? `(${typed}): ${result}` : `(${plain})`;
  const statements = body.replace(annotation, face === "ts" ? "$1" : "");
  return `${comment}${documentation === undefined && !isInner ? "" : "export "}function ${name}${signature} {\n${statements}\n}`;
}
