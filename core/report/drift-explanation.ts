import type { DriftEntry, Reason } from "../drift/entry.ts";
import type { Cause } from "../drift/inputs.ts";
import { injectId } from "../inject/inject-id.ts";
import { pathKey } from "../output-path.ts";
import { quoted } from "../quoted.ts";

/** The words for a reason, as they stand before a colon. */
export const reasonTitles: Readonly<Record<Reason, string>> = {
  stale: "stale",
  edited: "edited by hand",
  "line-endings": "line endings",
  missing: "missing",
  orphan: "orphan",
  "modified-orphan": "orphan, edited by hand",
  stranger: "stranger",
  "stranger-on-planned-path": "stranger on a planned path",
  "origin-unknown": "origin unknown",
};

/** Why a path differs, as a clause that fits after the title of its reason. It names every input that changed. */
export function explanation(entry: DriftEntry): string {
  const { causes, note, target } = entry;
  const changed = causes.length === 0 ? undefined : `${causesText(causes)} changed`;
  const besides = changed === undefined ? "" : `; besides, ${changed}`;
  switch (entry.reason) {
    case "stale":
      if (note === "merged") return "git merged two generated versions, and the catalog gives a third";
      if (note === "interrupted") return `a run was stopped before it was done${besides}`;
      return changed === undefined ? "it is what an earlier run wrote" : `${changed} since it was generated`;
    case "edited":
      if (entry.block !== undefined) return `what stands in the block is not what failcodes wrote${besides}`;
      return `it is not what failcodes wrote${besides}`;
    case "line-endings":
      if (entry.block !== undefined) return "they are not those of the line that its first marker stands on";
      return changed === undefined ? "CRLF instead of LF, and nothing else" : `CRLF instead of LF${besides}`;
    case "missing":
      if (entry.block !== undefined)
        return note === "deleted" ? "the block was emptied" : "nothing stands in the block yet";
      if (note === "deleted") return `it was deleted${besides}`;
      return changed === undefined
        ? "it was not generated yet"
        : `not generated yet, and ${changed} since the last run`;
    case "orphan":
      if (target === injectId) return "no page that it names has blocks any more";
      if (note === "switched-off") return `its target ${quoted(target)} is not configured any more`;
      return changed === undefined ? "nothing generates it any more" : `nothing generates it since ${changed}`;
    case "modified-orphan":
      if (note === "switched-off") return `its target ${quoted(target)} is not configured any more`;
      return "nothing generates it any more";
    case "stranger":
      return `failcodes did not write it, and owns the folder of the target ${quoted(target)}`;
    case "stranger-on-planned-path":
      return occupantText(entry);
    case "origin-unknown":
      if (entry.block !== undefined) return "nothing tells that failcodes wrote what stands in the block";
      return "no manifest, in its folder or in git, tells who wrote it";
  }
}

/** More inputs of a kind than this are not all named here; the report as JSON names them. */
const mostNamed = 6;

/** Every input that changed, those of one kind together. */
function causesText(causes: readonly Cause[]): string {
  const kinds = new Map<Cause["input"], Cause[]>();
  for (const cause of causes) {
    const same = kinds.get(cause.input);
    if (same === undefined) kinds.set(cause.input, [cause]);
    else same.push(cause);
  }
  return listed([...kinds.values()].map(kindText));
}

function kindText(causes: readonly Cause[]): string {
  const names: string[] = [];
  for (const cause of causes) {
    if (cause.input === "catalog") return `the catalog${versions(cause)}`;
    if (cause.input === "generator") return `failcodes itself${versions(cause)}`;
    if (cause.input === "ledger") return "the ledger of releases";
    if (cause.input === "marker") return "its marker or its place";
    if (cause.input === "indentation") return "its indentation";
    names.push(quoted(cause.name));
  }
  const kind = `${causes[0]?.input}${names.length === 1 ? "" : "s"}`;
  const shown = names.length <= mostNamed ? names : [...names.slice(0, 3), `${names.length - 3} others`];
  return `the ${kind} ${listed(shown)}`;
}

function versions({ from, to }: { readonly from?: string; readonly to?: string }): string {
  return from === undefined || to === undefined ? "" : ` (${from} → ${to})`;
}

function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function occupantText({ path, occupant }: DriftEntry): string {
  if (occupant === undefined || (occupant.path === path && occupant.kind === "file")) {
    return "failcodes did not write the file that stands there";
  }
  const thing = { file: "a file", folder: "a folder", link: "a link", other: "something that is no file" }[
    occupant.kind
  ];
  if (occupant.path === path) return `${thing} stands there`;
  const isVariant = !path.startsWith(`${occupant.path}/`) && pathKey(path).startsWith(pathKey(occupant.path));
  if (isVariant) return `${quoted(occupant.path)} has the same name on Windows and macOS`;
  return `${quoted(occupant.path)} is ${thing}, where a folder is needed`;
}
