import type { Allocation, Holder } from "../core/allocation/allocate.ts";
import type { CodeCategory } from "../core/allocation/catalog-codes.ts";
import type { Code } from "../core/catalog.ts";
import { quoted } from "../core/quoted.ts";
import type { Json } from "../core/target.ts";
import { counted } from "./counted.ts";
import type { Ink } from "./ink.ts";
import type { CatalogsElsewhere } from "./occupied-codes.ts";
import { wrap } from "./wrap.ts";

/** What was found out about free codes, and where was looked. */
export interface AllocationReport {
  readonly category: CodeCategory;
  readonly allocation: Allocation;
  readonly elsewhere: CatalogsElsewhere;
  /** How many releases are known. */
  readonly releases: number;
  /** Why the catalog keeps codes away. */
  readonly reasons: ReadonlyMap<Code, string>;
  readonly spec: string;
  readonly reuseHoles: boolean;
}

/** The report as a person reads it: the codes, then what was passed over, what is left, and what was looked through. */
export function allocationText(report: AllocationReport, ink: Ink, width: number): string {
  const { category, allocation, elsewhere } = report;
  const { codes, skipped, left, holes } = allocation;
  const are = codes.length === 1 ? "is free" : "are free";
  const lines = [
    `${codes.map((code) => ink.bold(String(code))).join(", ")} ${are} in the category ${quoted(category.id)}.`,
  ];
  const rows: (readonly [string, string])[] = skipped.map((holder) => ["skipped", skippedText(holder, report)]);
  const behind = codes.length === 1 ? "after it" : "after them";
  rows.push(["left", left === 0 ? `nothing ${behind}` : `${counted(left, "code")} ${behind}`]);
  if (holes.length > 0) rows.push(["holes", holesText(report)]);
  rows.push(["seen", seenText(report)]);
  if (elsewhere.looked === undefined) {
    rows.push(["not seen", "other branches: there is no git, no repository or no commit here"]);
  }
  for (const where of elsewhere.unread) rows.push(["not seen", `${where}: the catalog there cannot be read`]);
  const labels = Math.max(...rows.map(([label]) => label.length));
  const indent = labels + 4;
  for (const [label, text] of rows) lines.push(`  ${ink.dim(label.padEnd(labels))}  ${wrap(text, width, indent)}`);
  return `${lines.join("\n")}\n`;
}

function skippedText(holder: Holder, { reasons }: AllocationReport): string {
  const { code, name, isReserved, by, where } = holder;
  if (by === "catalog") {
    const reason = reasons.get(code) ?? "";
    return `${code} is reserved${reason === "" ? "" : `: ${reason}`}`;
  }
  const who = isReserved ? "is reserved" : by === "release" ? `was ${nameText(name)}` : `is taken by ${nameText(name)}`;
  return `${code} ${who} ${by === "release" ? `in release ${where}` : `${preposition(where)} ${where}`}`;
}

function preposition(where: string): string {
  return where.startsWith("branch") ? "on" : "in";
}

/** Names of other branches have been checked by nobody. */
function nameText(name: string): string {
  return /^[A-Z][A-Z0-9_]*$/.test(name) ? name : quoted(name);
}

function holesText({ allocation, reuseHoles }: AllocationReport): string {
  const { holes } = allocation;
  const shown = holes.slice(0, 5).map(({ from, to }) => (from === to ? String(from) : `${from} to ${to}`));
  const rest = holes.length > shown.length ? ", …" : "";
  const [them, they] = holes.length === 1 && holes[0]?.count === 1 ? ["it", "it was"] : ["them", "they were"];
  const advice = reuseHoles ? "" : `; --reuse-holes gives ${them}, if you know that ${they} nobody's`;
  return `${shown.join(", ")}${rest}${advice}`;
}

/** `spec/failure-codes.json, 3 releases, 5 branches (those of remotes as last fetched), 1 tag` */
function seenText({ spec, releases, elsewhere: { looked } }: AllocationReport): string {
  const parts = [spec, releases === 0 ? "no release" : counted(releases, "release")];
  if (looked !== undefined) {
    parts.push(`${counted(looked.branches, "branch", "branches")} (those of remotes as they were last fetched)`);
    if (looked.tags > 0) parts.push(counted(looked.tags, "tag"));
    if (looked.workTrees > 0) parts.push(counted(looked.workTrees, "other work tree"));
    if (looked.stashes > 0) parts.push(counted(looked.stashes, "stash", "stashes"));
  }
  return parts.join(", ");
}

/** The report as `--format json` prints it. */
export function allocationDocument({ category, allocation, elsewhere, releases }: AllocationReport): Json {
  const { codes, skipped, left, holes } = allocation;
  const { looked } = elsewhere;
  return {
    category: category.id,
    codes: [...codes],
    skipped: skipped.map(({ code, name, isReserved, by, where }) => ({
      code,
      name: isReserved ? null : name,
      by,
      where: where === "" ? null : where,
    })),
    left,
    holes: holes.map((hole) => ({ ...hole })),
    seen: {
      releases,
      branches: looked?.branches ?? null,
      tags: looked?.tags ?? null,
      workTrees: looked?.workTrees ?? null,
      stashes: looked?.stashes ?? null,
      unread: [...elsewhere.unread],
    },
  };
}
