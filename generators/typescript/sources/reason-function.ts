import type { FunctionText } from "../functions.ts";

/** The type of a parsed `reason`: the same text in `.d.ts` and `.ts`. */
export const reasonType = `/** The parts of a failed message's \`reason\`. */
export interface ParsedReason {
  /** What the platform said, in its own words. */
  readonly details: string;
  /** The same in short: a word in snake case. */
  readonly reason: string;
  /** The platform's code: digits. */
  readonly code: string;
}`;

/** The function that parses a failed message's `reason`. */
export const reasonFunction: FunctionText = {
  documentation: `/**
 * Parses \`details: <text>; reason: <snake_case>; code: <digits>\`, from the right, since the text may hold the same
 * words. What is not written so is undefined.
 */`,
  name: "parseReason",
  parameters: [{ name: "reason", type: "unknown" }],
  result: "ParsedReason | undefined",
  body: `  if (typeof reason !== "string" || !reason.startsWith("details: ")) return undefined;
  const codeAt = startOfRun(reason, reason.length, "0123456789");
  const reasonEnd = codeAt - "; code: ".length;
  const reasonAt = startOfRun(reason, reasonEnd, "abcdefghijklmnopqrstuvwxyz_0123456789");
  const detailsEnd = reasonAt - "; reason: ".length;
  const isWhole =
    codeAt < reason.length &&
    reasonAt < reasonEnd &&
    detailsEnd >= "details: ".length &&
    reason.startsWith("; code: ", reasonEnd) &&
    reason.startsWith("; reason: ", detailsEnd);
  if (!isWhole) return undefined;
  return {
    details: reason.slice("details: ".length, detailsEnd),
    reason: reason.slice(reasonAt, reasonEnd),
    code: reason.slice(codeAt),
  };`,
};

/** What it needs besides. */
export const reasonHelper: FunctionText = {
  documentation: undefined,
  name: "startOfRun",
  parameters: [
    { name: "text", type: "string" },
    { name: "end", type: "number" },
    { name: "characters", type: "string" },
  ],
  result: "number",
  body: `  let start = end;
  while (start > 0 && characters.includes(text.charAt(start - 1))) start -= 1;
  return start;`,
};
