import { evolutionRules } from "../evolution/evolution-rules.ts";
import type { JudgedChange, Verdict } from "../evolution/verdict.ts";
import { locate } from "../json.ts";
import { evolutionCheck } from "./checks.ts";
import type { Finding } from "./finding.ts";

/** Changes between two catalogs as findings. `evolutionText` tells of them where a person reads. */
export function changeFindings({ changes }: Verdict): readonly Finding[] {
  return changes.flatMap((change) => {
    const { rule, message, hint, fingerprint, base, head } = change;
    const here = head ?? base;
    if (here === undefined) return [];
    const before = head === undefined || base === undefined ? undefined : base;
    return {
      code: rule,
      severity: severityOf(change),
      title: evolutionRules[rule].title,
      message: waivedText(change, message),
      hint,
      check: evolutionCheck,
      at: locate(here.file, here.path),
      ...(before === undefined
        ? {}
        : { related: [{ message: "It was this before.", at: locate(before.file, before.path) }] }),
      inText: true,
      ids: [fingerprint],
    };
  });
}

/** What is refused is an error; what somebody or the version lets through is worth a warning, and no more. */
function severityOf({ severity, standing }: JudgedChange): Finding["severity"] {
  if (standing === "refused") return "error";
  return severity === "info" ? "info" : "warning";
}

function waivedText({ standing, waiver }: JudgedChange, message: string): string {
  if (waiver !== undefined) return `${message} Waived until ${waiver.expires} (${waiver.role}): ${waiver.reason}`;
  return standing === "said" ? `${message} The version says so.` : message;
}
