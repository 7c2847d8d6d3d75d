import type { Catalog, Category, Ending, Failure } from "./catalog.ts";
import type { Schema } from "./failed-message-shape.ts";
import type { ListMaker } from "./stable-json.ts";
import type { Json } from "./target.ts";

function endingText(catalog: Catalog, word: string, ending: Ending): string {
  const sentences = [`${word} since ${ending.since}.`, ending.reason];
  const successor = ending.replacedBy === undefined ? undefined : catalog.byCode.get(ending.replacedBy);
  if (successor !== undefined) sentences.push(`Use ${successor.code} ${successor.name} instead.`);
  return sentences.join(" ");
}

/** What an editor shows for a code: a paragraph each for title, description, other spellings and ending. */
function failureText(catalog: Catalog, failure: Failure): string {
  const paragraphs = [failure.title, failure.description];
  if (failure.aliases.length > 0) {
    paragraphs.push(`Also published as ${failure.aliases.map((alias) => alias.name).join(", ")}.`);
  }
  if (failure.deprecated !== undefined) paragraphs.push(endingText(catalog, "Deprecated", failure.deprecated));
  if (failure.retired !== undefined) paragraphs.push(endingText(catalog, "Retired", failure.retired));
  return paragraphs.join("\n\n");
}

function isEnded(failure: Failure): boolean {
  return failure.deprecated !== undefined || failure.retired !== undefined;
}

/** One branch a code: with a branch for each alias, `oneOf` would match an aliased code twice. */
function failureBranch(catalog: Catalog, failure: Failure): Schema {
  const branch = { const: failure.code, title: failure.name, description: failureText(catalog, failure) };
  return isEnded(failure) ? { ...branch, deprecated: true } : branch;
}

/**
 * The known failure codes, annotated, one branch a code. Standard keywords alone, so that a strict validator takes it;
 * what only code generators read stands in `failureCodeEnumeration`.
 */
export function knownFailureCode(catalog: Catalog, list: ListMaker): Schema {
  return {
    title: "KnownFailureCode",
    description: `A failure code of ${catalog.name}.`,
    oneOf: list(catalog.failures, (failure) => failureBranch(catalog, failure)),
  };
}

/**
 * Any failure code, known ones annotated. `known` is a reference to the schema of the known ones. An editor takes the
 * branch that it has nothing to say about: were deprecated codes in the second one too, it would not show that they are.
 */
export function openFailureCode(catalog: Catalog, known: string): Schema {
  const ended = catalog.failures.filter(isEnded).map((failure) => failure.code);
  const others = { type: catalog.codeType, ...(ended.length === 0 ? {} : { not: { enum: ended } }) };
  return {
    title: "FailureCode",
    description: "Any failure code. The set is open: a code that this version does not know is valid.",
    anyOf: [{ $ref: known }, others],
  };
}

/**
 * The known codes as a plain `enum`, with names where code generators look for them (x-enum-varnames and
 * x-enum-descriptions of openapi-generator) and the other published spellings of names in x-aliases.
 */
export function failureCodeEnumeration(catalog: Catalog, list: ListMaker): Schema {
  const aliases: Json[] = catalog.failures.flatMap((failure) =>
    failure.aliases.map((alias) => ({
      name: alias.name,
      code: failure.code,
      canonicalName: failure.name,
      reason: alias.reason,
    })),
  );
  return {
    title: "FailureCodeEnum",
    description: "The same codes without annotations, for tools that do not read annotated branches.",
    type: catalog.codeType,
    enum: list(catalog.failures, (failure) => failure.code),
    "x-enum-varnames": list(catalog.failures, (failure) => failure.name),
    "x-enum-descriptions": list(catalog.failures, (failure) => failure.title),
    "x-aliases": aliases,
  };
}

function categoryText(category: Category): string {
  const paragraphs = [category.description];
  if (category.range !== undefined) paragraphs.push(`Codes ${category.range.from} to ${category.range.to}.`);
  if (category.prefixes.length > 0) paragraphs.push(`Codes that begin with ${category.prefixes.join(", ")}.`);
  return paragraphs.join("\n\n");
}

/** The identifiers of the categories, annotated. */
export function failureCategory(catalog: Catalog): Schema {
  return {
    title: "FailureCategory",
    description: "The group of failures that a code belongs to.",
    oneOf: catalog.categories.map((category) => ({
      const: category.id,
      title: category.title,
      description: categoryText(category),
    })),
  };
}

/** The statuses that mean failure, annotated; any text where the catalog names none. */
export function failureStatus(catalog: Catalog): Schema {
  const schema = { title: "FailureStatus", description: "A message status that means failure." };
  if (catalog.statuses.length === 0) return { ...schema, type: "string" };
  const branches = catalog.statuses.map(({ id, title, description }) => ({ const: id, title, description }));
  return { ...schema, oneOf: branches };
}
