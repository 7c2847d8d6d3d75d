import type { Code, Origin } from "../catalog.ts";
import { fill, type MessageTemplate } from "../diagnostics/message-template.ts";
import type { ChangeSeverity, EvolutionRule, Level, Step } from "./evolution-rule.ts";
import { type EvolutionRuleId, evolutionRules } from "./evolution-rules.ts";

/** What differs between two catalogs, and who breaks. */
export interface Change {
  readonly rule: EvolutionRuleId;
  readonly levels: readonly Level[];
  readonly severity: ChangeSeverity;
  readonly step: Step;
  readonly message: string;
  readonly hint: string;
  /** The failure it is about, by the code that it has in the later catalog, or had in the earlier one. */
  readonly failure: Code | undefined;
  /** What the holes of its sentences were filled with, for other sentences about the same. */
  readonly words: Readonly<Record<string, string | number>>;
  /** Made of the rule and of ids, never of prose: the same change has the same one tomorrow, whatever the words. */
  readonly fingerprint: string;
  /** Where it was, and where it is; undefined where that catalog has nothing of it. Located when it is printed. */
  readonly base: Origin | undefined;
  readonly head: Origin | undefined;
}

type HolesOf<Template> = Template extends MessageTemplate<infer Holes> ? Holes : never;

/** The words that the sentences of a rule have holes for. */
export type Holes<Id extends EvolutionRuleId> =
  | HolesOf<(typeof evolutionRules)[Id]["message"]>
  | HolesOf<(typeof evolutionRules)[Id]["hint"]>;

/** What a change is about, and where. */
export interface ChangeSubject {
  readonly failure?: Code;
  /** Ids that tell the change from the others of its rule: codes, names, tags, values. */
  readonly ids: readonly (string | number)[];
  readonly base?: Origin | undefined;
  readonly head?: Origin | undefined;
}

/** Makes a change; the type asks for exactly the words that the sentence and the hint of its rule have holes for. */
export function change<Id extends EvolutionRuleId>(
  rule: Id,
  subject: ChangeSubject,
  words: Readonly<Record<Holes<Id>, string | number>>,
): Change {
  const { levels, severity, step, message, hint }: EvolutionRule = evolutionRules[rule];
  return {
    rule,
    levels,
    severity,
    step,
    message: fill(message, words),
    hint: fill(hint, words),
    failure: subject.failure,
    words,
    fingerprint: [rule, ...subject.ids.map(fingerprintPart)].join(" "),
    base: subject.base,
    head: subject.head,
  };
}

/** Ids are mostly plain words; others are written as JSON, so that no two lists of ids look alike. */
function fingerprintPart(id: string | number): string {
  const text = String(id);
  return /^[\w.:/-]+$/.test(text) ? text : JSON.stringify(text);
}
