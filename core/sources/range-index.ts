/** A range with what it holds, and the next wider one around it. */
export interface HeldRange<Held> {
  /** Both ends included. */
  readonly from: number;
  readonly to: number;
  readonly held: Held;
  readonly around: HeldRange<Held> | undefined;
}

/** Gives the narrowest range that a value lies in, by binary search. */
export type RangeIndex<Held> = (value: number) => HeldRange<Held> | undefined;

/** An index of ranges of which no two are equal or cross; they may nest. */
export function rangeIndex<Held>(ranges: readonly Omit<HeldRange<Held>, "around">[]): RangeIndex<Held> {
  const starts: number[] = [];
  const innermost: (HeldRange<Held> | undefined)[] = [];
  const enter = (start: number, range: HeldRange<Held> | undefined): void => {
    // What begins at the same number is the narrower, and comes later.
    if (starts.at(-1) === start) innermost[innermost.length - 1] = range;
    else {
      starts.push(start);
      innermost.push(range);
    }
  };
  let open: HeldRange<Held> | undefined;
  const closeBefore = (start: number): void => {
    while (open !== undefined && open.to < start) {
      enter(open.to + 1, open.around);
      open = open.around;
    }
  };
  for (const range of [...ranges].sort((left, right) => left.from - right.from || right.to - left.to)) {
    closeBefore(range.from);
    open = { ...range, around: open };
    enter(range.from, open);
  }
  closeBefore(Number.POSITIVE_INFINITY);
  return (value) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= value) low = middle + 1;
      else high = middle;
    }
    return innermost[low - 1];
  };
}
