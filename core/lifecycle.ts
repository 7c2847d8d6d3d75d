import type { Failure } from "./catalog.ts";

/** Whether a failure is used, should no longer be relied on, or no longer occurs. */
export type Lifecycle = "active" | "deprecated" | "retired";

/** How far a failure is in its life. */
export function lifecycleOf({ deprecated, retired }: Pick<Failure, "deprecated" | "retired">): Lifecycle {
  if (retired !== undefined) return "retired";
  return deprecated === undefined ? "active" : "deprecated";
}
