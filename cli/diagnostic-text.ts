import type { DiagnosticDefinition } from "../core/diagnostics/definition.ts";
import type { DiagnosticCode } from "../core/diagnostics/diagnostic.ts";
import type { Explanation } from "../core/diagnostics/explanation.ts";
import type { MessageTemplate } from "../core/diagnostics/message-template.ts";
import type { Ink } from "./ink.ts";
import { wrap } from "./wrap.ts";

/** What a diagnostic means, for a person who has just been shown one. */
export function diagnosticText(
  code: DiagnosticCode,
  definition: DiagnosticDefinition,
  explanation: Explanation,
  ink: Ink,
  width: number,
): string {
  const { severity, title, message, hint } = definition;
  const colour = severity === "error" ? ink.red : severity === "warning" ? ink.yellow : ink.cyan;
  const blocks = [
    `${ink.bold(`${code} ${title}`)} ${colour(`(${severity})`)}`,
    wrap(explanation.meaning, width),
    [sentenceLine("says", message, ink, width), sentenceLine("hint", hint, ink, width)]
      .filter((line) => line !== "")
      .join("\n"),
    `${ink.bold("Wrong")}\n${indented(explanation.wrong)}`,
    `${ink.bold("Right")}\n${indented(explanation.right)}`,
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** A sentence that is nothing but a hole says nothing by itself. */
function sentenceLine(label: string, template: MessageTemplate, ink: Ink, width: number): string {
  const written = template.parts.some((part) => /\w/.test(part));
  return written ? `${ink.dim(label)}  ${wrap(withHoles(template), width, label.length + 2)}` : "";
}

/** The sentence with the names of its holes: `Code ‹code› is reserved.` */
export function withHoles(template: MessageTemplate): string {
  let text = template.parts[0] ?? "";
  for (const [index, hole] of template.holes.entries()) text += `‹${hole}›${template.parts[index + 1] ?? ""}`;
  return text;
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? "" : `    ${line}`))
    .join("\n");
}
