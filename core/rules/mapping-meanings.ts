import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { JsonPath } from "../json/path.ts";
import { locate } from "../json.ts";
import { quoted, quotedValue } from "../quoted.ts";
import { suggester } from "../suggestion.ts";
import type { CatalogDraft } from "./catalog-draft.ts";
import { isRemovedFrom, type MappingDraft, type SourceDraft } from "./source-draft.ts";

interface WrittenMapping extends MappingDraft {
  readonly source: SourceDraft;
  readonly catalog: CatalogDraft;
}

const outcomes = ["failure", "fallback", "notAFailure"] as const;

/**
 * Every error means one thing: a failure, with its evidence; the fallback; or none. What is not documented has a reason, and
 * what is written says something.
 */
export function* mappingMeanings(source: SourceDraft, catalog: CatalogDraft): Iterable<Diagnostic> {
  for (const mapping of source.mappings) {
    const { raw } = mapping;
    if (isPlain(raw)) continue;
    const written = { ...mapping, source, catalog };
    if (isRemovedFrom(source, mapping, ...outcomes)) continue;
    const meanings = outcomes.filter((outcome) => raw[outcome] !== undefined);
    const [meaning] = meanings;
    if (meaning === undefined || meanings.length > 1) yield notOneMeaning(written, meanings);
    else if (meaning === "failure") yield* evidence(written);
    else yield* withoutFailure(written, meaning);
    yield* saidAlready(written);
  }
  yield* unknownReferences(source);
}

/** By far the most mappings: a failure, judged with a reason, and nothing that differs from what holds anyway. */
function isPlain({
  failure,
  fallback,
  notAFailure,
  evidence,
  reference,
  reason,
  retry,
  provenance,
}: MappingDraft["raw"]) {
  return (
    failure !== undefined &&
    evidence === "derived" &&
    reason !== undefined &&
    (fallback ?? notAFailure ?? reference ?? retry ?? provenance) === undefined
  );
}

function at({ source, index }: WrittenMapping, property?: string, part: "key" | "head" = "head") {
  const path: JsonPath = property === undefined ? ["mappings", index] : ["mappings", index, property];
  return locate(source.file, path, part);
}

function notOneMeaning(written: WrittenMapping, meanings: readonly string[]): Diagnostic {
  const counts = ["none", "one", "two", "all"];
  const remedy =
    meanings.length === 0
      ? 'Add "failure" with the code that it means; or "fallback" or "notAFailure", each with true.'
      : "Keep one of them.";
  const words = { name: quoted(written.raw.name ?? ""), count: counts[meanings.length] ?? "", remedy };
  return diagnostic("FC7101", at(written, meanings[1], "key"), words);
}

function* evidence(written: WrittenMapping): Iterable<Diagnostic> {
  const { raw, source } = written;
  const name = quoted(raw.name ?? "");
  const code = quotedValue(raw.failure);
  if (raw.evidence === undefined) {
    if (!isRemovedFrom(source, written, "evidence")) {
      yield diagnostic("FC7105", at(written, "failure", "key"), { name, code });
    }
  } else if (raw.evidence === "derived") {
    if (raw.reference !== undefined) yield saysNothing(written, "reference", '"derived"');
    yield* withoutReason(written, `judged to be ${code}`, "evidence");
  } else if (raw.reference === undefined && !isRemovedFrom(source, written, "reference")) {
    yield diagnostic("FC7107", at(written, "evidence"), { name });
  }
}

function* withoutFailure(written: WrittenMapping, meaning: "fallback" | "notAFailure"): Iterable<Diagnostic> {
  const properties =
    meaning === "fallback" ? (["evidence", "reference"] as const) : (["evidence", "reference", "retry"] as const);
  for (const property of properties) {
    if (written.raw[property] !== undefined) yield saysNothing(written, property, quoted(meaning));
  }
  yield* withoutReason(written, meaning === "fallback" ? "sent to the fallback" : "taken for no failure", meaning);
}

function saysNothing(written: WrittenMapping, property: string, beside: string): Diagnostic {
  return diagnostic("FC7106", at(written, property, "key"), { property: quoted(property), beside });
}

function* withoutReason(written: WrittenMapping, judged: string, property: string): Iterable<Diagnostic> {
  if (written.raw.reason !== undefined || isRemovedFrom(written.source, written, "reason")) return;
  yield diagnostic("FC7109", at(written, property, "key"), { name: quoted(written.raw.name ?? ""), judged });
}

/** Advice and provenance are written only where they differ from what holds anyway. */
function* saidAlready(written: WrittenMapping): Iterable<Diagnostic> {
  const { raw, source, catalog } = written;
  const code = raw.fallback === true ? catalog.raw.fallback : raw.failure;
  const failure = code === undefined || raw.notAFailure === true ? undefined : catalog.byCode.get(code);
  if (raw.retry !== undefined && raw.retry === failure?.raw.retry) {
    const owner = `the failure ${quotedValue(code)}`;
    yield diagnostic("FC7110", at(written, "retry"), { property: quoted("retry"), value: quoted(raw.retry), owner });
  }
  if (raw.provenance !== undefined && raw.provenance === source.raw.provenance) {
    const words = { property: quoted("provenance"), value: quoted(raw.provenance), owner: "the whole file" };
    yield diagnostic("FC7110", at(written, "provenance"), words);
  }
}

function* unknownReferences({ file, raw, mappings }: SourceDraft): Iterable<Diagnostic> {
  const references = raw.references ?? [];
  const ids = references.flatMap((reference) => reference?.id ?? []);
  if (raw.references === undefined || ids.length < references.length) return;
  const known = new Set(ids);
  const unknown = mappings.filter(
    ({ raw: { evidence, reference } }) => evidence === "documented" && reference !== undefined && !known.has(reference),
  );
  const meant = suggester(unknown.length, known);
  for (const { raw: mapping, index } of unknown) {
    const id = mapping.reference ?? "";
    const near = meant(id);
    const remedy =
      near === undefined
        ? 'Name one of "references", or add it there.'
        : `Write ${quoted(near)}, or add it to "references".`;
    yield diagnostic("FC7108", locate(file, ["mappings", index, "reference"]), { id: quoted(id), remedy });
  }
}
