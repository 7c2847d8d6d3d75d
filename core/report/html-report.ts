import { htmlText } from "../html.ts";
import type { Location } from "../source-file.ts";
import { codeFrame } from "./code-frame.ts";
import type { Remark } from "./finding.ts";
import { inOrder, place } from "./order.ts";
import { styleFor } from "./style.ts";

/** The address that a place leads to; undefined where none does. */
export type PlaceAddress = (at: Location) => string | undefined;

/** Diagnostics or findings for a page: those of the terminal, each with the line it is about. Every text is escaped. */
export function htmlReport(remarks: readonly Remark[], address: PlaceAddress): string {
  return `<ol class="remarks">\n${inOrder(remarks)
    .map((remark) => item(remark, address))
    .join("")}</ol>\n`;
}

function item({ at, severity, code, message, hint, related = [] }: Remark, address: PlaceAddress): string {
  const others = related.map(
    (other) => `<p>${placeLink(other.at, address)} ${htmlText(other.message)}</p>\n${frame(other.at)}`,
  );
  return `<li class="${severity}">
<p>${placeLink(at, address)} <strong>${severity === "info" ? "note" : severity}</strong> <code>${code}</code></p>
<p class="message">${htmlText(message)}</p>
${frame(at)}<p class="hint">${htmlText(hint)}</p>
${others.join("")}</li>
`;
}

function placeLink(at: Location, address: PlaceAddress): string {
  const words = htmlText(place(at));
  const link = address(at);
  return link === undefined ? `<span class="place">${words}</span>` : `<a href="${htmlText(link)}">${words}</a>`;
}

/** What stands around a mark while it is text: a frame holds no such character of its own. */
const [before, after] = ["\u0001", "\u0002"];

function frame(at: Location): string {
  const text = codeFrame(at, styleFor(false), (mark) => `${before}${mark}${after}`);
  // A line that is wider than the page is moved by keys, too.
  return `<pre tabindex="0">${htmlText(text).replace(before, "<b>").replace(after, "</b>")}</pre>\n`;
}
