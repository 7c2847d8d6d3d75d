import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { quoted } from "../quoted.ts";
import type { SourceFile } from "../source-file.ts";

/** What a template of a user throws while a page is written, and what there is to say of it. */
export interface StoppedTemplate extends Error {
  readonly stopped: Diagnostic;
}

/** Whether a template of a user stopped while a page was written. */
export function isStoppedTemplate(thrown: unknown): thrown is StoppedTemplate {
  return thrown instanceof Error && "stopped" in thrown;
}

/** Says of a page's template that it was not written to its end; `file` is where its user can look. */
export function stoppedTemplate(template: string, file: SourceFile, thrown: unknown): StoppedTemplate {
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  // V8's word for a text of more than 512 MiB.
  const problem = reason === "Invalid string length" ? "its page grew longer than a text can be" : quoted(reason);
  const found = diagnostic("FC5013", { file, start: 0, end: 0 }, { template: quoted(template), problem });
  return Object.assign(new Error(found.message), { stopped: found });
}
