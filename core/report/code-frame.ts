import { harmless } from "../quoted.ts";
import { type Location, lineText, positionAt } from "../source-file.ts";
import { displayWidth } from "./display-width.ts";
import type { Style } from "./style.ts";

/** Most characters of a line that are shown; of a longer one, the stretch around the place. */
const longestLine = 120;
/** Characters shown before the place where a line is cut. */
const lead = 40;

interface Window {
  readonly text: string;
  /** The marked stretch inside `text`. */
  readonly start: number;
  readonly end: number;
}

/** The line a location begins in, with its number and a mark under the stretch. */
export function codeFrame(at: Location, style: Style, mark: (text: string) => string): string {
  const { line, column } = positionAt(at.file, at.start);
  const whole = lineText(at.file, line);
  const start = Math.min(column - 1, whole.length);
  const { text, start: from, end } = windowOf(whole, start, Math.min(start + (at.end - at.start), whole.length));
  const number = String(line);
  const gutter = " ".repeat(number.length);
  const shown = harmless(text);
  const before = blank(shown.slice(0, from));
  const tildes = "~".repeat(Math.max(0, displayWidth(shown.slice(from, end).replaceAll("\t", " ")) - 1));
  return (
    `${style.faint(`${number} |`)}${shown === "" ? "" : ` ${shown}`}\n` +
    `${style.faint(`${gutter} |`)} ${before}${mark(`^${tildes}`)}\n`
  );
}

/** As wide as the text; tabs stay tabs, so that they are as wide as those above. */
function blank(text: string): string {
  return text
    .split("\t")
    .map((piece) => " ".repeat(displayWidth(piece)))
    .join("\t");
}

function windowOf(line: string, start: number, end: number): Window {
  if (line.length <= longestLine) return { text: line, start, end };
  const first = boundary(line, Math.max(0, Math.min(start - lead, line.length - longestLine)));
  const last = boundary(line, Math.min(line.length, first + longestLine));
  const head = first > 0 ? "…" : "";
  const tail = last < line.length ? "…" : "";
  const shift = head.length - first;
  return { text: head + line.slice(first, last) + tail, start: start + shift, end: Math.min(end, last) + shift };
}

/** The offset, or the one before where it would cut a surrogate pair. */
function boundary(line: string, at: number): number {
  const inPair =
    /^[\udc00-\udfff]/.test(line.slice(at, at + 1)) && /[\ud800-\udbff]$/.test(line.slice(0, at).slice(-1));
  return inPair ? at - 1 : at;
}
