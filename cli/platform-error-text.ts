import type { Catalog, Failure, Mapping, Source } from "../core/catalog.ts";
import { locate } from "../core/json.ts";
import { harmless } from "../core/quoted.ts";
import { place } from "../core/report/plain.ts";
import type { Classification } from "../core/sources/classifier.ts";
import { keyWords } from "../core/sources/key-words.ts";
import { counted } from "./counted.ts";
import { endings, retryAdvice } from "./failure-text.ts";
import type { Ink } from "./ink.ts";
import type { NearError } from "./platform-error.ts";
import { blocksText, list, section, table } from "./text-blocks.ts";
import { wrap } from "./wrap.ts";

/** What is told of an error of a platform besides its classification. */
export interface ToldError {
  readonly catalog: Catalog;
  readonly classification: Classification;
  /** Undefined where it is not known. */
  readonly source: Source | undefined;
  /** The error as a person writes it: `whatsapp:131047`; undefined where nobody says where it comes from. */
  readonly subject: string | undefined;
  /** What is said of the message that it came in; "" where it is asked for by itself. */
  readonly message: string;
  /** What the platform says itself; undefined where that is not known. */
  readonly words: string | undefined;
  /** The failure that the message names itself, where it came in one that does. */
  readonly said: Failure | undefined;
  /** Whether a text, which is not known, would tell more. */
  readonly isToldByText: boolean;
  readonly near: readonly NearError[];
  readonly pages: {
    readonly failure: string | undefined;
    readonly source: string | undefined;
  };
}

const evidenceWords = {
  documented: "the vendor of the API says so",
  derived: "this catalog judges so, the vendor of the API does not say it",
} as const;

const provenanceWords = {
  published: "published: the platform or a standard lists this error",
  "same-numbering": "same numbering: others publish this list, and it was not verified that it holds here",
  recalled: "recalled: known from practice, not checked against a published list",
} as const;

/** What an error of a platform means, why, who can fix it and what to do, for a person who holds it in their hands. */
export function platformErrorText(told: ToldError, ink: Ink, width: number): string {
  const { catalog, classification, said } = told;
  const failure = said ?? classification.failure;
  const { mapping } = classification;
  const blocks = [
    head(told, failure, ink),
    ...(failure === undefined ? [] : endings(catalog, failure, ink).map((text) => wrap(text, width))),
    happenedText(told, failure, ink, width),
    whyText(told, ink, width),
    failure === undefined
      ? ""
      : section("Who can fix it", [`${failure.category.title}. ${failure.category.description}`], ink, width),
    failure === undefined ? "" : section("Whether to send it again", [retryWords(told, failure, ink)], ink, width),
    list(actionsHeading(classification, failure), failure?.guidance.actions ?? [], ink, width),
    told.isToldByText
      ? wrap(`This code is told apart by its text: add --text with what the platform says.`, width)
      : "",
    linksText(told, ink, width),
    told.near.length === 0 ? "" : `Did you mean one of these?\n${nearLines(told.near, ink, width)}`,
    mapping === undefined ? "" : ink.dim(`Written in ${place(locate(mapping.origin.file, mapping.origin.path))}`),
  ];
  return blocksText(blocks);
}

/** What is said of a failure holds for most of the errors that lead to it. */
function actionsHeading({ retry, mapping }: Classification, failure: Failure | undefined): string {
  const isOwn = mapping === undefined || failure === undefined || retry === undefined || retry === failure.retry;
  return isOwn ? "What to do" : `What to do in general about ${failure.name}`;
}

function head({ classification, subject }: ToldError, failure: Failure | undefined, ink: Ink): string {
  const { mapping } = classification;
  const lines: string[] = [];
  if (subject !== undefined) {
    const name = mapping === undefined ? ink.yellow("not known") : harmless(mapping.name);
    lines.push(`${ink.cyan(harmless(subject))}  ${name}`);
  }
  if (failure === undefined) lines.push(ink.bold(ink.green("no failure")));
  else lines.push(ink.bold(`${failure.code} ${failure.name}`), failure.title);
  return lines.join("\n");
}

function happenedText(told: ToldError, failure: Failure | undefined, ink: Ink, width: number): string {
  const rows: (readonly [string, string])[] = [];
  if (told.message !== "") rows.push(["the message", told.message]);
  const error = errorWords(told);
  if (error !== "") rows.push(["this error", error]);
  if (told.words !== undefined && told.words !== "") rows.push(["its text", platformWords(told.words)]);
  if (failure !== undefined) rows.push(["the failure", failure.description]);
  return rows.length === 0 ? "" : `${ink.bold("What happened")}\n${table(rows, ink, width)}`;
}

function errorWords({ classification, source, subject }: ToldError): string {
  const { mapping, outcome } = classification;
  if (subject === undefined) return "";
  if (mapping !== undefined) return mapping.description;
  if (outcome === "unknownCode" && source !== undefined) {
    const count = source.mappings.length;
    if (count === 0) return `This catalog lists no errors of ${source.title}.`;
    return `It is not among the ${counted(count, "error")} of ${source.title} that this catalog lists.`;
  }
  return "It comes from a source that this catalog does not know.";
}

function whyText(told: ToldError, ink: Ink, width: number): string {
  const { classification, said, source } = told;
  const { mapping, outcome } = classification;
  const rows: (readonly [string, string])[] = [];
  if (said !== undefined) rows.push(["said by", "the message itself, in failure.code"]);
  if (said !== undefined && said !== classification.failure && told.subject !== undefined)
    rows.push(["but", otherJudgement(classification)]);
  if (mapping === undefined) {
    const what = outcome === "unknownSource" ? "a source that is not known" : "an error that is not listed";
    if (said === undefined) rows.push(["evidence", `${ink.yellow("none")}: ${what} goes to the fallback`]);
  } else {
    rows.push(...mappingRows(mapping, source, ink));
  }
  return rows.length === 0 ? "" : `${ink.bold("Why we think so")}\n${table(rows, ink, width)}`;
}

function otherJudgement({ outcome, failure }: Classification): string {
  switch (outcome) {
    case "failure":
      return `by the code of its source it would be ${failure.code} ${failure.name} (${failure.title})`;
    case "fallback":
      return "the code of its source alone cannot be judged";
    case "notAFailure":
      return "the code of its source is none of a failure";
    case "unknownCode":
      return "the code of its source is not listed";
    case "unknownSource":
      return "its source is not known";
  }
}

function mappingRows(mapping: Mapping, source: Source | undefined, ink: Ink): readonly (readonly [string, string])[] {
  const { evidence, reference, reason, key, provenance, outcome, origin } = mapping;
  const rows: (readonly [string, string])[] = [];
  if (evidence !== undefined) {
    const document = reference === undefined ? "" : ` (${reference.title})`;
    const word = evidence === "documented" ? ink.green(evidence) : ink.yellow(evidence);
    rows.push(["evidence", `${word}: ${evidenceWords[evidence]}${document}`]);
  }
  if (outcome === "fallback")
    rows.push(["evidence", `${ink.yellow("none")}: it cannot be judged, and goes to the fallback`]);
  if (reason !== "") rows.push(["reason", reason]);
  rows.push(["matched by", keyWords(key)], ["the error is", provenanceWords[provenance]]);
  if (source !== undefined && origin.file !== source.file) rows.push(["inherited", `from ${source.inherits ?? ""}`]);
  return rows;
}

function retryWords({ classification, said }: ToldError, failure: Failure, ink: Ink): string {
  const own = said === undefined || said === classification.failure ? classification.retry : undefined;
  const retry = own ?? failure.retry;
  const [word, rest] = retryAdviceParts(retry);
  const advice = `${retryInk(retry, ink)(word)}: ${rest}.`;
  if (retry === failure.retry) return advice;
  const [general] = retryAdviceParts(failure.retry);
  return `${advice} This is the advice for this very error, and goes before that for ${failure.name} ("${general.toLowerCase()}").`;
}

/** `Never` and `sending it again fails again`. */
function retryAdviceParts(retry: Failure["retry"]): readonly [word: string, rest: string] {
  const advice = retryAdvice[retry];
  const colon = advice.indexOf(":");
  return [advice.slice(0, 1).toUpperCase() + advice.slice(1, colon), advice.slice(colon + 2)];
}

function retryInk(retry: Failure["retry"], ink: Ink): (text: string) => string {
  return { never: ink.red, later: ink.green, "after-change": ink.yellow }[retry];
}

function linksText({ classification, source, pages }: ToldError, ink: Ink, width: number): string {
  const rows: (readonly [string, string])[] = [];
  if (pages.failure !== undefined) rows.push(["failure", pages.failure]);
  if (pages.source !== undefined) rows.push([classification.mapping === undefined ? "source" : "error", pages.source]);
  const { mapping } = classification;
  const references = mapping?.reference === undefined ? (source?.references ?? []).slice(0, 3) : [mapping.reference];
  for (const { title, url } of references) rows.push(["reference", url === undefined ? title : `${title}: ${url}`]);
  return rows.length === 0 ? "" : `${ink.bold("Links")}\n${table(rows, ink, width)}`;
}

/** Errors that may have been meant, each with what it means. */
export function nearLines(near: readonly NearError[], ink: Ink, width: number): string {
  const longest = Math.max(...near.map(({ subject }) => subject.length));
  const lines = near.map(({ subject, mapping }) => {
    const leads = mapping.failure === undefined ? "no failure" : `${mapping.failure.code} ${mapping.failure.name}`;
    const meaning = wrap(`${harmless(mapping.name)}: ${leads}`, width, longest + 4);
    return `  ${ink.bold(harmless(subject).padEnd(longest))}  ${meaning}`;
  });
  return lines.join("\n");
}

/** Most characters of a platform's text that are shown. */
const mostShown = 500;

/** A text of a platform between quotes, harmless to terminals. */
export function platformWords(text: string): string {
  return text.length <= mostShown ? `"${harmless(text)}"` : `"${harmless(text.slice(0, mostShown))}…"`;
}
