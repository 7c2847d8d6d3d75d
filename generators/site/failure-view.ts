import type { Ending, Failure, Param } from "../../core/catalog.ts";
import { htmlBlock, htmlText } from "../../core/html.ts";
import { type CodeHistory, noHistory, type ReleasedChange } from "../../core/ledger/code-history.ts";
import { codePagePath } from "../../core/page-address.ts";
import { entryHistory, type HistoryEntry } from "../../core/reference/entry-history.ts";
import type { PlatformErrors } from "../../core/reference/platform-errors.ts";
import { retryAdvice } from "../../core/reference/retry-advice.ts";
import { categoryView, type Edition, lifecycleOf, reference } from "./edition.ts";
import type { FailureMessages } from "./failure-messages.ts";
import { errorsLeadingTo } from "./platform-errors.ts";
import { payloadsOf, samplesOf } from "./samples.ts";
import type { FailureDetails, SiteViews } from "./views.ts";

/** What the page of a failure is made from besides its edition and the failure. */
export interface FailureSources {
  readonly errors: PlatformErrors;
  readonly messages: FailureMessages;
  readonly baseUrl: string | undefined;
  readonly history?: CodeHistory | undefined;
}

/** The view of the page of a failure. */
export function failureView(edition: Edition, failure: Failure, from: FailureSources): SiteViews["failure"] {
  return {
    page: edition.page(codePagePath(failure.code), `${failure.code} ${failure.name}`, failure.title),
    failure: details(edition, failure, from),
  };
}

function details(edition: Edition, failure: Failure, from: FailureSources): FailureDetails {
  const { catalog } = edition;
  const { deprecated, retired } = failure;
  return {
    code: htmlText(String(failure.code)),
    name: failure.name,
    title: htmlText(failure.title),
    description: htmlBlock(failure.description),
    lifecycle: lifecycleOf(failure),
    deprecated: deprecated && endingView(edition, deprecated),
    retired: retired && endingView(edition, retired),
    isFallback: failure.code === catalog.fallback.code,
    category: categoryView(edition, failure.category),
    retry: retryAdvice[failure.retry],
    statuses: failure.statuses.map((id) => {
      return { id, title: htmlText(catalog.statuses.find((status) => status.id === id)?.title ?? id) };
    }),
    surfaces: catalog.surfaces.map(({ title }) => htmlText(title)),
    causes: failure.guidance.causes.map(htmlText),
    actions: failure.guidance.actions.map(htmlText),
    messages: from.messages(failure),
    developerText: failure.developerText === undefined ? undefined : htmlText(failure.developerText),
    params: failure.params.map(paramView),
    payloads: payloadsOf(catalog, failure).map(({ title, payload }) => {
      return { title: htmlText(title), json: htmlText(JSON.stringify(payload, undefined, 2)) };
    }),
    samples: samplesOf(catalog, failure, from.baseUrl).map((sample) => ({ ...sample, code: htmlText(sample.code) })),
    platformErrors: errorsLeadingTo(edition, failure, from.errors),
    history: entryHistory(failure, from.history ?? noHistory).map(historyView),
    related: failure.related.map((code) => reference(edition, code)),
    aliases: failure.aliases.map(({ name, reason }) => ({ name, reason: htmlText(reason) })),
  };
}

function paramView({ name, type, values, example, description }: Param): FailureDetails["params"][number] {
  return {
    name,
    type,
    values: values.map(htmlText),
    example: htmlText(String(example)),
    description: htmlText(description),
  };
}

function endingView(edition: Edition, { since, reason, replacedBy }: Ending): NonNullable<FailureDetails["retired"]> {
  return {
    since: htmlText(since),
    reason: htmlText(reason),
    replacement: replacedBy === undefined ? undefined : reference(edition, replacedBy),
  };
}

const releasedWords: Readonly<Record<ReleasedChange["what"], (before: string) => string>> = {
  released: () => "First released.",
  renamed: (before) => `Renamed from <code>${htmlText(before)}</code>.`,
  moved: (before) => `Moved from the category <code>${htmlText(before)}</code>.`,
  meaning: () => "Title, description or retry advice changed.",
  params: () => "Params of the messages changed.",
};

/** What happened to an entry, in words. */
export function historyView(entry: HistoryEntry): FailureDetails["history"][number] {
  const version = htmlText(entry.version);
  switch (entry.what) {
    case "added":
      return { version, date: "", change: "Added." };
    case "deprecated":
      return { version, date: "", change: `Deprecated. ${htmlText(entry.reason)}` };
    case "retired":
      return { version, date: "", change: `Retired. ${htmlText(entry.reason)}` };
    default:
      return { version, date: htmlText(entry.date), change: releasedWords[entry.what](entry.before) };
  }
}
