import { folderOf } from "../output-path.ts";
import type { DriftEntry, DriftNote } from "./entry.ts";
import { type Evidence, isOurs } from "./evidence.ts";
import type { Identity } from "./identify.ts";
import { type Cause, changedInputs, type Inputs } from "./inputs.ts";

/** Every input that changed since a file was generated. Where none did, it is our own code, whatever its version says. */
export function causesSince(before: Inputs | undefined, now: Inputs): readonly Cause[] {
  if (before === undefined) return [];
  const causes = changedInputs(before, now);
  return causes.length > 0 ? causes : [{ input: "generator" }];
}

/** What to say of a file that is not planned; undefined where it is not ours. `now` is undefined where the target is switched off. */
export function unplannedEntry(
  target: string,
  path: string,
  identity: Identity,
  evidence: Evidence,
  now: (() => Inputs) | undefined,
): DriftEntry | undefined {
  const common = { target, path, found: identity.digest, ...(now === undefined ? switchedOff : {}) };
  if (identity.as === "recorded" || identity.as === "merged") {
    const causes = now === undefined ? [] : causesSince(identity.record.inputs, now());
    return { ...common, reason: "orphan", causes };
  }
  if (!isOurs(evidence, path)) return undefined;
  return { ...common, reason: "modified-orphan", causes: [] };
}

const switchedOff: { readonly note: DriftNote } = { note: "switched-off" };

/** Files that are not ours, as entries: a folder that holds nothing else is one entry. `mixed` are the folders that do. */
export function strangerEntries(
  target: string,
  paths: readonly string[],
  mixed: ReadonlySet<string>,
): readonly DriftEntry[] {
  const entries = new Map<string, DriftEntry>();
  for (const path of paths) {
    let top: string | undefined;
    for (let folder = folderOf(path); folder !== "" && !mixed.has(folder); folder = folderOf(folder)) top = folder;
    const note: { readonly note?: DriftNote } = top === undefined ? {} : { note: "folder" };
    const stranger = top ?? path;
    entries.set(stranger, { target, path: stranger, reason: "stranger", causes: [], ...note });
  }
  return [...entries.values()];
}
