/** What a block of Markdown can stand in: a quote, or a list item whose text is indented by so many columns. */
export type Container = { readonly kind: "quote" } | { readonly kind: "item"; readonly width: number };

/** What is left of a line once the marks of what it stands in are taken off. */
export interface Rest {
  /** White space at its beginning is written in spaces. */
  readonly text: string;
  /** Column that it begins at: a tab leads to the next of every four. */
  readonly column: number;
}

/** A line as it begins. */
export function wholeLine(line: string): Rest {
  return spaced(line, 0);
}

function spaced(text: string, column: number): Rest {
  const space = /^[ \t]*/.exec(text)?.[0] ?? "";
  if (!space.includes("\t")) return { text, column };
  let at = column;
  for (const unit of space) at += unit === "\t" ? 4 - (at % 4) : 1;
  return { text: " ".repeat(at - column) + text.slice(space.length), column };
}

function cut({ text, column }: Rest, length: number): Rest {
  return spaced(text.slice(length), column + length);
}

/** Takes off the marks of open containers, from the outermost, as far as the line has them. */
export function continued(
  containers: readonly Container[],
  line: Rest,
): { readonly count: number; readonly rest: Rest } {
  let rest = line;
  let count = 0;
  for (const container of containers) {
    if (container.kind === "quote") {
      const mark = /^ {0,3}> ?/.exec(rest.text);
      if (mark === null) break;
      rest = cut(rest, mark[0].length);
    } else if (rest.text.trim() !== "") {
      if (indentOf(rest) < container.width) break;
      rest = cut(rest, container.width);
    }
    count += 1;
  }
  return { count, rest };
}

/** Width of the white space that a text begins with. */
export function indentOf({ text }: Rest): number {
  return /^ */.exec(text)?.[0].length ?? 0;
}

const thematicBreak = /^ *(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/;

/** Takes off the marks of containers that a line begins. A paragraph is not interrupted by an empty item, nor by one that does not begin with 1. */
export function begun(
  line: Rest,
  inParagraph: boolean,
): { readonly containers: readonly Container[]; readonly rest: Rest } {
  const containers: Container[] = [];
  let rest = line;
  while (!thematicBreak.test(rest.text)) {
    const isInside = inParagraph && containers.length === 0;
    const quote = /^ *> ?/.exec(rest.text);
    const item = /^( *)([-*+]|\d{1,9}[.)])(?:( +)(?=\S)|( *)$)/.exec(rest.text);
    if (quote !== null && indentOf(rest) < 4) {
      containers.push({ kind: "quote" });
      rest = cut(rest, quote[0].length);
    } else if (item !== null && !(isInside && isNoInterruption(item, indentOf(rest)))) {
      const [, before = "", mark = "", after = " "] = item;
      const width = before.length + mark.length + (after.length > 4 ? 1 : after.length);
      containers.push({ kind: "item", width });
      rest = cut(rest, Math.min(width, rest.text.length));
    } else break;
  }
  return { containers, rest };
}

function isNoInterruption([, , mark = "", after]: readonly (string | undefined)[], indent: number): boolean {
  return indent > 3 || after === undefined || (/^\d/.test(mark) && !/^0*1[.)]$/.test(mark));
}
