import { type PageLine, pageLines, stretchesOutsideFences } from "./code-lines.ts";

/** A comment in a page that speaks to failcodes: `<!-- failcodes:count -->`, or the same as a comment of MDX. */
export interface Marker {
  readonly start: number;
  readonly end: number;
  /** The word after "failcodes:". */
  readonly name: string;
  /** What follows the name, and where. */
  readonly words: string;
  readonly wordsStart: number;
  /** Whether it is written as an expression, `{/* … *\/}`. */
  readonly isMdx: boolean;
  readonly line: PageLine;
  /** Whether there is nothing else on its line but what begins a quote or a list item. */
  readonly isAlone: boolean;
}

/** What a page has of markers. */
export interface FoundMarkers {
  readonly markers: readonly Marker[];
  /** Comments that begin like a marker, and do not end on the same line. */
  readonly unfinished: readonly { readonly start: number; readonly end: number }[];
}

/** Finds the markers of a page. What stands in fenced code or in a code span is none. */
export function findMarkers(text: string): FoundMarkers {
  const markers: Marker[] = [];
  const unfinished: { start: number; end: number }[] = [];
  if (!/failcodes/i.test(text)) return { markers, unfinished };
  const lines = pageLines(text);
  let at = 0;
  const lineOf = (offset: number): PageLine => {
    while ((lines[at]?.end ?? offset) < offset) at += 1;
    return lines[at] ?? { start: offset, end: text.length, ending: "" };
  };
  for (const stretch of stretchesOutsideFences(text, lines)) {
    for (const { start, end, isMdx } of commentsIn(text, stretch.start, stretch.end)) {
      const beginning = /^(?:<!--|\{\/\*)\s*failcodes\s*:/i.exec(text.slice(start, start + 200));
      if (beginning === null) continue;
      const line = lineOf(start);
      if (end === undefined || end > line.end) unfinished.push({ start, end: line.end });
      else markers.push(markerAt(text, start, end, isMdx, line));
    }
  }
  return { markers, unfinished };
}

function markerAt(text: string, start: number, end: number, isMdx: boolean, line: PageLine): Marker {
  const inside = text.slice(start, end - 3);
  const [before = "", name = ""] = /^(?:<!--|\{\/\*)\s*failcodes\s*:\s*([^\s=]*)/i.exec(inside) ?? [];
  const alone = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*$/.test(text.slice(line.start, start));
  return {
    start,
    end,
    name,
    words: inside.slice(before.length),
    wordsStart: start + before.length,
    isMdx,
    line,
    isAlone: alone && /^\s*$/.test(text.slice(end, line.end)),
  };
}

interface Comment {
  readonly start: number;
  /** Undefined where it does not end. */
  readonly end: number | undefined;
  readonly isMdx: boolean;
}

/** The comments in a stretch of text, code spans passed over: whichever of the two begins first holds the other. */
function commentsIn(text: string, from: number, to: number): readonly Comment[] {
  const comments: Comment[] = [];
  const stretch = text.slice(from, to);
  if (!stretch.includes("failcodes") && !/failcodes/i.test(stretch)) return comments;
  /** By length of a run of backticks: where the last one begins. */
  const lastRuns = new Map<number, number>();
  for (const { 0: run, index } of stretch.matchAll(/`+/g)) lastRuns.set(run.length, index);
  const token = /\\[\s\S]|`+|<!--|\{\/\*/g;
  for (let found = token.exec(stretch); found !== null; found = token.exec(stretch)) {
    const [word] = found;
    const { index } = found;
    if (word.startsWith("`")) {
      if ((lastRuns.get(word.length) ?? -1) > index) token.lastIndex = endOfSpan(stretch, token.lastIndex, word);
    } else if (!word.startsWith("\\")) {
      const isMdx = word !== "<!--";
      const end = stretch.indexOf(isMdx ? "*/}" : "-->", index + word.length);
      comments.push({ start: from + index, end: end < 0 ? undefined : from + end + 3, isMdx });
      if (end >= 0) token.lastIndex = end + 3;
    }
  }
  return comments;
}

/** Where the code span ends that a run of backticks begins; there is another run of its length. */
function endOfSpan(text: string, from: number, run: string): number {
  const runs = /`+/g;
  runs.lastIndex = from;
  for (let found = runs.exec(text); found !== null; found = runs.exec(text)) {
    if (found[0].length === run.length) return runs.lastIndex;
  }
  return from;
}
