import type { FunctionText } from "../functions.ts";

/** The functions that match a platform's text. Their work is linear in its length, whatever the pattern. */
export const textFunctions: readonly FunctionText[] = [
  {
    documentation: undefined,
    name: "textMatcher",
    parameters: [{ name: "match", type: "TextMatch" }],
    result: "(text: unknown) => boolean",
    body: `  const { kind, pattern } = match;
  // Literal pieces, and between each two any run of characters: one alone is the whole text.
  const pieces = kind === "glob" ? pattern.split("*") : [pattern];
  if (kind === "suffix" || kind === "contains") pieces.unshift("");
  if (kind === "prefix" || kind === "contains") pieces.push("");
  const first = pieces.shift() ?? "";
  const last = pieces.pop();
  const ends = pieces.filter((piece) => piece !== "").map(endFinder);
  return (text) => {
    if (typeof text !== "string") return false;
    if (last === undefined) return text === first;
    const limit = text.length - last.length;
    let at = first.length;
    if (at > limit || !text.startsWith(first) || !text.endsWith(last)) return false;
    for (const end of ends) at = at < 0 ? at : end(text, at, limit);
    return at >= 0;
  };`,
  },
  {
    documentation: undefined,
    name: "endFinder",
    parameters: [{ name: "piece", type: "string" }],
    result: "(text: string, from: number, to: number) => number",
    body: `  // Where the leftmost occurrence ends (Knuth, Morris and Pratt): engines promise nothing of the time of indexOf.
  const borders = [0];
  const step = (matched/*: number*/, unit/*: number*/) => {
    let length = matched;
    while (length > 0 && piece.charCodeAt(length) !== unit) length = borders[length - 1] ?? 0;
    return piece.charCodeAt(length) === unit ? length + 1 : length;
  };
  for (let at = 1; at < piece.length; at += 1) borders.push(step(borders[at - 1] ?? 0, piece.charCodeAt(at)));
  return (text, from, to) => {
    let matched = 0;
    for (let at = from; at < to; at += 1) {
      matched = step(matched, text.charCodeAt(at));
      if (matched === piece.length) return at + 1;
    }
    return -1;
  };`,
  },
];
