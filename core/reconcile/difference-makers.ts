import type { Category, Code, Failure, Origin, Reservation } from "../catalog.ts";
import { diagnostic, type RelatedLocation } from "../diagnostics/diagnostic.ts";
import { locate } from "../json.ts";
import { quoted, quotedSentence, quotedValue } from "../quoted.ts";
import type { Location, SourceFile } from "../source-file.ts";
import { suggestion } from "../suggestion.ts";
import type { Difference } from "./difference.ts";
import type { PageText, PublishedEntry } from "./published-page.ts";
import { changedWords } from "./same-text.ts";

/** A failure that the page lacks; `next` is the code of the page before which it would stand. */
export function missingOnPage(page: SourceFile, failure: Failure, next: PageText | undefined): Difference {
  const end = page.text.trimEnd().length;
  const place = next ?? { start: Math.max(end - 1, 0), end };
  const message = next === undefined ? "The page ends here." : "By its code it would stand before this.";
  const related = [{ message, at: { file: page, start: place.start, end: place.end } }];
  const remedy =
    failure.deprecated === undefined
      ? "Publish it there."
      : "Publish it there, as deprecated; a failure that does not occur any more is retired in the catalog.";
  const words = { page: quoted(page.path), failure: named(failure), remedy };
  const said = diagnostic("FC8201", inCatalog(failure.origin, "code"), words, related);
  const { code, name } = failure;
  return { kind: "code-missing-on-page", code, name, onPage: undefined, inCatalog: name, diagnostic: said };
}

/** A code that the catalog lacks; `near` is a failure that the page lacks and that has nearly this name. */
export function missingInCatalog(page: SourceFile, entry: PublishedEntry, near: Failure | undefined): Difference {
  const { code, name } = entry;
  const remedy =
    near === undefined
      ? "Add it to the catalog, or reserve the code; if it was never in use, take it off the page."
      : `If it is ${named(near)}, which the page lacks, correct its code and name there; else add it to the catalog.`;
  const failure = name === undefined ? quotedValue(code) : `${quotedValue(code)} ${quoted(name.text)}`;
  const related = near === undefined ? [] : [catalogSays(`${named(near)} stands here.`, near, "code")];
  return {
    kind: "code-missing-in-catalog",
    code,
    name: name?.text,
    onPage: name?.text ?? String(code),
    inCatalog: undefined,
    diagnostic: diagnostic("FC8202", onPage(page, entry.printed), { failure, remedy }, related),
  };
}

/** A reserved code to which the page gives a meaning. */
export function reservedCode(page: SourceFile, entry: PublishedEntry, { reason, origin }: Reservation): Difference {
  const { code, name } = entry;
  const related = [{ message: "It is reserved here.", at: locate(origin.file, [...origin.path, "code"]) }];
  return {
    kind: "reserved-code",
    code,
    name: name?.text,
    onPage: name?.text ?? entry.texts[0]?.text ?? String(code),
    inCatalog: reason,
    diagnostic: diagnostic("FC8208", onPage(page, entry.printed), { code: quotedValue(code) }, related),
  };
}

/** A name of the catalog under another number; `owner` is the failure whose number that is. */
export function otherNumber(
  page: SourceFile,
  { code, printed, name }: PublishedEntry,
  failure: Failure,
  owner: Failure | undefined,
): Difference {
  const words = {
    name: quoted(name?.text ?? failure.name),
    published: quotedValue(code),
    code: quotedValue(failure.code),
    owner: owner === undefined ? "" : `, and ${quotedValue(code)} is ${quoted(owner.name)}`,
  };
  const related = [catalogSays("The catalog has it here.", failure, "code")];
  if (owner !== undefined) related.push(catalogSays(`${named(owner)} stands here.`, owner, "code"));
  return {
    kind: "other-number",
    code: failure.code,
    name: failure.name,
    onPage: String(code),
    inCatalog: String(failure.code),
    diagnostic: diagnostic("FC8203", onPage(page, printed), words, related),
  };
}

/** Two failures with each other's number; the entry has the name of the first. */
export function swappedNumbers(page: SourceFile, entry: PublishedEntry, first: Failure, second: Failure): Difference {
  const words = {
    first: quoted(first.name),
    second: quoted(second.name),
    firstCode: quotedValue(first.code),
    secondCode: quotedValue(second.code),
  };
  const related = [first, second].map((one) => catalogSays(`${named(one)} stands here.`, one, "code"));
  return {
    kind: "swapped-numbers",
    code: first.code,
    name: first.name,
    onPage: String(second.code),
    inCatalog: String(first.code),
    diagnostic: diagnostic("FC8204", onPage(page, entry.printed), words, related),
  };
}

/** A name that is neither the failure's nor an alias of it. */
export function otherSpelling(page: SourceFile, name: PageText, failure: Failure): Difference {
  const published = quoted(name.text);
  const remedy =
    suggestion(name.text, [failure.name, ...failure.aliases.map((alias) => alias.name)]) === undefined
      ? `Correct the page; if clients use ${published}, add it to the aliases of ${quotedValue(failure.code)}.`
      : `Correct the spelling on the page; if clients use ${published}, add it to the aliases of ${quotedValue(failure.code)}.`;
  const words = { code: quotedValue(failure.code), published, name: quoted(failure.name), remedy };
  const related = [catalogSays("The catalog has it here.", failure, "name")];
  return {
    kind: "other-spelling",
    code: failure.code,
    name: failure.name,
    onPage: name.text,
    inCatalog: failure.name,
    diagnostic: diagnostic("FC8205", onPage(page, name), words, related),
  };
}

/** A failure in a row or below a heading of another category; `found` is undefined for one that the catalog lacks. */
export function movedCategory(
  page: SourceFile,
  { printed }: PublishedEntry,
  said: PageText,
  found: Category | undefined,
  failure: Failure,
): Difference {
  const published = quoted(found?.title ?? said.text);
  const words = { failure: named(failure), published, category: quoted(failure.category.title) };
  const related = [
    { message: "The page says so here.", at: onPage(page, said) },
    catalogSays("The catalog has it here.", failure, "category"),
  ];
  return {
    kind: "moved-category",
    code: failure.code,
    name: failure.name,
    onPage: found?.id ?? said.text,
    inCatalog: failure.category.id,
    diagnostic: diagnostic("FC8206", onPage(page, printed), words, related),
  };
}

/** A text that is not the catalog's. */
export function textDiffers(page: SourceFile, said: PageText, failure: Failure): Difference {
  const changed = changedWords(said.text, failure.description);
  const remedy =
    changed === undefined
      ? "Read both, and bring them into agreement where they do not mean the same."
      : `The page has ${changed}. Correct the side that is wrong.`;
  const words = {
    failure: named(failure),
    published: quotedSentence(said.text),
    written: quotedSentence(failure.description),
    remedy,
  };
  const related = [catalogSays("The catalog says it here.", failure, "description")];
  return {
    kind: "text-differs",
    code: failure.code,
    name: failure.name,
    onPage: said.text,
    inCatalog: failure.description,
    diagnostic: diagnostic("FC8207", onPage(page, said), words, related),
  };
}

/** A retired failure that the page shows like any other. */
export function retiredUnmarked(page: SourceFile, { printed }: PublishedEntry, failure: Failure): Difference {
  const since = failure.retired?.since ?? "";
  const related = [catalogSays("The catalog says it here.", failure, "retired")];
  return {
    kind: "retired-unmarked",
    code: failure.code,
    name: failure.name,
    onPage: undefined,
    inCatalog: since,
    diagnostic: diagnostic("FC8209", onPage(page, printed), { failure: named(failure), since }, related),
  };
}

/** An alias where the name could stand. */
export function aliasPrinted(page: SourceFile, alias: PageText, failure: Failure): Difference {
  const words = { code: quotedValue(failure.code), alias: quoted(alias.text), name: quoted(failure.name) };
  const related = [catalogSays("The catalog says it here.", failure, "aliases")];
  return {
    kind: "alias-printed",
    code: failure.code,
    name: failure.name,
    onPage: alias.text,
    inCatalog: failure.name,
    diagnostic: diagnostic("FC8210", onPage(page, alias), words, related),
  };
}

function named({ code, name }: { readonly code: Code; readonly name: string }): string {
  return `${quotedValue(code)} ${quoted(name)}`;
}

function onPage(file: SourceFile, { start, end }: PageText): Location {
  return { file, start, end };
}

function inCatalog({ file, path }: Origin, member: string): Location {
  return locate(file, [...path, member], member === "aliases" || member === "retired" ? "key" : "head");
}

function catalogSays(message: string, { origin }: Failure, member: string): RelatedLocation {
  return { message, at: inCatalog(origin, member) };
}
