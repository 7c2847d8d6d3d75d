import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { quoted } from "../quoted.ts";
import type { Location, SourceFile } from "../source-file.ts";
import { endName, isMarkerName, unknownMarker } from "./marker-names.ts";
import { findMarkers, type Marker } from "./markers.ts";

/** What stands between two markers of a page. */
export interface Block {
  readonly open: Marker;
  readonly close: Marker;
  /** Whether both markers have lines of their own, so that whole lines stand between them; else it is a part of a sentence. */
  readonly hasLines: boolean;
  /** What is replaced: from the line after the first marker's to the last one's, or what stands between the two. */
  readonly start: number;
  readonly end: number;
}

/** A page that a person wrote, and the blocks in it. */
export interface Page {
  /** In the project, with forward slashes. Its text is without the byte-order mark. */
  readonly file: SourceFile;
  /** The byte-order mark, or "". */
  readonly mark: string;
  readonly blocks: readonly Block[];
}

/** Finds the blocks of a page. With a mistake among its markers, nobody knows where a block ends: there are none then. */
export function readPage(
  file: SourceFile,
  mark: string,
): { readonly page: Page; readonly problems: readonly Diagnostic[] } {
  const { markers, unfinished } = findMarkers(file.text);
  const problems: Diagnostic[] = unfinished.map((place) => {
    const words = { marker: markerText(file, place), problem: "it does not end on the line that it begins on" };
    return diagnostic("FC8308", { file, ...place }, { ...words, remedy: "Write all of it on one line" });
  });
  const blocks: Block[] = [];
  let open: Marker | undefined;
  // The end of what could not be read, or of a block inside of another, was reported with it.
  let reported = unfinished.length;
  for (const marker of markers) {
    if (marker.name === endName) {
      if (open !== undefined) blocks.push(blockOf(open, marker));
      else if (reported > 0) reported -= 1;
      else problems.push(diagnostic("FC8304", placeOf(file, marker), { marker: markerText(file, marker) }));
      open = undefined;
      continue;
    }
    if (open !== undefined) {
      reported += 1;
      if (!isMarkerName(marker.name)) {
        problems.push(unknownMarker(file, marker));
        continue;
      }
      const words = { marker: markerText(file, marker), outer: markerText(file, open), end: endFor(open) };
      const begins = { message: "The other block begins here.", at: placeOf(file, open) };
      problems.push(diagnostic("FC8303", placeOf(file, marker), words, [begins]));
    }
    open = marker;
  }
  if (open !== undefined) {
    const words = { marker: markerText(file, open), end: endFor(open) };
    const isKnown = isMarkerName(open.name);
    problems.push(isKnown ? diagnostic("FC8302", placeOf(file, open), words) : unknownMarker(file, open));
  }
  problems.sort((left, right) => left.at.start - right.at.start);
  return { page: { file, mark, blocks: problems.length > 0 ? [] : blocks }, problems };
}

function blockOf(open: Marker, close: Marker): Block {
  const hasLines = open.isAlone && close.isAlone && open.line.start !== close.line.start;
  if (!hasLines) return { open, close, hasLines, start: open.end, end: close.start };
  return { open, close, hasLines, start: open.line.end + open.line.ending.length, end: close.line.start };
}

/** A marker as a sentence names it: `"failcodes:table category=platform"`. */
export function markerText(
  { text }: SourceFile,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  const written = text.slice(start, end).replace(/^(?:<!--|\{\/\*)\s*|\s*(?:-->|\*\/\})$/g, "");
  return quoted(written.replace(/\s+/g, " "));
}

/** The place of a marker. */
export function placeOf(file: SourceFile, { start, end }: Marker): Location {
  return { file, start, end };
}

/** The marker that ends a block, written as the one that begins it. */
function endFor({ isMdx }: Marker): string {
  return isMdx ? `{/* failcodes:${endName} */}` : `<!-- failcodes:${endName} -->`;
}
