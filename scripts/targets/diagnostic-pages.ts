import { type Outcome, success } from "../../core/outcome.ts";
import type { Artifact, Target } from "../../core/target.ts";
import { diagnosticPages } from "../diagnostic-pages.ts";

function generate(): Outcome<readonly Artifact[]> {
  return success([...diagnosticPages()].map(([path, content]) => ({ path, content })));
}

/**
 * The reference pages of the tool's own diagnostics. It reads nothing of the catalog; a change in the table or the
 * explanations is a change of this target.
 */
export function target(): Target {
  return { id: "diagnostic-pages", title: "Diagnostic pages", options: {}, templates: [], generate };
}
