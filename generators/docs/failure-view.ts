import { type Ending, type Failure, messageParts, type Param } from "../../core/catalog.ts";
import { markdownBlock, markdownCode, markdownFence, markdownInline, markdownJson } from "../../core/markdown.ts";
import { codePagePath, indexPagePath } from "../../core/page-address.ts";
import { categoryOf, type Edition, reference } from "./edition.ts";
import { frontMatter } from "./front-matter.ts";
import { errorsLeadingTo, type PlatformErrors } from "./platform-errors.ts";
import { retryAdvice } from "./retry-advice.ts";
import type { FailureDetails, FailureView } from "./views.ts";

/** The view of the page of a failure. */
export function failureView(edition: Edition, failure: Failure, errors: PlatformErrors): FailureView {
  const path = codePagePath(failure.code);
  const title = `${failure.code} ${failure.name}`;
  return {
    page: edition.page,
    frontMatter: frontMatter(path, title, title, failure.title),
    failure: failureDetails(edition, failure),
    anchors: [failure.name, ...failure.aliases.map(({ name }) => name)],
    platformErrors: errorsLeadingTo(edition, failure, errors),
    isFallback: failure.code === edition.catalog.fallback.code,
    permalink: edition.permalink(path),
    indexLink: edition.link(indexPagePath),
  };
}

/** What is said of a failure wherever it is written out in full. */
export function failureDetails(edition: Edition, failure: Failure): FailureDetails {
  return {
    code: markdownInline(String(failure.code)),
    name: failure.name,
    title: markdownInline(failure.title),
    description: markdownBlock(failure.description),
    category: categoryOf(edition, failure),
    retry: retryAdvice[failure.retry],
    statuses: failure.statuses.map((id) => edition.statuses.get(id) ?? { id, title: id }),
    surfaces: edition.surfaces,
    surfacesLink: edition.surfacesLink,
    causes: failure.guidance.causes.map(markdownInline),
    actions: failure.guidance.actions.map(markdownInline),
    locale: edition.catalog.defaultLocale,
    otherLocales: edition.otherLocales,
    messages: messageParts.flatMap((part) => {
      const message = failure.messages[part];
      return message === undefined ? [] : [{ part, text: markdownCode(message.text) }];
    }),
    developerText: failure.developerText === undefined ? undefined : markdownCode(failure.developerText),
    params: failure.params.map(paramView),
    examples: failure.examples.map(({ title, payload }) => ({
      title: markdownInline(title),
      json: markdownFence("json", markdownJson(payload)),
    })),
    related: failure.related.map((code) => reference(edition, code)),
    deprecated: failure.deprecated && endingView(edition, failure.deprecated),
    retired: failure.retired && endingView(edition, failure.retired),
    history: history(failure),
    aliases: failure.aliases.map(({ name, reason }) => ({ name, reason: markdownInline(reason) })),
  };
}

function paramView({ name, type, values, example, description }: Param): FailureDetails["params"][number] {
  return {
    name,
    type,
    values: values.map(markdownCode),
    example: markdownCode(String(example)),
    description: markdownInline(description),
  };
}

function endingView(edition: Edition, { since, reason, replacedBy }: Ending): NonNullable<FailureDetails["retired"]> {
  return {
    since: markdownInline(since),
    reason: markdownInline(reason),
    replacement: replacedBy === undefined ? undefined : reference(edition, replacedBy),
  };
}

function history({ since, deprecated, retired }: Failure): FailureDetails["history"] {
  const entries: { readonly version: string; readonly change: string }[] = [];
  const add = (version: string, change: string): void => {
    entries.push({ version: markdownInline(version), change });
  };
  if (since !== undefined) add(since, "Added.");
  if (deprecated !== undefined) add(deprecated.since, `Deprecated. ${markdownInline(deprecated.reason)}`);
  if (retired !== undefined) add(retired.since, `Retired. ${markdownInline(retired.reason)}`);
  return entries;
}
