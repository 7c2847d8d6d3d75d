import type { Content } from "../content.ts";
import type { EntryKind } from "../disk.ts";
import type { Location } from "../source-file.ts";
import type { Cause } from "./inputs.ts";

/** Why a path differs from the plan. */
export const reasons = [
  "stale",
  "edited",
  "line-endings",
  "missing",
  "orphan",
  "modified-orphan",
  "stranger",
  "stranger-on-planned-path",
  "origin-unknown",
] as const;

/** Why a path differs from the plan. */
export type Reason = (typeof reasons)[number];

/**
 * What is known besides the reason. `new`: a missing file that was never written. `deleted`: a missing one that was.
 * `merged`: git brought two generated versions together. `interrupted`: a run was stopped in the middle. `switched-off`: the
 * target is not configured any more. `folder`: a stranger that is a whole folder.
 */
export type DriftNote = "new" | "deleted" | "merged" | "interrupted" | "switched-off" | "folder";

/** A block of a page that a person wrote, where that is what differs. */
export interface DriftBlock {
  /** `table category=platform` */
  readonly marker: string;
  /** Its first marker. */
  readonly at: Location;
}

/** A path that differs from the plan, and why; or a block in a page. */
export interface DriftEntry {
  readonly target: string;
  /** In the project, with forward slashes. */
  readonly path: string;
  /** The block, where the rest of the file is somebody else's. */
  readonly block?: DriftBlock;
  readonly reason: Reason;
  /** Every input that changed since the file was generated; empty where none did, or where that is not known. */
  readonly causes: readonly Cause[];
  readonly note?: DriftNote;
  /** What stands in the way of a planned file. */
  readonly occupant?: { readonly path: string; readonly kind: EntryKind };
  /** What the file should hold; undefined where it should not be there. */
  readonly planned?: Content;
  /** Digest of what the file holds; undefined where it is not a file. */
  readonly found?: string;
}

/** Plan against disk. */
export interface Drift {
  /** By path. Empty where the disk is as planned. */
  readonly entries: readonly DriftEntry[];
  /** Manifests that are not up to date although every file is: nothing is wrong, and the next `generate` refreshes them. */
  readonly outdatedManifests: readonly string[];
}
