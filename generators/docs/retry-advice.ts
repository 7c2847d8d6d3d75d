import type { Retry } from "../../core/catalog.ts";
import type { RetryView } from "./views.ts";

/** What each advice says, in plain words. */
export const retryAdvice: Readonly<Record<Retry, RetryView>> = {
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
