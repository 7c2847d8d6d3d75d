import { driftCheck } from "../../core/report/checks.ts";
import { driftFindings } from "../../core/report/drift-findings.ts";
import { driftDocument, driftText } from "../../core/report/drift-text.ts";
import { hasErrors } from "../../core/shaped-file.ts";
import type { Json } from "../../core/target.ts";
import { compareArtifacts, diffsOf } from "../artifacts.ts";
import type { CheckOptions } from "../command-line.ts";
import { checksOf, openProject } from "../comparison.ts";
import { type Conclusion, conclude, type ExitCode } from "../conclusion.ts";
import type { Host } from "../host/host.ts";

/** Reports every artifact that differs from what the catalog gives. Nothing is written, and no cache is trusted. */
export async function check(host: Host, options: CheckOptions): Promise<ExitCode> {
  return conclude(host, options, await conclusionOf(host, options));
}

async function conclusionOf(host: Host, options: CheckOptions): Promise<Conclusion> {
  const command = "check";
  const opened = await openProject(host, command, options);
  if (opened.kind === "closed") return opened.conclusion;
  const { workspace, request, project } = opened;
  const { root } = project;
  const compared = await compareArtifacts(workspace, request);
  const diagnostics = [...opened.diagnostics, ...compared.diagnostics];
  if (!compared.ok) return { command, diagnostics, root, checks: checksOf(request) };
  const drift = compared.value;
  const diffs = options.diff === true ? await diffsOf(drift, workspace) : new Map<string, string>();
  const { drift: entries, ...others } = driftDocument(drift);
  return {
    command,
    diagnostics,
    root,
    withoutNotes: true,
    found: drift.entries.length > 0,
    text: (ink) => {
      const text = driftText(drift, ink, diffs);
      if (drift.entries.length > 0 || hasErrors(diagnostics)) return text;
      const ids = project.targets.map(({ target }) => target.id);
      const names = [...ids, ...(request.pages === undefined ? [] : ["blocks in pages"])].join(", ");
      return `${text}${ink.green("Clean:")} every file is as the catalog gives it (${names}).\n`;
    },
    checks: [...checksOf(request), ...(hasErrors(diagnostics) ? [] : [driftCheck])],
    findings: () => driftFindings(drift.entries),
    document: {
      drift: (entries as readonly { readonly [key: string]: Json }[]).map((entry) => {
        const diff = diffs.get(String(entry["path"]));
        return diff === undefined ? entry : { ...entry, diff };
      }),
      ...others,
    },
  };
}
