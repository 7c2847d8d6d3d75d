import { type Catalog, type Failure, messageParts } from "../catalog.ts";

/** How much each part of a failure says about which failure it is. */
const weights = { title: 6, description: 6, messages: 4, category: 1, retry: 1 };

/** Two failures less alike than this are two, whatever they share. */
export const alikeEnough = 0.45;

/** How alike two failures are in what they mean, from 0 to 1; codes and names have no part in it. */
export type Likeness = (left: Failure, right: Failure) => number;

/**
 * How alike failures of these catalogs are. What many failures say tells little about which one it is, so that rare words
 * weigh more. It takes time with the length of the texts: only failures that share a code or a name are worth it.
 */
export function likenessAmong(catalogs: readonly Catalog[]): Likeness {
  const weightOf = rarity(catalogs);
  const alike = (left: string, right: string): number => textLikeness(left, right, weightOf);
  return (left, right) => {
    let reached =
      weights.title * alike(left.title, right.title) +
      weights.description * alike(left.description, right.description) +
      (left.category.id === right.category.id ? weights.category : 0) +
      (left.retry === right.retry ? weights.retry : 0);
    let reachable = weights.title + weights.description + weights.category + weights.retry;
    const [leftTexts, rightTexts] = [messageTexts(left), messageTexts(right)];
    if (leftTexts !== "" && rightTexts !== "") {
      reached += weights.messages * alike(leftTexts, rightTexts);
      reachable += weights.messages;
    }
    return reached / reachable;
  };
}

function messageTexts({ messages }: Failure): string {
  return messageParts
    .map((part) => messages[part]?.text ?? "")
    .join(" ")
    .trim();
}

type Weight = (triple: string) => number;

/** How many failures are enough to know which words are rare. */
const sampleSize = 400;

/** Whole numbers, so that no machine rounds otherwise: the length of the binary number of failures for each that says it. */
function rarity(catalogs: readonly Catalog[]): Weight {
  const counts = new Map<string, number>();
  let failures = 0;
  for (const catalog of catalogs) {
    const stride = Math.ceil(catalog.failures.length / sampleSize);
    for (let index = 0; index < catalog.failures.length; index += stride) {
      const failure = catalog.failures[index];
      if (failure === undefined) continue;
      failures++;
      const said = triples(`${failure.title} ${failure.description} ${messageTexts(failure)}`);
      for (const triple of said) counts.set(triple, (counts.get(triple) ?? 0) + 1);
    }
  }
  return (triple) => 32 - Math.clz32((failures + 2) / ((counts.get(triple) ?? 0) + 1));
}

/** Dice's coefficient of the sets of three neighbouring characters: it needs no words, so that it is fit for every language. */
function textLikeness(left: string, right: string, weightOf: Weight): number {
  if (left === right) return 1;
  const [some, others] = [triples(left), triples(right)];
  let common = 0;
  let all = 0;
  for (const triple of some) {
    const weight = weightOf(triple);
    all += weight;
    if (others.has(triple)) common += weight;
  }
  for (const triple of others) all += weightOf(triple);
  return (2 * common) / all;
}

function triples(text: string): ReadonlySet<string> {
  const flat = ` ${text.toLowerCase().replace(/\s+/g, " ")} `;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= flat.length; at++) found.add(flat.slice(at, at + 3));
  return found;
}
