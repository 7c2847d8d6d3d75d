import type { CodeForm, Provenance, Source } from "../catalog.ts";

/** How codes of a form are written, as a clause: in HTML, which is Markdown too. */
export const formWords: Readonly<Record<CodeForm, string>> = {
  number: "a number (leading zeros do not count, and hexadecimal after <code>0x</code> counts as its value)",
  "enhanced-status": "an enhanced status code such as <code>5.1.1</code> (RFC 3463)",
  word: "a word, as it is written",
};

/** What a source is to the API. */
export const standingWords: Readonly<Record<Source["standing"], string>> = {
  documented: "A documented source of failures.",
  channel: "A channel without a documented source of failures: what a message says of it is not documented.",
  protocol: "A protocol, not a source that messages name: its codes reach people by other ways.",
};

/** How well a platform's error is known. */
export const provenanceWords: Readonly<Record<Provenance, { readonly word: string; readonly meaning: string }>> = {
  published: { word: "published", meaning: "the platform, or a standard, publishes it" },
  "same-numbering": {
    word: "same numbering",
    meaning: "others publish a list with this numbering, and that it holds here was not verified",
  },
  recalled: { word: "recalled", meaning: "it is known from practice, and was not checked against a published list" },
};
