/** What a process that builds again and again keeps from one build to the next. It says when things are made, never what. */
export interface Memory {
  /**
   * What `make` gives; or what it gave before as this `kind` of thing of this `name`, if that was made from something
   * equal. `from` holds everything that `make` reads; it is compared by content, but functions, symbols and objects that
   * are not plain by identity. Neither `from` nor what is made may be changed afterwards.
   */
  recall<T>(kind: string, name: string, from: unknown, make: () => T): T;
  /**
   * The same list, in which everything that is equal to what stood in its place in the last list of this `kind` is that
   * very thing, so that it and what was made from it are known again at a glance. None of it may be changed afterwards.
   */
  known<T>(kind: string, list: readonly T[]): readonly T[];
}

/** Remembers nothing: everything is made. */
export const noMemory: Memory = { recall: (_kind, _name, _from, make) => make(), known: (_kind, list) => list };
