import type { Ending, Failure, Param } from "../../core/catalog.ts";
import { htmlBlock, htmlText } from "../../core/html.ts";
import { type CodeHistory, noHistory, type ReleasedChange } from "../../core/ledger/code-history.ts";
import { lifecycleOf } from "../../core/lifecycle.ts";
import { codePagePath } from "../../core/page-address.ts";
import { entryHistory, type HistoryEntry } from "../../core/reference/entry-history.ts";
import type { PlatformErrors } from "../../core/reference/platform-errors.ts";
import { retryAdvice } from "../../core/reference/retry-advice.ts";
import { categoryView, type Edition, reference } from "./edition.ts";
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
  const view = details(edition, failure, from);
  return {
    page: edition.page(codePagePath(failure.code), `${failure.code} ${failure.name}`, failure.title),
    failure: view,
    contents: sections.filter(({ shown }) => shown(view)).map(({ id, title }) => ({ id, title })),
  };
}

interface Section {
  readonly id: string;
  readonly title: string;
  shown(failure: FailureDetails): boolean;
}

const always = (): boolean => true;

/** The sections of the page, as its template has them. */
const sections: readonly Section[] = [
  { id: "what-happened", title: "What happened", shown: always },
  { id: "who-can-fix-it", title: "Who can fix it", shown: always },
  { id: "retry", title: "Whether to retry", shown: always },
  { id: "what-to-do", title: "What to do", shown: always },
  { id: "message", title: "What the end user reads", shown: ({ messages }) => messages.length > 0 },
  { id: "log-text", title: "Text for logs", shown: ({ developerText }) => developerText !== undefined },
  { id: "payload", title: "Payload", shown: always },
  { id: "code", title: "Code", shown: always },
  { id: "platform-errors", title: "Platform errors", shown: ({ platformErrors }) => platformErrors.length > 0 },
  { id: "history", title: "History", shown: ({ history }) => history.length > 0 },
  { id: "other-spellings", title: "Other spellings", shown: ({ aliases }) => aliases.length > 0 },
  { id: "related", title: "Related codes", shown: ({ related }) => related.length > 0 },
];

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
