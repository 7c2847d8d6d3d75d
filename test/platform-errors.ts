import fc from "fast-check";
import type { Catalog, CodeForm, Mapping, MappingKey, Source, TextMatch } from "../core/catalog.ts";
import { compareKeysInFull } from "../core/sources/key-order.ts";
import { literalPieces } from "../core/sources/text-match.ts";

/** What may be asked of a classifier; anything may stand in each place. */
export interface AskedError {
  readonly source?: unknown;
  readonly code?: unknown;
  readonly subcode?: unknown;
  readonly text?: unknown;
}

/** Texts that a match takes, and some that it only just does not. */
function textsFor(match: TextMatch | undefined): readonly (string | undefined)[] {
  if (match === undefined) return [undefined, "", "some text"];
  const pieces = literalPieces(match);
  const full = pieces.join("~");
  return [full, pieces.join(""), full.slice(1), full.slice(0, -1), `${full}~`, `~${full}`, `${full}${full}`, undefined];
}

/** Ways to write a code that is a number. */
function writings(code: string): readonly (string | number)[] {
  const value = Number(code);
  const isNumber = /^(0|[1-9][0-9]{0,14})$/.test(code);
  const numbers = isNumber
    ? [value, `00${code}`, `0x${value.toString(16)}`, `0X0${value.toString(16).toUpperCase()}`]
    : [];
  return [code, ...numbers, `${code} `, code.replaceAll(".", ".0"), code.toLowerCase()];
}

function codesFor(key: MappingKey): readonly (string | number | undefined)[] {
  switch (key.kind) {
    case "exact":
      return [key.code, ...key.spellings].flatMap(writings);
    case "detail":
      return ["2", "3", "4", "5", "05"].map((statusClass) => `${statusClass}.${key.subject}.0${key.detail}`);
    case "range":
      return [key.from - 1, key.from, key.to, key.to + 1].flatMap((value) => writings(String(value)));
    case "class":
      return [`${key.class}.77.77`, `${key.class}.1.1`, key.class];
    case "source":
      return ["no such code", "", undefined];
  }
}

/** Errors at which a row could be missed: its own, in every way of writing it, and those just beside it. */
export function errorsAround(source: Source, { key }: Mapping): readonly AskedError[] {
  const subcodes =
    key.kind === "exact" && key.subcode !== undefined ? [...writings(key.subcode), undefined, "?"] : [undefined];
  const asked = codesFor(key).flatMap((code) =>
    subcodes.flatMap((subcode) => textsFor(key.text).map((text) => ({ source: source.name, code, subcode, text }))),
  );
  const inOne = asked
    .filter(({ subcode }) => subcode !== undefined)
    .map(({ code, subcode, ...rest }) => ({ ...rest, code: `${code}/${subcode}`, subcode: undefined }));
  return [...asked, ...inOne];
}

const anything = fc.anything({ withBigInt: true, withMap: true, withNullPrototype: true, withSparseArray: true });

/** Errors of a catalog's sources and of none, with codes and texts of its rows, changed a little, and with anything at all. */
export function askedErrors(catalog: Catalog): fc.Arbitrary<AskedError> {
  const { sources } = catalog;
  const mappings = sources.flatMap((source) => source.mappings.map((mapping) => ({ source, mapping })));
  const near = mappings.flatMap(({ source, mapping }) => errorsAround(source, mapping));
  const values = (field: keyof AskedError) => [...new Set(near.map((error) => error[field]))];
  const names = sources.flatMap(({ name, aliases }) => [name, ...aliases.map((alias) => alias.name)]);
  const pieces = fc.array(fc.oneof(fc.constantFrom(...values("text")), fc.string()), { maxLength: 4 });
  const status = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.nat(9), fc.nat(9)).map((parts) => parts.join("."));
  const field = (field: "code" | "subcode") =>
    fc.oneof(
      fc.constantFrom(...values(field)),
      fc.nat(700),
      fc.nat(700).map(String),
      fc.double(),
      status,
      fc.string(),
      anything,
    );
  const free = fc.record(
    {
      source: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...names) }, anything),
      code: field("code"),
      subcode: field("subcode"),
      text: fc.oneof(
        pieces.map((texts) => texts.join("")),
        anything,
      ),
    },
    { requiredKeys: ["source"] },
  );
  return fc.oneof(free, ...(near.length === 0 ? [] : [fc.constantFrom(...near)]));
}

const fewLetters = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 5 });

const textMatch: fc.Arbitrary<TextMatch> = fc.oneof(
  fc.record({ kind: fc.constantFrom("is", "prefix", "suffix", "contains"), pattern: fewLetters }),
  fc.record({ kind: fc.constant("glob"), pattern: fc.string({ unit: fc.constantFrom("a", "b", "*"), maxLength: 9 }) }),
);

const smallCode = fc.oneof(fc.nat(12).map(String), fc.constantFrom("4.1.1", "5.1.1", "2.0.0", "5.2.1"));

const key: fc.Arbitrary<MappingKey> = fc
  .tuple(
    fc.option(textMatch, { nil: undefined }),
    fc.oneof(
      fc.record({
        kind: fc.constant("exact" as const),
        code: smallCode,
        subcode: fc.option(fc.nat(2).map(String), { nil: undefined }),
        spellings: fc.array(fc.constantFrom("UNDELIV", "EXPIRED"), { maxLength: 1 }),
      }),
      fc.constantFrom(
        // Ranges may nest and do not cross.
        { kind: "range" as const, from: 0, to: 9 },
        { kind: "range" as const, from: 2, to: 5 },
        { kind: "range" as const, from: 3, to: 3 },
        { kind: "range" as const, from: 5, to: 5 },
        { kind: "range" as const, from: 7, to: 8 },
        { kind: "detail" as const, subject: "1", detail: "1" },
        { kind: "detail" as const, subject: "2", detail: "1" },
        { kind: "class" as const, class: "4" },
        { kind: "class" as const, class: "2" },
        { kind: "source" as const },
      ),
    ),
  )
  .map(([text, rest]) => ({ ...rest, text }));

const forms: readonly (readonly CodeForm[])[] = [
  ["number"],
  ["number", "word"],
  ["enhanced-status", "number"],
  ["number", "enhanced-status", "word"],
];

/** A source with any rows over few codes and few letters, so that many of them are for one error. */
export function anySource(catalog: Catalog): fc.Arbitrary<Source> {
  const { fallback, failures } = catalog;
  const mapping = fc
    .record({ key, failure: fc.constantFrom(...failures), kind: fc.nat(3) })
    .map(({ key, failure, kind }): Mapping => {
      const common = {
        key,
        name: `Error ${JSON.stringify(key)}`,
        description: "",
        origin: { file: catalog.file, path: [] },
      };
      const outcome = kind === 0 ? "notAFailure" : kind === 1 ? "fallback" : "failure";
      return {
        ...common,
        outcome,
        failure: outcome === "notAFailure" ? undefined : outcome === "fallback" ? fallback : failure,
        evidence: outcome === "failure" ? (kind === 2 ? "documented" : "derived") : undefined,
        reference: kind === 2 ? { id: "list", title: "A list", url: undefined } : undefined,
        reason: `Reason ${kind}`,
        provenance: kind === 3 ? "recalled" : "published",
        retry: outcome === "notAFailure" ? undefined : failure.retry,
      };
    });
  return fc.record({ mappings: fc.array(mapping, { maxLength: 25 }), codeForms: fc.constantFrom(...forms) }).map(
    ({ mappings, codeForms }): Source => ({
      name: "trial",
      title: "Trial",
      description: "",
      standing: "channel",
      aliases: [{ name: "attempt", reason: "" }],
      sourceCode: "",
      codeForms,
      references: [],
      judging: "",
      inherits: undefined,
      mappings: mappings.sort((left, right) => compareKeysInFull(left.key, right.key)),
      file: catalog.file,
    }),
  );
}

/** Texts over the letters of `anySource`. */
export const fewLettersText: fc.Arbitrary<string> = fc.string({
  unit: fc.constantFrom("a", "b", "a", "*"),
  maxLength: 14,
});
