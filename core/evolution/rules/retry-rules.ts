import { sentence } from "../../diagnostics/message-template.ts";
import type { EvolutionRules } from "../evolution-rule.ts";

/** What becomes of the advice whether to send again. */
export const retryRules = {
  "retry-withdrawn": {
    levels: ["behaviour"],
    severity: "error",
    step: "major",
    settledByVersion: true,
    title: "Sending again no longer helps",
    message: sentence`A client that retries on ${"failure"} will stop: its retry was "later" and is "never".`,
    hint: sentence`Raise the major part of the version, or write "later" again.`,
    mirror: "retry-granted",
  },
  "retry-granted": {
    levels: ["behaviour"],
    severity: "warning",
    step: "minor",
    title: "Sending again helps now",
    message: sentence`A client that gave up on ${"failure"} will send again: its retry was "never" and is "later".`,
    hint: sentence`Raise the minor part of the version, and make sure that sending twice does no harm.`,
    mirror: "retry-withdrawn",
  },
  "retry-needs-change": {
    levels: ["behaviour"],
    severity: "error",
    step: "major",
    settledByVersion: true,
    title: "Sending again unchanged no longer helps",
    message: sentence`A client that retries on ${"failure"} by itself will wait for somebody to change something: its retry was "later" and is "after-change".`,
    hint: sentence`Raise the major part of the version, or write "later" again.`,
    mirror: "retry-needs-no-change",
  },
  "retry-needs-no-change": {
    levels: ["behaviour"],
    severity: "warning",
    step: "minor",
    title: "Sending again unchanged helps now",
    message: sentence`A client that asked for a change on ${"failure"} will send again by itself: its retry was "after-change" and is "later".`,
    hint: sentence`Raise the minor part of the version, and make sure that sending twice does no harm.`,
    mirror: "retry-needs-change",
  },
  "correction-withdrawn": {
    levels: ["behaviour"],
    severity: "error",
    step: "major",
    settledByVersion: true,
    title: "No change helps any more",
    message: sentence`A client that lets people mend what caused ${"failure"} and send again will give up: its retry was "after-change" and is "never".`,
    hint: sentence`Raise the major part of the version, or write "after-change" again.`,
    mirror: "correction-granted",
  },
  "correction-granted": {
    levels: ["behaviour"],
    severity: "warning",
    step: "minor",
    title: "Sending again helps after a change",
    message: sentence`A client that gave up on ${"failure"} will ask for a change and send again: its retry was "never" and is "after-change".`,
    hint: sentence`Raise the minor part of the version, and say in the guidance what is to be changed.`,
    mirror: "correction-withdrawn",
  },
} as const satisfies EvolutionRules;
