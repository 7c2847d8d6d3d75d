import type { Explanation } from "../diagnostics/explanation.ts";
import type { Reason } from "../drift/entry.ts";

const driftMeanings: Readonly<Record<`drift-${Reason}`, string>> = {
  "drift-stale": "What the file was generated from has changed, and the file has not been generated again.",
  "drift-edited":
    "The file is generated, and somebody changed it by hand. The next run with --force overwrites the change.",
  "drift-line-endings": "The lines of the file end in CRLF instead of LF; nothing else differs.",
  "drift-missing": "The catalog gives this file, and it is not there.",
  "drift-orphan": "failcodes wrote this file once, and nothing generates it any more.",
  "drift-modified-orphan":
    "failcodes wrote this file once, nothing generates it any more, and somebody changed it by hand.",
  "drift-stranger": "The file lies in a folder that belongs to a target, and failcodes did not write it.",
  "drift-stranger-on-planned-path": "Something that failcodes did not write stands where a generated file belongs.",
  "drift-origin-unknown": "The file differs from what the catalog gives, and no manifest tells who wrote it.",
};

/** What diagnostics mean, by their codes: a table that is loaded where it is needed. */
export type Explanations = Readonly<Record<string, Explanation>>;

/** What the code of a finding means, in one or two paragraphs; undefined for one that nobody explains. */
export function ruleMeaning(code: string, explanations: Explanations): string | undefined {
  return explanations[code]?.meaning ?? (driftMeanings as Readonly<Record<string, string>>)[code];
}
