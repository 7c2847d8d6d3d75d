import type { Alias, Category, Code, Ending, Failure, Retry, Status } from "../../core/catalog.ts";
import { commentLine, commentLines } from "../../core/doc-comment.ts";

const retryAdvice: Readonly<Record<Retry, string>> = {
  never: "Retry: never.",
  later: "Retry: later, unchanged.",
  "after-change": "Retry: after a change.",
};

// Each function gives the lines of a doc comment, safe to stand in one.

/** The name of a failure by its code. */
export type NameOf = (code: Code) => string | undefined;

/** What an editor shows over a failure's code. */
export function failureDocumentation(failure: Failure, nameOf: NameOf): string[] {
  const lines = [`**${commentLine(failure.title)}**`, "", ...commentLines(failure.description), ""];
  if (failure.guidance.actions.length > 0) {
    lines.push("What to do:");
    for (const action of failure.guidance.actions) lines.push(`- ${commentLine(action)}`);
    lines.push("");
  }
  lines.push(`${retryAdvice[failure.retry]} Category: ${failure.category.id}.`);
  const ending = endingTag(failure, nameOf);
  if (ending !== undefined) lines.push("", ending);
  return lines;
}

/**
 * What an editor shows over a failure's code as a constant of its own: where the rest is documented. Not by `{@link}`,
 * which makes TypeScript parse the comment in every consumer's build: at 10,000 codes that is a quarter of it.
 */
export function constantDocumentation(failure: Failure, nameOf: NameOf): string[] {
  const lines = [`${commentLine(failure.title)}: see FailureCode.${failure.name}.`];
  const ending = endingTag(failure, nameOf);
  if (ending !== undefined) lines.push("", ending);
  return lines;
}

function endingTag(failure: Failure, nameOf: NameOf): string | undefined {
  if (failure.retired !== undefined) return `@deprecated Retired in ${endingText(failure.retired, nameOf)}`;
  if (failure.deprecated !== undefined) return `@deprecated Since ${endingText(failure.deprecated, nameOf)}`;
  return undefined;
}

function endingText(ending: Ending, nameOf: NameOf): string {
  const replacement = ending.replacedBy === undefined ? undefined : nameOf(ending.replacedBy);
  const reason = commentLine(ending.reason);
  const stop = replacement === undefined || /[.!?]$/.test(reason) ? "" : ".";
  const instead = replacement === undefined ? "" : `${stop} Use {@link FailureCode.${replacement}} instead.`;
  return `${commentLine(ending.since)}: ${reason}${instead}`;
}

/** What an editor shows over another spelling of a failure's name. */
export function aliasDocumentation(alias: Alias, failure: Failure): string[] {
  return [
    `**${commentLine(failure.title)}**`,
    "",
    `@deprecated Another spelling of {@link FailureCode.${failure.name}}. ${commentLine(alias.reason)}`,
  ];
}

/** What an editor shows over a category. */
export function categoryDocumentation(category: Category): string[] {
  return [`**${commentLine(category.title)}**${extentText(category)}`, "", ...commentLines(category.description)];
}

function extentText(category: Category): string {
  if (category.range !== undefined) return ` (${category.range.from} to ${category.range.to})`;
  if (category.prefixes.length > 0) return ` (codes that begin with ${category.prefixes.map(commentLine).join(", ")})`;
  return "";
}

/** What an editor shows over a status. */
export function statusDocumentation(status: Status): string[] {
  return [`**${commentLine(status.title)}**`, "", ...commentLines(status.description)];
}
