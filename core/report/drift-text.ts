import type { Drift, DriftBlock, DriftEntry } from "../drift/entry.ts";
import { reasons } from "../drift/entry.ts";
import { isMended } from "../drift/mending.ts";
import { harmless } from "../quoted.ts";
import { positionAt } from "../source-file.ts";
import type { Json } from "../target.ts";
import { explanation, reasonTitles } from "./drift-explanation.ts";
import { type Remedy, remedy } from "./drift-remedy.ts";

/** How words are coloured; every function gives its text back where colour is off. */
export interface DriftStyle {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly cyan: (text: string) => string;
}

/** Entries that differ for the same reason and are mended by the same command. */
export interface DriftGroup {
  /** `stale` */
  readonly title: string;
  /** `the catalog (1.0.0 → 1.1.0) changed since it was generated` */
  readonly explanation: string;
  readonly entries: readonly DriftEntry[];
  readonly remedy: Remedy;
}

/** Entries by reason and explanation: a changed catalog is said once, not once for each of a thousand pages. */
export function driftGroups(entries: readonly DriftEntry[]): readonly DriftGroup[] {
  const groups = new Map<string, DriftEntry[]>();
  for (const reason of reasons) {
    for (const entry of entries) {
      if (entry.reason !== reason) continue;
      const key = `${reason}: ${entry.block !== undefined}: ${explanation(entry)}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [entry]);
      else group.push(entry);
    }
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const title = reasonTitles[first.reason];
    return [{ title, explanation: explanation(first), entries: group, remedy: remedy(group) }];
  });
}

/** Drift for a person to read, with diffs by path where there are any; "" where there is nothing to say. */
export function driftText(drift: Drift, style: DriftStyle, diffs: ReadonlyMap<string, string> = new Map()): string {
  const { entries, outdatedManifests } = drift;
  let text = "";
  for (const group of driftGroups(entries)) {
    text += `${style.bold(`${group.title}:`)} ${group.explanation}\n`;
    for (const entry of group.entries) {
      text += `    ${harmless(placeText(entry))}\n`;
      const diff = diffs.get(diffKey(entry));
      if (diff !== undefined) text += colouredDiff(diff, style);
    }
    text += `  ${style.dim("mend:")} ${style.cyan(harmless(group.remedy.command))}\n`;
    if (group.remedy.advice !== "") text += `  ${style.dim(group.remedy.advice)}\n`;
    text += "\n";
  }
  if (outdatedManifests.length > 0) {
    text += `${style.bold("note:")} the next ${style.cyan("failcodes generate")} brings these manifests up to date\n`;
    for (const path of outdatedManifests) text += `    ${harmless(path)}\n`;
    text += "\n";
  }
  return entries.length === 0 ? text : `${text}${closingLine(entries)}\n`;
}

/** What an entry is about: `docs/codes.md:12 (table category=payment)`, `generated/docs/old/`. */
export function placeText({ path, note, block }: DriftEntry): string {
  if (block === undefined) return note === "folder" ? `${path}/` : path;
  return `${path}:${positionAt(block.at.file, block.at.start).line} (${block.marker})`;
}

/** What tells the diff of an entry from others. */
export function diffKey({ path, block }: DriftEntry): string {
  return block === undefined ? path : `${path}:${block.at.start}`;
}

function closingLine(entries: readonly DriftEntry[]): string {
  const blocks = entries.filter(({ block }) => block !== undefined).length;
  if (blocks > 0) return closingLineWithBlocks(entries, blocks);
  const kept = entries.filter((entry) => !isMended(entry, false)).length;
  const found = entries.length === 1 ? "1 path differs" : `${entries.length} paths differ`;
  if (kept === 0)
    return `${found} from the catalog; \`failcodes generate\` mends ${entries.length === 1 ? "it" : "all of them"}.`;
  const rest = kept === 1 ? "1 needs" : `${kept} need`;
  if (kept === entries.length) return `${found} from the catalog; ${rest} a person to decide.`;
  return `${found} from the catalog; \`failcodes generate\` mends ${entries.length - kept}, and ${rest} a person to decide.`;
}

function closingLineWithBlocks(entries: readonly DriftEntry[], blocks: number): string {
  const kept = entries.filter((entry) => !isMended(entry, false)).length;
  const paths = entries.length - blocks;
  const found = [
    ...(paths === 0 ? [] : [paths === 1 ? "1 path" : `${paths} paths`]),
    blocks === 1 ? "1 block" : `${blocks} blocks`,
  ].join(" and ");
  const verb = entries.length === 1 ? "differs" : "differ";
  const mended = entries.length - kept;
  const parts = [
    ...(mended === 0 ? [] : [`${mended} can be mended by a command above`]),
    ...(kept === 0 ? [] : [`${kept} ${kept === 1 ? "needs" : "need"} a person to decide`]),
  ];
  return `${found} ${verb} from the catalog; ${parts.join(", and ")}.`;
}

/** A unified diff, its lines coloured by what they are. */
export function colouredDiff(diff: string, { red, green, cyan, dim }: DriftStyle): string {
  return diff
    .split("\n")
    .map((line) => {
      const shown = harmless(line);
      if (line.startsWith("---") || line.startsWith("+++")) return dim(shown);
      if (line.startsWith("@@")) return cyan(shown);
      if (line.startsWith("-")) return red(shown);
      return line.startsWith("+") ? green(shown) : shown;
    })
    .join("\n");
}

/** Drift as plain data: what `--format json` prints. */
export function driftDocument({ entries, outdatedManifests }: Drift): { readonly [key: string]: Json } {
  return {
    drift: entries.map((entry) => {
      const { command, advice } = remedy([entry]);
      return {
        path: entry.path,
        target: entry.target,
        ...(entry.block === undefined ? {} : { block: blockDocument(entry.block) }),
        reason: entry.reason,
        ...(entry.note === undefined ? {} : { note: entry.note }),
        causes: entry.causes.map((cause) => ({ ...cause })),
        ...(entry.occupant === undefined ? {} : { occupant: { ...entry.occupant } }),
        explanation: explanation(entry),
        mend: advice === "" ? { command } : { command, advice },
      };
    }),
    outdatedManifests,
  };
}

function blockDocument({ marker, at }: DriftBlock): Json {
  return { marker, ...positionAt(at.file, at.start) };
}
