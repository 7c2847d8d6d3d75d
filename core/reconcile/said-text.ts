import type { Failure } from "../catalog.ts";
import type { PageText, PublishedEntry } from "./published-page.ts";
import { comparableText } from "./same-text.ts";

/** The text of an entry that says something else than the catalog; undefined where it says the same, or nothing. */
export function otherText({ texts }: PublishedEntry, failure: Failure): PageText | undefined {
  const ending = failure.retired ?? failure.deprecated;
  const said = ending === undefined ? texts : withoutEnding(texts, comparableText(ending.reason));
  const [first, second] = said;
  if (first === undefined) return undefined;
  const title = comparableText(failure.title);
  const description = comparableText(failure.description);
  const whole = new Set([
    description,
    comparableText(`${failure.title}. ${failure.description}`),
    `${title} ${description}`,
  ]);
  if (beginsWith(said, whole)) return undefined;
  // A line of its own above the text, or a column of its own beside it.
  if (comparableText(first.text) !== title) return first;
  return second === undefined || beginsWith(said.slice(1), whole) ? undefined : second;
}

/** "Deprecated:", "Retired since 2.0.0." */
const endingMark = /^(?:deprecated|retired|obsolete)(?:\s+(?:since|in)\s+[\w.]*\w)?\s*[:.\u2013\u2014-]\s*/i;

/** What is said besides that a failure ends; a text that says why it does says nothing else. */
function withoutEnding(texts: readonly PageText[], reason: string): readonly PageText[] {
  return texts.flatMap((one) => {
    const text = one.text.replace(endingMark, "");
    const said = comparableText(text);
    if (said.startsWith(reason) && said.length > reason.length) {
      // `Retired: The reason. The description.` in one.
      const rest = said.slice(reason.length).replace(/^[\s.]+/, "");
      return [{ ...one, text: rest }];
    }
    return said === "" || said === reason ? [] : [{ ...one, text }];
  });
}

/** Whether the first text, or the first few that a page was broken into, are one of the candidates. */
function beginsWith(texts: readonly PageText[], candidates: ReadonlySet<string>): boolean {
  let joined = "";
  for (const { text } of texts) {
    joined = `${joined} ${text}`;
    if (candidates.has(comparableText(joined))) return true;
  }
  return false;
}
