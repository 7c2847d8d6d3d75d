import type { Catalog, Failure, Source } from "../core/catalog.ts";
import { failureDocument } from "../core/catalog-document.ts";
import type { Configuration } from "../core/configuration.ts";
import type { ReadMessage } from "../core/failed-message-reader.ts";
import { quoted } from "../core/quoted.ts";
import { type Classification, classifier } from "../core/sources/classifier.ts";
import { coverageOf } from "../core/sources/coverage.ts";
import { inheritance } from "../core/sources/inheritance.ts";
import type { Json } from "../core/target.ts";
import { mappingRow } from "../generators/sources/table.ts";
import type { Conclusion } from "./conclusion.ts";
import {
  classifyTyped,
  isToldByText,
  type NearError,
  nearErrors,
  nearSources,
  sourceNamed,
  type TypedError,
} from "./platform-error.ts";
import { nearLines, platformErrorText, type ToldError } from "./platform-error-text.ts";
import { codePage, sourcePage } from "./reference-page.ts";
import { sourceText } from "./source-text.ts";

type JsonObject = { readonly [key: string]: Json };

/** What `explain` says of an error of a platform, or of a source where no code is asked for. */
export function explainedError(
  catalog: Catalog,
  configuration: Configuration,
  { source: name, code }: TypedError,
  text: string | undefined,
): Conclusion {
  const source = sourceNamed(catalog, name);
  const classify = classifier(catalog);
  if (source === undefined) return unknownSource(catalog, name, code, nearErrors(catalog, classify, code, undefined));
  if (code === "" && text === undefined) return explainedSource(configuration, source);
  const classification = classifyTyped(classify, source, code, text);
  const isUnknown = classification.outcome === "unknownCode";
  const near = isUnknown ? nearErrors(catalog, classify, code, source) : [];
  const { failure, mapping } = classification;
  const page = failure === undefined ? undefined : codePage(configuration, failure.code);
  const pageOfSource = sourcePage(configuration, source.name, mapping?.key);
  const pages = { failure: page, source: pageOfSource };
  const subject = code === "" ? source.name : `${source.name}:${code}`;
  const told: ToldError = {
    catalog,
    classification,
    source,
    subject,
    message: "",
    words: text,
    said: undefined,
    isToldByText: text === undefined && isToldByText(source, String(classification.input.code ?? "")),
    near,
    pages,
  };
  return {
    command: "explain",
    found: isUnknown,
    text: (ink, width) => platformErrorText(told, ink, width),
    document: {
      classification: classificationDocument(catalog, configuration, classification, source),
      ...failurePart(failure, page),
      ...(isUnknown ? { suggestions: near.map(({ subject }) => subject) } : {}),
    },
  };
}

/** What `explain` says of a message. */
export function explainedMessage(catalog: Catalog, configuration: Configuration, message: ReadMessage): Conclusion {
  const { classification, failure, failureCode, reason } = message;
  const source = catalog.sources.find(({ name }) => name === classification.source);
  const page = failure === undefined ? undefined : codePage(configuration, failure.code);
  const pageOfSource =
    source === undefined ? undefined : sourcePage(configuration, source.name, classification.mapping?.key);
  const said = message.saidBy === "message" ? failure : undefined;
  const isKnown = said !== undefined || classification.mapping !== undefined;
  const holdsFailure = failureCode !== undefined || message.source.name !== undefined;
  const isFailed = holdsFailure || catalog.statuses.some(({ id }) => id === message.status);
  const near =
    source !== undefined && classification.mapping === undefined
      ? nearErrors(catalog, classifier(catalog), String(message.source.code ?? ""), source)
      : [];
  const told: ToldError = {
    catalog,
    classification,
    source,
    subject: subjectOf(message),
    message: messageWords(catalog, message),
    words: message.text,
    said,
    isToldByText: false,
    near,
    pages: { failure: page, source: pageOfSource },
  };
  return {
    command: "explain",
    found: isFailed && !isKnown,
    text: (ink, width) => (holdsFailure ? platformErrorText(told, ink, width) : withoutFailure(message, isFailed)),
    document: {
      message: {
        status: message.status ?? null,
        saidBy: message.saidBy ?? null,
        failureCode: failureCode ?? null,
        source: { name: message.source.name ?? null, code: message.source.code ?? null },
        details: message.details ?? null,
        reason: { details: reason.details ?? null, reason: reason.reason ?? null, code: reason.code ?? null },
        platformError: classification.mapping?.name ?? null,
      },
      ...(holdsFailure
        ? { classification: classificationDocument(catalog, configuration, classification, source) }
        : {}),
      ...failurePart(failure, page),
    },
  };
}

/** The error of a message as a person writes it; undefined where the message does not say where it comes from. */
function subjectOf({ source }: ReadMessage): string | undefined {
  return source.name === undefined || source.code === undefined ? source.name : `${source.name}:${source.code}`;
}

function messageWords(catalog: Catalog, { status, failureCode, saidBy }: ReadMessage): string {
  const known = catalog.statuses.find(({ id }) => id === status);
  const words: string[] = [];
  if (known !== undefined) words.push(`Its status is ${known.id}. ${known.description}`);
  else if (status !== undefined) words.push(`Its status is ${quoted(status)}.`);
  if (saidBy !== "message" && failureCode !== undefined) {
    words.push(`Its failure.code ${quoted(String(failureCode))} is not in this catalog.`);
  }
  return words.join(" ");
}

function withoutFailure({ status }: ReadMessage, isFailed: boolean): string {
  if (isFailed) return `This message has failed (${status}), but holds no failure that says why.\n`;
  const words = status === undefined ? "it holds neither a failure nor a status" : `its status is ${quoted(status)}`;
  return `This message has not failed: ${words}.\n`;
}

function explainedSource(configuration: Configuration, source: Source): Conclusion {
  const page = sourcePage(configuration, source.name);
  const { name, title, description, standing, aliases, sourceCode, judging } = source;
  return {
    command: "explain",
    text: (ink, width) => sourceText(source, page, ink, width),
    document: {
      source: {
        name,
        title,
        description,
        standing,
        aliases: aliases.map((alias) => alias.name),
        sourceCode: sourceCode === "" ? null : sourceCode,
        inherits: source.inherits ?? null,
        judging,
        coverage: { name, ...coverageOf(source) },
      },
      page: page ?? null,
    },
  };
}

function unknownSource(catalog: Catalog, name: string, code: string, near: readonly NearError[]): Conclusion {
  const names = nearSources(catalog, name);
  const suggestions = [
    ...names.map((word) => (code === "" ? word : `${word}:${code}`)),
    ...near.map(({ subject }) => subject),
  ];
  return {
    command: "explain",
    found: true,
    document: { unknown: { subject: `${name}:${code}`, category: null, suggestions: [...new Set(suggestions)] } },
    text: (ink, width) => {
      const lines = [`${quoted(name)} is no source of ${catalog.title} ${catalog.version}.`];
      const asked = (word: string): string => (code === "" ? word : `${word}:${code}`);
      if (names.length > 0)
        lines.push("", "Did you mean one of these?", ...names.map((word) => `  ${ink.bold(asked(word))}`));
      else if (near.length > 0) lines.push("", "Did you mean one of these?", nearLines(near, ink, width));
      else if (catalog.sources.length === 0)
        lines.push("This catalog has no sources; they are written in files of their own.");
      else lines.push(`Its sources are ${catalog.sources.map((source) => source.name).join(", ")}.`);
      return `${lines.join("\n")}\n`;
    },
  };
}

function failurePart(failure: Failure | undefined, page: string | undefined): JsonObject {
  if (failure === undefined) return {};
  const { id, title, description } = failure.category;
  return { failure: failureDocument(failure), category: { id, title, description }, page: page ?? null };
}

function classificationDocument(
  catalog: Catalog,
  configuration: Configuration,
  { outcome, source: name, failure, evidence, retry, mapping, input }: Classification,
  source: Source | undefined,
): Json {
  return {
    outcome,
    source: name ?? null,
    failure: failure?.code ?? null,
    evidence: evidence ?? null,
    retry: retry ?? null,
    mapping:
      mapping === undefined || source === undefined
        ? null
        : mappingRow(source, mapping, inheritance(catalog.sources), configuration.baseUrl),
    input: input as Json,
    references: (mapping?.reference === undefined ? (source?.references ?? []) : [mapping.reference]).map(
      referenceDocument,
    ),
    sourcePage: source === undefined ? null : (sourcePage(configuration, source.name, mapping?.key) ?? null),
  };
}

function referenceDocument({ id, title, url }: Source["references"][number]): Json {
  return { id, title, ...(url === undefined ? {} : { url }) };
}
