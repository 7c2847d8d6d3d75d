/** A text and where it came from. Offsets are UTF-16 code units into `text`. */
export interface SourceFile {
  /** As the person who called us would write it: relative to the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** The version in git that the text is of: `v1.2.0`; undefined for the file that lies there now. */
  readonly revision?: string;
}

interface ReleasableFile extends SourceFile {
  readonly release: () => void;
}

/** The same file, whose text need not stay in memory: `reread` gives it once more. */
export function releasableFile({ path, text: first }: SourceFile, reread: () => string): SourceFile {
  let text: string | undefined = first;
  const file: ReleasableFile = {
    path,
    get text() {
      text ??= reread();
      return text;
    },
    release: () => {
      text = undefined;
    },
  };
  return file;
}

/** Whether a file's text can be let go. */
export function isReleasable(file: SourceFile): boolean {
  return "release" in file;
}

/** Lets a text go that can be read again; nothing happens to others. */
export function releaseText(file: SourceFile): void {
  (file as Partial<ReleasableFile>).release?.();
}

/** A stretch of a file. Line and column exist only when it is printed: see `positionAt`. */
export interface Location {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** Line and column, both from 1; the column counts UTF-16 code units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const lineStartsOf = new WeakMap<SourceFile, readonly number[]>();

/** The offset of the first character of every line. Lines end in LF, CRLF or a lone CR. */
export function lineStarts(file: SourceFile): readonly number[] {
  let starts = lineStartsOf.get(file);
  if (starts === undefined) {
    const found = [0];
    for (const end of file.text.matchAll(/\r\n|\n|\r/g)) found.push(end.index + end[0].length);
    starts = found;
    lineStartsOf.set(file, starts);
  }
  return starts;
}

/** The line and column of an offset; one past the end of the text is allowed. */
export function positionAt(file: SourceFile, offset: number): Position {
  const starts = lineStarts(file);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** The text of a line, without its line end; `line` counts from 1. */
export function lineText(file: SourceFile, line: number): string {
  const starts = lineStarts(file);
  const start = starts[line - 1] ?? file.text.length;
  const end = starts[line] ?? file.text.length;
  return file.text.slice(start, end).replace(/(\r\n|\n|\r)$/, "");
}
