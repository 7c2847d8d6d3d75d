/**
 * Tells the engine what a run over a big spec is like: seconds of one pass over much data. Its defaults are for processes
 * that last. Here optimizing a function later costs less than it gains before the end is reached, and the heap is collected
 * before it has grown to several times of what is in use: together a tenth of the time and of the memory of a check of
 * 10,000 failures. Sparing, the heap grows by less, so that one with two catalogs in it stays near what a check needs
 * (`bench/RESULTS.md`). An engine that does not know a flag ignores it.
 */
export function prepareForMuchData(isSparing: boolean): void {
  // Loading it costs a small check a fiftieth of its time, and a small check has no use for it.
  const { setFlagsFromString } = process.getBuiltinModule("node:v8");
  setFlagsFromString("--interrupt-budget=1000000");
  setFlagsFromString(`--heap-growing-percent=${isSparing ? 10 : 80}`);
}
