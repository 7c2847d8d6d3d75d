import type { MessageTemplate } from "../diagnostics/message-template.ts";

/**
 * Who notices a change. `wire`: what travels and is stored, the code itself; `source`: code that is compiled against the
 * artifacts; `behaviour`: what runs, decides otherwise; `text`: what end users read; `docs`: what developers read; `lifecycle`:
 * the rules that the catalog keeps with itself.
 */
export const levels = ["wire", "source", "behaviour", "text", "docs", "lifecycle"] as const;

/** One of `levels`. */
export type Level = (typeof levels)[number];

/** How bad a change is. `forbidden` can be neither waived nor configured away; `error` refuses the change, the others tell. */
export const changeSeverities = ["forbidden", "error", "warning", "info"] as const;

/** One of `changeSeverities`. */
export type ChangeSeverity = (typeof changeSeverities)[number];

/** The step of a semantic version that a change asks for, the largest first. */
export const steps = ["major", "minor", "patch", "none"] as const;

/** One of `steps`. */
export type Step = (typeof steps)[number];

/** A kind of change between two catalogs. */
export interface EvolutionRule {
  readonly levels: readonly [Level, ...Level[]];
  readonly severity: ChangeSeverity;
  readonly step: Step;
  /** A few words: the heading of its page. */
  readonly title: string;
  /** What happens, in the words of whoever it happens to. */
  readonly message: MessageTemplate;
  readonly hint: MessageTemplate;
  /** Whether a version that says the step is enough for an error to be let through. */
  readonly settledByVersion?: true;
  /** The id of the rule for the way back, or why there is none. */
  readonly mirror: string | { readonly none: string };
}

/** A part of the table of rules, by id: lower case, words joined by hyphens. Ids are permanent. */
export type EvolutionRules = Readonly<Record<string, EvolutionRule>>;
