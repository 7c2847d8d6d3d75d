import { distance } from "fastest-levenshtein";

/** The words that are most likely meant by a misspelt one, nearest first. Case does not count as a difference. */
export function nearWords(word: string, known: Iterable<string>, limit: number): readonly string[] {
  if (word.length > 100) return [];
  const asked = word.toLowerCase();
  const most = Math.max(1, Math.floor(asked.length / 3));
  const found: { readonly name: string; readonly edits: number }[] = [];
  for (const name of known) {
    if (Math.abs(name.length - asked.length) > most) continue;
    const edits = distance(asked, name.toLowerCase());
    if (edits <= most) found.push({ name, edits });
  }
  found.sort((left, right) => left.edits - right.edits || (left.name < right.name ? -1 : 1));
  return found.slice(0, limit).map(({ name }) => name);
}
