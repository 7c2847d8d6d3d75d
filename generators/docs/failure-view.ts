import { type Ending, type Failure, messageParts, type Param } from "../../core/catalog.ts";
import type { ReleasedChange } from "../../core/ledger/code-history.ts";
import { markdownBlock, markdownCode, markdownFence, markdownInline, markdownJson } from "../../core/markdown.ts";
import { codePagePath, indexPagePath } from "../../core/page-address.ts";
import { entryHistory, type HistoryEntry } from "../../core/reference/entry-history.ts";
import type { PlatformErrors } from "../../core/reference/platform-errors.ts";
import { retryAdvice } from "../../core/reference/retry-advice.ts";
import { categoryOf, type Edition, reference } from "./edition.ts";
import { frontMatter, numberOf } from "./front-matter.ts";
import { failureLabel } from "./page-labels.ts";
import { errorsLeadingTo } from "./platform-errors.ts";
import type { FailureDetails, FailureView } from "./views.ts";

/** The view of the page of a failure. */
export function failureView(edition: Edition, failure: Failure, errors: PlatformErrors): FailureView {
  const path = codePagePath(failure.code);
  const anchors = [failure.name, ...failure.aliases.map(({ name }) => name)];
  const areBelow = edition.look.flavour.id !== "github";
  return {
    page: edition.page,
    frontMatter: frontMatter(edition, path, {
      label: failureLabel(failure),
      description: failure.title,
      position: numberOf(failure.code),
    }),
    failure: failureDetails(edition, failure),
    anchors: areBelow ? [] : anchors,
    anchorsBelow: areBelow ? anchors : [],
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
    history: history(edition, failure),
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

const releasedWords: Readonly<Record<ReleasedChange["what"], (before: string) => string>> = {
  released: () => "First released",
  renamed: (before) => `Renamed from ${markdownCode(before)}`,
  moved: (before) => `Moved from the category ${markdownCode(before)}`,
  meaning: () => "Title, description or retry advice changed",
  params: () => "Params of the messages changed",
};

/** What the entry says of itself, and what the releases remember, by version. */
function history({ history: released }: Edition, failure: Failure): FailureDetails["history"] {
  return entryHistory(failure, released).map((entry) => ({
    version: markdownInline(entry.version),
    change: historyWords(entry),
  }));
}

function historyWords(entry: HistoryEntry): string {
  switch (entry.what) {
    case "added":
      return "Added.";
    case "deprecated":
      return `Deprecated. ${markdownInline(entry.reason)}`;
    case "retired":
      return `Retired. ${markdownInline(entry.reason)}`;
    default:
      return `${releasedWords[entry.what](entry.before)} (${entry.date}).`;
  }
}
