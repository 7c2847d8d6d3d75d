import type { Explanation } from "../explanation.ts";
import type { sourceDiagnostics } from "../source-diagnostics.ts";
import { sourceFileExplanations } from "./source-files.ts";
import { sourceKeyExplanations } from "./source-keys.ts";
import { sourceMeaningExplanations } from "./source-meanings.ts";

/** What the FC7… diagnostics mean. */
export const sourceExplanations: Readonly<Record<keyof typeof sourceDiagnostics, Explanation>> = {
  ...sourceFileExplanations,
  ...sourceMeaningExplanations,
  ...sourceKeyExplanations,
};
