import { setFlagsFromString } from "node:v8";

/**
 * Tells the engine what a run over a big spec is like: seconds of one pass over much data. Its defaults are for processes
 * that last. Optimizing a function later costs less than it gains before the end is reached (a sixth of the time of a
 * check of 10,000 failures), and the heap, which it would let grow to four times of what is in use, is collected when it has
 * grown by as much again. An engine that does not know a flag ignores it.
 */
export function prepareForMuchData(): void {
  setFlagsFromString("--interrupt-budget=1000000");
  setFlagsFromString("--heap-growing-percent=80");
}
