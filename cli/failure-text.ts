import type { Catalog, Category, Code, Failure, Reservation, Retry } from "../core/catalog.ts";
import { messageParts } from "../core/catalog.ts";
import { locate } from "../core/json.ts";
import { place } from "../core/report/plain.ts";
import type { Ink } from "./ink.ts";
import { blocksText, list, table } from "./text-blocks.ts";
import { wrap } from "./wrap.ts";

/** Whether to send a message again, in words that fit after a label. */
export const retryAdvice: Readonly<Record<Retry, string>> = {
  never: "never: sending it again fails again",
  later: "later: the same may succeed at another time",
  "after-change": "after a change: mend the cause first, then send it again",
};

/** Everything that a catalog says about a failure, for a person who has just met its code, or `asked` for one of its names. */
export function failureText(
  catalog: Catalog,
  failure: Failure,
  asked: string,
  page: string | undefined,
  ink: Ink,
  width: number,
): string {
  const alias = failure.aliases.find(({ name }) => name === asked);
  const blocks = [
    alias === undefined ? "" : ink.yellow(`${alias.name} is a deprecated spelling of ${failure.name}.`),
    `${ink.bold(`${failure.code} ${failure.name}`)}\n${failure.title}`,
    ...endings(catalog, failure, ink).map((text) => wrap(text, width)),
    wrap(failure.description, width),
    table(factsOf(catalog, failure, page), ink, width),
    list("Causes", failure.guidance.causes, ink, width),
    list("What to do", failure.guidance.actions, ink, width),
    messagesText(catalog, failure, ink, width),
    paramsText(failure, ink, width),
    failure.developerText === undefined ? "" : list("What stands in logs", [failure.developerText], ink, width),
    examplesText(failure, ink),
    list(
      "Where a code is met",
      catalog.surfaces.map((surface) => `${surface.title}: ${surface.description}`),
      ink,
      width,
    ),
    wrap(catalog.notice, width),
    ink.dim(`Written in ${place(locate(failure.origin.file, failure.origin.path))}`),
  ];
  return blocksText(blocks);
}

/** What a catalog says about a code that must never be given to a failure. */
export function reservationText(
  catalog: Catalog,
  reservation: Reservation,
  page: string | undefined,
  ink: Ink,
  width: number,
): string {
  const category = categoryOf(catalog, reservation.code);
  const facts: (readonly [string, string])[] = [];
  if (category !== undefined) facts.push(["category", categoryLine(category)]);
  if (page !== undefined) facts.push(["page", page]);
  const blocks = [
    ink.bold(`${reservation.code} is reserved`),
    wrap(reservation.reason, width),
    table(facts, ink, width),
    ink.dim(`Written in ${place(locate(reservation.origin.file, reservation.origin.path))}`),
  ];
  return blocksText(blocks);
}

/** The category of any code: by its range, or by the longest of its prefixes. */
export function categoryOf(catalog: Catalog, code: Code): Category | undefined {
  let longest = -1;
  let found: Category | undefined;
  for (const category of catalog.categories) {
    const { range, prefixes } = category;
    if (typeof code === "number") {
      if (range !== undefined && code >= range.from && code <= range.to) return category;
      continue;
    }
    for (const prefix of prefixes) {
      if (!code.startsWith(prefix) || prefix.length <= longest) continue;
      longest = prefix.length;
      found = category;
    }
  }
  return found;
}

/** `service (Service): 12000–12999`. */
export function categoryLine(category: Category): string {
  const { range, prefixes } = category;
  const owned = range === undefined ? prefixes.map((prefix) => `${prefix}…`).join(", ") : `${range.from}–${range.to}`;
  return `${category.id} (${category.title})${owned === "" ? "" : `: ${owned}`}`;
}

/** Since when a failure is deprecated or retired, a sentence each. */
export function endings(catalog: Catalog, failure: Failure, ink: Ink): readonly string[] {
  const lines: string[] = [];
  for (const [word, ending] of [
    ["Retired", failure.retired],
    ["Deprecated", failure.deprecated],
  ] as const) {
    if (ending === undefined) continue;
    const instead = ending.replacedBy === undefined ? "" : ` Use ${named(catalog, ending.replacedBy)} instead.`;
    lines.push(`${ink.yellow(`${word} since ${ending.since}.`)} ${ending.reason}${instead}`);
  }
  return lines;
}

function factsOf(catalog: Catalog, failure: Failure, page: string | undefined): readonly (readonly [string, string])[] {
  const facts: (readonly [string, string])[] = [
    ["category", categoryLine(failure.category)],
    ["retry", retryAdvice[failure.retry]],
  ];
  if (failure.statuses.length > 0) facts.push(["status", failure.statuses.join(", ")]);
  if (failure.since !== undefined) facts.push(["since", failure.since]);
  for (const alias of failure.aliases) facts.push(["also", `${alias.name} (deprecated): ${alias.reason}`]);
  for (const code of failure.related) facts.push(["related", named(catalog, code)]);
  if (page !== undefined) facts.push(["page", page]);
  if (failure.code === catalog.fallback.code) facts.push(["fallback", "stands for everything that nobody recognises"]);
  return facts;
}

function named(catalog: Catalog, code: Code): string {
  const failure = catalog.byCode.get(code);
  return failure === undefined ? String(code) : `${code} ${failure.name} (${failure.title})`;
}

function messagesText(catalog: Catalog, failure: Failure, ink: Ink, width: number): string {
  const rows: (readonly [string, string])[] = [];
  for (const locale of catalog.locales) {
    const texts = locale.messages().get(failure.name);
    if (texts === undefined) continue;
    for (const part of messageParts) {
      const text = texts[part];
      if (text !== undefined) rows.push([`${locale.tag} ${part}`, text]);
    }
  }
  return rows.length === 0 ? "" : `${ink.bold("What an end user reads")}\n${table(rows, ink, width)}`;
}

function paramsText(failure: Failure, ink: Ink, width: number): string {
  return list(
    "Parameters",
    failure.params.map(({ name, type, values, example, description }) => {
      const kind = type === "enum" ? `one of ${values.join(", ")}` : type;
      return `{${name}} (${kind}; for example ${example})${description === "" ? "" : `: ${description}`}`;
    }),
    ink,
    width,
  );
}

function examplesText(failure: Failure, ink: Ink): string {
  if (failure.examples.length === 0) return "";
  const items = failure.examples.map(({ title, payload }) => {
    const json = JSON.stringify(payload, null, 2).replaceAll("\n", "\n    ");
    return `  ${title}\n    ${json}`;
  });
  return [ink.bold("Examples"), ...items].join("\n");
}
