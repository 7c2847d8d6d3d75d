import type { Explanation } from "../explanation.ts";
import type { messageDiagnostics } from "../message-diagnostics.ts";
import { localeExplanations } from "./message-locales.ts";
import { syntaxExplanations } from "./message-syntax.ts";
import { tagExplanations } from "./message-tags.ts";
import { textExplanations } from "./message-texts.ts";

/** What the FC3… diagnostics mean. */
export const messageExplanations: Readonly<Record<keyof typeof messageDiagnostics, Explanation>> = {
  ...textExplanations,
  ...syntaxExplanations,
  ...localeExplanations,
  ...tagExplanations,
};
