import { distance } from "fastest-levenshtein";

/** Longest word that is compared: the comparison takes time by the square of the length. */
const longestWord = 100;

/** The word among the candidates that was probably meant, or undefined. Equal distances are decided by code unit. */
export function suggestion(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longestWord) return undefined;
  const lower = word.toLowerCase();
  let best: string | undefined;
  // Two letters in the wrong order count as two.
  let bestDistance = (word.length < 4 ? 1 : Math.max(2, Math.floor(word.length * 0.4))) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > bestDistance) continue;
    const found = distance(lower, candidate.toLowerCase());
    if (found < bestDistance || (found === bestDistance && best !== undefined && candidate < best)) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}

/** Comparisons that are worth their time in one run. */
const mostComparisons = 1_000_000;

/** A function that suggests one of the candidates; where there are too many words to compare, it suggests nothing. */
export function suggester(words: number, candidates: Iterable<string>): (word: string) => string | undefined {
  if (words === 0) return () => undefined;
  const list = [...candidates];
  if (words * list.length > mostComparisons) return () => undefined;
  return (word) => suggestion(word, list);
}
