import { type Code, compareCodes } from "../catalog.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../json.ts";
import { quotedValue } from "../quoted.ts";
import type { CatalogDraft, FailureDraft } from "./catalog-draft.ts";

interface Replacement {
  readonly failure: FailureDraft;
  readonly code: Code;
  readonly by: Code;
  readonly ending: "deprecated" | "retired";
}

/** Following `replacedBy` comes to an end, at a failure that still occurs. */
export function* replacements(catalog: CatalogDraft): Iterable<Diagnostic> {
  const written = writtenReplacements(catalog);
  const circles = circlesOf(catalog, written);
  for (const circle of circles) yield circleAt(catalog, circle);
  const inCircle = new Set(circles.flat());
  for (const { failure, code, by, ending } of written) {
    const replacement = catalog.byCode.get(by);
    // The circle is reported; that its members are retired adds nothing.
    if (replacement?.raw.retired === undefined || inCircle.has(by)) continue;
    const next = replacementOf(replacement)?.by;
    const remedy =
      next === undefined
        ? "Name a failure that still occurs, or remove it."
        : `Write ${quotedValue(next)}, which replaces it.`;
    const words = { code: quotedValue(code), replacement: quotedValue(by), remedy };
    yield diagnostic("FC2306", locate(catalog.file, ["failures", failure.index, ending, "replacedBy"]), words, [
      { message: "It is retired here.", at: locate(catalog.file, ["failures", replacement.index, "retired"], "key") },
    ]);
  }
}

/** The replacement that counts: that of `retired` before that of `deprecated`. */
function replacementOf(failure: FailureDraft): Pick<Replacement, "by" | "ending"> | undefined {
  for (const ending of ["retired", "deprecated"] as const) {
    const by = failure.raw[ending]?.replacedBy;
    if (by !== undefined) return { by, ending };
  }
  return undefined;
}

function writtenReplacements({ byCode }: CatalogDraft): readonly Replacement[] {
  const found: Replacement[] = [];
  for (const [code, failure] of byCode) {
    for (const ending of ["deprecated", "retired"] as const) {
      const by = failure.raw[ending]?.replacedBy;
      if (by !== undefined && by !== code) found.push({ failure, code, by, ending });
    }
  }
  return found;
}

/** The circles of more than one failure; one that replaces itself is reported as a reference to itself. */
function circlesOf(catalog: CatalogDraft, written: readonly Replacement[]): readonly (readonly Code[])[] {
  const circles: (readonly Code[])[] = [];
  const done = new Set<Code>();
  for (const { code: start } of written) {
    const walked = new Map<Code, FailureDraft>();
    let code: Code | undefined = start;
    while (code !== undefined && !done.has(code) && !walked.has(code)) {
      const failure = catalog.byCode.get(code);
      if (failure === undefined) break;
      walked.set(code, failure);
      code = replacementOf(failure)?.by;
    }
    if (code !== undefined && walked.has(code)) {
      const codes = [...walked.keys()];
      const circle = codes.slice(codes.indexOf(code));
      if (circle.length > 1) circles.push(circle);
    }
    for (const seen of walked.keys()) done.add(seen);
  }
  return circles;
}

/** Longest circle that is spelt out. */
const longestCircle = 10;

function circleAt({ file, byCode }: CatalogDraft, circle: readonly Code[]): Diagnostic {
  const first = circle.reduce((least, code) => (compareCodes(code, least) < 0 ? code : least));
  const at = circle.indexOf(first);
  const turned = [...circle.slice(at), ...circle.slice(0, at)];
  const placeOf = (code: Code) => {
    const failure = byCode.get(code);
    const ending = failure === undefined ? undefined : replacementOf(failure)?.ending;
    return locate(file, ["failures", failure?.index ?? 0, ending ?? "retired", "replacedBy"]);
  };
  const shown = turned.slice(0, longestCircle).map(quotedValue);
  if (turned.length > longestCircle) shown.push("…");
  const words = { circle: [...shown, quotedValue(first)].join(" → ") };
  const related = turned
    .slice(1, longestCircle)
    .map((code) => ({ message: `${quotedValue(code)} goes on here.`, at: placeOf(code) }));
  return diagnostic("FC2305", placeOf(first), words, related);
}
