import type { Diagnostic } from "../core/diagnostics/diagnostic.ts";
import { type Decisions, decisionsPath, noDecisions, readDecisions } from "../core/evolution/decisions.ts";
import type { Host } from "./host/host.ts";
import { readProjectFile } from "./host/project-files.ts";
import type { Problem } from "./problem.ts";
import { unreadable } from "./spec-files.ts";

/** What came of reading what people decided about changes of a project's catalog. */
export interface DecisionsReading {
  readonly decisions: Decisions;
  readonly diagnostics: readonly Diagnostic[];
  readonly problem: Problem | undefined;
}

/** Reads what people decided about changes; there need not be anything. */
export function projectDecisions(host: Host, root: string, spec: string): DecisionsReading {
  const path = decisionsPath(spec);
  const reading = readProjectFile(host.files, root, path);
  const diagnostics: Diagnostic[] = [];
  switch (reading.kind) {
    case "missing":
      return { decisions: noDecisions, diagnostics, problem: undefined };
    case "unreadable":
      return { decisions: noDecisions, diagnostics, problem: unreadable(path, reading.reason) };
    case "too-large":
      return { decisions: noDecisions, diagnostics: [reading.diagnostic], problem: undefined };
    case "read":
      return { decisions: readDecisions(reading.raw, diagnostics), diagnostics, problem: undefined };
  }
}
