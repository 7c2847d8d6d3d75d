import type { Retry } from "../catalog.ts";

/** Advice on sending again, in plain words. */
export interface RetryAdvice {
  /** As the catalog has it. */
  readonly word: Retry;
  /** The same in a word or two, for a table. */
  readonly short: string;
  /** The same as a short instruction, without a full stop. */
  readonly heading: string;
  readonly advice: string;
}

/** What each advice says, in plain words. */
export const retryAdvice: Readonly<Record<Retry, RetryAdvice>> = {
  never: {
    word: "never",
    short: "never",
    heading: "Do not send it again",
    advice: "Another attempt ends the same way, and there is nothing to change first.",
  },
  later: {
    word: "later",
    short: "later",
    heading: "Send it again later, unchanged",
    advice: "Wait, and wait longer after every further attempt.",
  },
  "after-change": {
    word: "after-change",
    short: "after a change",
    heading: "Change something first, then send it again",
    advice: "As it is, another attempt ends the same way.",
  },
};
