import { quoted } from "../quoted.ts";
import { suggestion } from "../suggestion.ts";
import { report, type Visit } from "./walk.ts";

/** Reports a variable that there is none of. */
export function reportUnknown(visit: Visit, node: hbs.AST.Node, variable: string, remedy: string): void {
  report(visit, node, "FC5003", { variable: quoted(variable), remedy });
}

/** What to write in place of a word that is not among the known ones; `whole` puts the right word where the other stands. */
export function knownRemedy(
  word: string,
  known: readonly string[],
  whole: (guess: string) => string = (guess) => guess,
): string {
  if (known.length === 0) return "Leave it out: what stands before it has no fields.";
  const guess = suggestion(word, known);
  return guess === undefined ? `Use one of ${known.join(", ")}.` : `Write "${whole(guess)}" instead.`;
}
