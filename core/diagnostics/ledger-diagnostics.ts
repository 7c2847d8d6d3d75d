import type { DiagnosticSeries } from "./definition.ts";
import { sentence } from "./message-template.ts";

/** FC90…: a ledger that is not as it was written. FC91…: a catalog that contradicts what was released. FC92…: decisions about changes. */
export const ledgerDiagnostics = {
  FC9001: {
    severity: "error",
    title: "A line of the ledger that cannot be read",
    message: sentence`This line of the ledger is no release.`,
    hint: sentence`Restore the ledger from version control; only \`failcodes release\` writes it.`,
  },
  FC9002: {
    severity: "error",
    title: "A release that was edited",
    message: sentence`The line of release ${"version"} is not what it was when it was written: its digest is that of another text.`,
    hint: sentence`Restore the ledger from version control; what was released does not change.`,
  },
  FC9003: {
    severity: "error",
    title: "A release that does not follow the one before",
    message: sentence`The line of release ${"version"} was not written after the line that stands before it: one was removed, added or moved.`,
    hint: sentence`Restore the ledger from version control; only \`failcodes release\` adds lines, at the end.`,
  },
  FC9004: {
    severity: "error",
    title: "Releases in the wrong order",
    message: sentence`Release ${"version"} comes after ${"before"}, which is not a lower version.`,
    hint: sentence`Restore the ledger from version control, and release again with a higher version.`,
  },
  FC9005: {
    severity: "error",
    title: "A released catalog that is not as it was",
    message: sentence`Release ${"version"} names the catalog ${"path"} by its digest, and the file ${"state"}.`,
    hint: sentence`Restore ${"path"} from version control; what was released does not change.`,
  },
  FC9006: {
    severity: "error",
    title: "A ledger that forgets a release",
    message: sentence`${"witness"} knows ${"release"} with the digest ${"digest"}, and no line of this ledger has it: the end was cut off or written anew.`,
    hint: sentence`Restore the ledger from there, and release again after its last line.`,
  },
  FC9007: {
    severity: "error",
    title: "A released catalog that cannot be read",
    message: sentence`The catalog of release ${"version"} cannot be understood.`,
    hint: sentence`Restore the file from version control, or use the failcodes that released it or a newer one.`,
  },
  FC9101: {
    severity: "error",
    title: "A version lower than a release",
    message: sentence`The catalog says version ${"version"}, and ${"released"} was released already.`,
    hint: sentence`Write the version that the next release will have.`,
  },
  FC9102: {
    severity: "error",
    title: "A code that was used before",
    message: sentence`Code ${"code"} stood for ${"before"} in release ${"version"}; whoever stored it then will read ${"now"} now.`,
    hint: sentence`Give ${"now"} a code that was never used, or, if the two are the same failure, keep ${"before"} among its aliases.`,
  },
  FC9103: {
    severity: "error",
    title: "A name that was used before",
    message: sentence`The name ${"name"} belonged to code ${"before"} in release ${"version"}, and not to ${"code"}.`,
    hint: sentence`Choose a name that was never used.`,
  },
  FC9104: {
    severity: "error",
    title: "A released code that is gone",
    message: sentence`Code ${"code"}, ${"name"} in release ${"version"}, is neither a failure of this catalog nor reserved.`,
    hint: sentence`Write its entry again, as "retired", or at least reserve the code, so that it is never given away.`,
  },
  FC9105: {
    severity: "error",
    title: "A reservation that is gone",
    message: sentence`Code ${"code"} was reserved in release ${"version"}, and is not any more.`,
    hint: sentence`Write it under "reserved" again.`,
  },
  FC9201: {
    severity: "warning",
    title: "Waiver of nothing",
    message: sentence`No change has the fingerprint ${"fingerprint"}, so the waiver lets nothing through.`,
    hint: sentence`Remove it, or copy the fingerprint from \`failcodes diff\`.`,
  },
  FC9202: {
    severity: "warning",
    title: "Waiver that has expired",
    message: sentence`The waiver of ${"fingerprint"} held until ${"day"}, and holds no longer.`,
    hint: sentence`Remove it, or decide again and write another day.`,
  },
  FC9203: {
    severity: "error",
    title: "Waiver of what is forbidden",
    message: sentence`The change ${"fingerprint"} is forbidden, and no waiver lets it through.`,
    hint: sentence`Take the change back, and remove the waiver.`,
  },
  FC9204: {
    severity: "error",
    title: "A version that says too little",
    message: sentence`The changes since ${"base"} ask for a ${"step"} step, and the catalog says ${"version"}.`,
    hint: sentence`Write ${"next"} or a higher version.`,
  },
  FC9205: {
    severity: "error",
    title: "A version that was released already",
    message: sentence`Version ${"version"} was released already.`,
    hint: sentence`Write a higher version, or leave it: there is nothing to release.`,
  },
} as const satisfies DiagnosticSeries;
