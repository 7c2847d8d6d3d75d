import type { Code } from "../core/catalog.ts";
import type { CatalogMerge } from "../core/catalog-merge/merge-catalogs.ts";
import type { Collision, Renumbered } from "../core/catalog-merge/renumbering.ts";
import { quoted } from "../core/quoted.ts";
import type { Json } from "../core/target.ts";
import { counted } from "./counted.ts";

/** A source whose mappings lead to a code that its failure no longer has. */
export interface MappingToChange {
  /** In the repository. */
  readonly path: string;
  readonly from: Code;
  readonly to: Code;
  readonly side: "ours" | "theirs";
}

/** What a merge of a catalog came to. */
export interface MergeReport {
  readonly path: string;
  /** Failure by failure, or by lines where a version could not be read. */
  readonly by: "entries" | "lines";
  /** Whether something is left to do before the merge can be committed. */
  readonly isLeft: boolean;
  readonly merge: CatalogMerge;
  /** Conflicts that stand in the file, between markers. */
  readonly lineConflicts: number;
  readonly mappings: readonly MappingToChange[];
  /** Sides whose mappings nobody could look through, although failures of theirs have other codes now. */
  readonly unseen: readonly ("ours" | "theirs")[];
}

/** What a person reads between the lines of git; "" where there is nothing to say. */
export function mergeLinesText(report: MergeReport): string {
  const { path, by, isLeft, merge, lineConflicts, mappings, unseen } = report;
  const { conflicts, renumbered, collisions } = merge;
  const lines = renumbered.map(renumberedText);
  for (const mapping of mappings) lines.push(mappingText(mapping));
  for (const side of unseen) {
    lines.push(`${whose(side)} sources were not found: look through them for mappings to the old codes.`);
  }
  for (const collision of collisions) lines.push(collisionText(collision));
  if (by === "lines") {
    const found = lineConflicts === 0 ? "without a conflict" : `with ${counted(lineConflicts, "conflict")}`;
    lines.push(`one version is no JSON without mistakes, so that it was merged by lines, ${found}.`);
  } else if (conflicts.length > 0 && lineConflicts > 0) {
    lines.push(`both sides changed ${conflicts.join(", ")}.`);
  }
  if (renumbered.length > 0) {
    lines.push("locales name failures and stay as they are; whatever else means one by its old code has to follow.");
    lines.push("run `failcodes generate` when all is merged.");
  }
  if (isLeft) lines.push(`mend what is left, and run \`git add ${path}\`.`);
  return lines.map((line) => `failcodes: ${path}: ${line}\n`).join("");
}

function renumberedText({ name, from, to, side, keeper, because }: Renumbered): string {
  const who = side === "theirs" ? "the other side" : "this side";
  const reason = {
    taken: `${from} is ${nameText(keeper)}`,
    reserved: `${from} is reserved`,
    "added-twice": "both added it",
  };
  return `${nameText(name)}, which ${who} added as ${from} and nobody released, has the code ${to} now: ${reason[because]}.`;
}

function mappingText({ path, from, to, side }: MappingToChange): string {
  return `${whose(side)} mappings to ${from} in ${path} have to lead to ${to}.`;
}

function whose(side: "ours" | "theirs"): string {
  return side === "theirs" ? "the other side's" : "this side's";
}

function collisionText({ code, ours, theirs, reason }: Collision): string {
  const why =
    reason === "released"
      ? "no code that was released changes"
      : "no free code comes after them: widen the range, or ask `failcodes allocate` with --reuse-holes";
  const who = [ours, theirs].filter((name) => name !== "").map(nameText);
  return `${code} is given to ${who.join(" and to ")}${who.length < 2 ? ", and reserved" : ""}, and ${why}.`;
}

function nameText(name: string): string {
  return /^[A-Z][A-Z0-9_]*$/.test(name) ? name : quoted(name);
}

/** The same as `--format json` prints it. */
export function mergeDocument({ path, by, merge, lineConflicts, mappings, unseen }: MergeReport): Json {
  return {
    path,
    by,
    renumbered: merge.renumbered.map((one) => ({ ...one })),
    collisions: merge.collisions.map((one) => ({ ...one })),
    mappings: mappings.map((one) => ({ ...one })),
    unseen: [...unseen],
    conflicts: { places: [...merge.conflicts], inFile: lineConflicts },
  };
}
