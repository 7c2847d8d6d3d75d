import { type Catalog, type Ending, type Failure, messageParts } from "../../core/catalog.ts";
import { markdownBlock, markdownCode, markdownInline } from "../../core/markdown.ts";
import { categoryPagePath, codePagePath } from "../../core/page-address.ts";
import { retryAdvice } from "../../core/reference/retry-advice.ts";
import type { PageLink } from "./page-links.ts";
import type { FailureColumn } from "./vocabulary.ts";

/** What the words about failures are made from. */
export interface WordBasis {
  readonly catalog: Catalog;
  readonly link: PageLink;
  /** Whether the words become a part of somebody's sentence: a backtick in it may already wait for another. */
  readonly isSentence: boolean;
}

/** The name of a failure, as code. */
export function nameCode({ isSentence }: WordBasis, { name }: Failure): string {
  return isSentence ? `<code>${name}</code>` : `\`${name}\``;
}

/** Text that leads to a page, where there is one. */
export function linked(text: string, address: string | undefined): string {
  return address === undefined ? text : `[${text}](${address})`;
}

/** The code of a failure, which leads to its page. */
export function codeLink({ link }: WordBasis, { code }: Failure): string {
  return linked(markdownInline(String(code)), link(codePagePath(code)));
}

/** A part of a failure on one line, as Markdown; "" where there is nothing to say. */
export function shortText(basis: WordBasis, failure: Failure, part: FailureColumn): string {
  const { catalog, link } = basis;
  switch (part) {
    case "code":
      return codeLink(basis, failure);
    case "name":
      return nameCode(basis, failure);
    case "title":
      return markdownInline(failure.title);
    case "category":
      return linked(markdownInline(failure.category.title), link(categoryPagePath(failure.category.id)));
    case "retry":
      return retryAdvice[failure.retry].short;
    case "statuses":
      return failure.statuses.map((id) => markdownInline(titleOfStatus(catalog, id))).join(", ");
    case "lifecycle":
      return lifecycleText(basis, failure);
    case "since":
      return failure.since === undefined ? "" : markdownInline(failure.since);
    case "description":
      return markdownInline(failure.description);
    case "causes":
    case "actions":
      return failure.guidance[part].map(markdownInline).join("<br />");
    case "message":
      return messageParts
        .flatMap((name) => failure.messages[name] ?? [])
        .map(({ text }) => markdownCode(text))
        .join("<br />");
  }
}

function titleOfStatus({ statuses }: Catalog, id: string): string {
  return statuses.find((status) => status.id === id)?.title ?? id;
}

function lifecycleText(basis: WordBasis, { deprecated, retired }: Failure): string {
  if (retired !== undefined) return `**Retired** since ${endingText(basis, retired)}`;
  return deprecated === undefined ? "" : `**Deprecated** since ${endingText(basis, deprecated)}`;
}

function endingText(basis: WordBasis, { since, reason, replacedBy }: Ending): string {
  const other = replacedBy === undefined ? undefined : basis.catalog.byCode.get(replacedBy);
  const instead = other === undefined ? "" : ` Instead: ${codeLink(basis, other)} ${nameCode(basis, other)}.`;
  return `${markdownInline(since)}: ${markdownInline(reason)}${instead}`;
}

/** A failure in a few words: `[15005](…) \`NAME\`: Title, retry: later`. */
export function sentenceText(basis: WordBasis, failure: Failure, parts: readonly FailureColumn[]): string {
  const head = parts
    .filter((part) => part === "code" || part === "name")
    .map((part) => shortText(basis, failure, part));
  const rest = parts
    .filter((part) => part !== "code" && part !== "name")
    .map((part) => {
      const text = shortText(basis, failure, part);
      return part === "retry" ? `retry: ${text}` : text;
    })
    .filter((text) => text !== "");
  return [head.join(" "), rest.join(", ")].filter((text) => text !== "").join(": ");
}

/** A failure as paragraphs and lists, each of its own lines; in an order of its own, whatever the order of the parts. */
export function paragraphs(basis: WordBasis, failure: Failure, parts: readonly FailureColumn[]): string {
  const has = (part: FailureColumn): boolean => parts.includes(part);
  const { causes, actions } = failure.guidance;
  const advice = retryAdvice[failure.retry];
  const names = parts
    .filter((part) => part === "code" || part === "name")
    .map((part) => shortText(basis, failure, part));
  const head = [names.length === 0 ? "" : `**${names.join(" ")}**`, has("title") ? markdownInline(failure.title) : ""];
  const facts: string[] = [];
  const fact = (part: FailureColumn, word: string): void => {
    const text = has(part) ? shortText(basis, failure, part) : "";
    if (text !== "") facts.push(`- ${word}: ${text}`);
  };
  fact("category", "Category");
  fact("statuses", "Statuses");
  fact("since", "Since");
  if (has("retry")) facts.push(`- Retry: ${advice.heading}. ${advice.advice}`);
  const messages = messageParts.flatMap((part) => {
    const text = failure.messages[part]?.text;
    return text === undefined ? [] : [`- ${part}: ${markdownCode(text)}`];
  });
  return [
    head.filter((text) => text !== "").join(": "),
    has("lifecycle") ? lifecycleText(basis, failure) : "",
    has("description") ? markdownBlock(failure.description) : "",
    facts.join("\n"),
    has("causes") && causes.length > 0 ? `Causes:\n\n${bullets(causes)}` : "",
    has("actions") && actions.length > 0 ? `What to do:\n\n${bullets(actions)}` : "",
    has("message") && messages.length > 0 ? `Message for the end user:\n\n${messages.join("\n")}` : "",
  ]
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

function bullets(texts: readonly string[]): string {
  return texts.map((text) => `- ${markdownInline(text)}`).join("\n");
}
