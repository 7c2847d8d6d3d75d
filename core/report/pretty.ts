import { codeFrame } from "./code-frame.ts";
import type { Remark } from "./finding.ts";
import { inOrder, place } from "./order.ts";
import { type Style, styleFor } from "./style.ts";

/** Diagnostics or findings for a terminal: the words of the plain report, with the line each is about. "" where there are none. */
export function prettyReport(remarks: readonly Remark[], options: { readonly color: boolean }): string {
  const style = styleFor(options.color);
  return inOrder(remarks)
    .map((remark) => block(remark, style))
    .join("\n");
}

function block({ at, severity, code, message, hint, related }: Remark, style: Style): string {
  const mark = style[severity];
  let text = `${style.strong(place(at))} ${mark(severity)} ${style.faint(code)} ${style.strong(message)}\n`;
  text += codeFrame(at, style, mark);
  text += `  ${style.faint("hint:")} ${hint}\n`;
  for (const other of related ?? []) {
    text += `  ${place(other.at)} ${other.message}\n${codeFrame(other.at, style, style.info)}`;
  }
  return text;
}
