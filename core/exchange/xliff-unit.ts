import {
  type ExchangeFile,
  isStale,
  shownState,
  type TranslationOrigin,
  type TranslationState,
  writtenMemory,
} from "./exchange-unit.ts";

/** A text as a file of XLIFF shows it, of whichever version. */
export interface XliffUnit {
  readonly id: string;
  /** What programs look it up by. */
  readonly name: string;
  readonly source: string;
  /** Undefined where nothing is translated. */
  readonly target: string | undefined;
  readonly state: TranslationState;
  /** Whether the translation was made from another source text. */
  readonly stale: boolean;
  /** That text, where it is known. */
  readonly previous: string | undefined;
  readonly by: TranslationOrigin | undefined;
  readonly notes: readonly string[];
  /** The most graphemes, or undefined. */
  readonly maxLength: number | undefined;
  /** What is to be known of it when the file comes back (`writtenMemory`); undefined where it will not. */
  readonly memory: string | undefined;
  /** False for what stays in the language of the source. */
  readonly translate: boolean;
}

/** All that one file of XLIFF holds. */
export interface XliffFile {
  /** Lines of a comment at its head. */
  readonly comments: readonly string[];
  /** Name of the catalog. */
  readonly catalog: string;
  readonly sourceLocale: string;
  /** Undefined for a file of source texts alone. */
  readonly locale: string | undefined;
  readonly units: readonly XliffUnit[];
}

/** The texts for translators, as XLIFF shows them. */
export function xliffFile({ units, ...file }: ExchangeFile): XliffFile {
  return {
    ...file,
    comments: [],
    units: units.map(({ memory, ...unit }) => ({
      ...unit,
      state: shownState(memory, unit.target),
      stale: isStale(memory),
      by: memory.by,
      memory: writtenMemory(memory),
      translate: true,
    })),
  };
}
