import type { EvolutionSettings } from "../configuration.ts";
import type { Change } from "./change.ts";
import type { ChangeSeverity, EvolutionRule, Level, Step } from "./evolution-rule.ts";
import { evolutionRules } from "./evolution-rules.ts";
import { largestStep, nextVersion, saysStep } from "./next-version.ts";

/** A change that somebody lets through. */
export interface Waiver {
  readonly fingerprint: string;
  readonly reason: string;
  readonly role: string;
  /** The last day on which it holds: `2027-03-31`. */
  readonly expires: string;
}

/**
 * What becomes of a change. `refused`: it must not be merged as it is. `waived`: somebody let it through. `said`: it breaks
 * somebody, and the version says so. `told`: it is worth knowing, and no more.
 */
export type Standing = "refused" | "waived" | "said" | "told";

/** A change, judged. */
export interface JudgedChange extends Change {
  readonly standing: Standing;
  readonly waiver: Waiver | undefined;
}

/** What all changes come to. */
export interface Verdict {
  /** The worst first. */
  readonly changes: readonly JudgedChange[];
  /** How many changes the preset or the configuration leaves out. */
  readonly leftOut: number;
  readonly step: Step;
  readonly version: {
    readonly base: string;
    readonly head: string;
    /** The lowest version that says the step. */
    readonly next: string;
    readonly isEnough: boolean;
  };
  readonly waivers: { readonly unused: readonly Waiver[]; readonly expired: readonly Waiver[] };
}

/** What a verdict stands on, besides the changes. */
export interface VerdictSettings extends EvolutionSettings {
  readonly baseVersion: string;
  readonly headVersion: string;
  readonly waivers: readonly Waiver[];
  /** `2026-11-24` */
  readonly today: string;
}

/** The levels that each preset promises to keep. */
const promised: Readonly<Record<EvolutionSettings["preset"], readonly Level[]>> = {
  wire: ["wire"],
  source: ["wire", "source"],
  behaviour: ["wire", "source", "behaviour"],
  full: ["wire", "source", "behaviour", "text", "docs", "lifecycle"],
};

const worst: readonly ChangeSeverity[] = ["forbidden", "error", "warning", "info"];

/** Judges changes: which are refused, which step of the version they ask for, and whether the later version says it. */
export function verdictOn(changes: readonly Change[], settings: VerdictSettings): Verdict {
  const { baseVersion, headVersion, waivers, today } = settings;
  const counted = changes.flatMap((change) => severityIn(change, settings));
  const step = largestStep(counted.map((change) => change.step));
  const isEnough = saysStep(baseVersion, headVersion, step);
  const valid = new Map(waivers.filter(({ expires }) => expires >= today).map((one) => [one.fingerprint, one]));
  const used = new Set<Waiver>();
  const judged = counted.map((change): JudgedChange => {
    const waiver = change.severity === "error" ? valid.get(change.fingerprint) : undefined;
    if (waiver !== undefined) used.add(waiver);
    return { ...change, standing: standingOf(change, waiver, baseVersion, headVersion), waiver };
  });
  const rank = ({ severity }: Change): number => worst.indexOf(severity);
  return {
    changes: judged.sort((left, right) => rank(left) - rank(right)),
    leftOut: changes.length - counted.length,
    step,
    version: { base: baseVersion, head: headVersion, next: nextVersion(baseVersion, step), isEnough },
    waivers: {
      unused: waivers.filter((one) => one.expires >= today && !used.has(one)),
      expired: waivers.filter(({ expires }) => expires < today),
    },
  };
}

function severityIn(change: Change, { preset, rules }: EvolutionSettings): readonly Change[] {
  if (change.severity === "forbidden") return [change];
  if (!change.levels.some((level) => promised[preset].includes(level))) return [];
  const severity = Object.hasOwn(rules, change.rule) ? rules[change.rule] : undefined;
  if (severity === "off") return [];
  return [severity === undefined ? change : { ...change, severity }];
}

function standingOf(change: Change, waiver: Waiver | undefined, base: string, head: string): Standing {
  if (change.severity === "forbidden") return "refused";
  if (change.severity !== "error") return "told";
  if (waiver !== undefined) return "waived";
  const rule: EvolutionRule = evolutionRules[change.rule];
  return rule.settledByVersion === true && saysStep(base, head, change.step) ? "said" : "refused";
}
