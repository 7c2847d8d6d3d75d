import type { Code, Failure } from "../catalog.ts";
import type { Digest } from "../digest.ts";

/** What a failure means: the parts that people and programs rely on. Layout of the texts does not count. */
export const meaningParts = ["title", "description", "retry"] as const satisfies readonly (keyof Failure)[];

/** One of `meaningParts`. */
export type MeaningPart = (typeof meaningParts)[number];

/** Which parts of its meaning differ between two states of a failure. */
export function changedMeaning(base: Failure, head: Failure): readonly MeaningPart[] {
  return meaningParts.filter((part) => base[part] !== head[part] && flat(base[part]) !== flat(head[part]));
}

/** A failure's meaning as a text: equal for two failures that mean the same. */
export function meaningOf(failure: Failure): string {
  return JSON.stringify(meaningParts.map((part) => flat(failure[part])));
}

/** 16 hexadecimal digits that stand for a meaning in `spec/evolution.json` and in the ledger. */
export function meaningDigest(failure: Failure, digest: Digest): string {
  return digest(meaningOf(failure)).slice(0, 16);
}

function flat(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** What its author says of a change of meaning: the same, better said; or another meaning. */
export type MeaningVerdict = "clarified" | "changed";

/** A change of meaning that its author has judged. It is about this pair of meanings and no other. */
export interface JudgedMeaning {
  readonly code: Code;
  /** `meaningDigest` of the old meaning and of the new one. */
  readonly from: string;
  readonly to: string;
  readonly verdict: MeaningVerdict;
  readonly reason: string;
}

/** What the author says of a change from one meaning to another, over one or more judgements. */
export interface Judgement {
  readonly verdict: MeaningVerdict;
  /** Why, in the author's words: of the judgements with this verdict, in order. */
  readonly reasons: readonly string[];
}

/** Looks up what the author says of a change from one meaning to another; undefined where nothing was said. */
export type MeaningJudge = (code: Code, from: string, to: string) => Judgement | undefined;

/**
 * The judge that follows what is written. Judgements that join, A → B and B → C, judge A → C too: one that was `changed` on
 * the way makes it changed.
 */
export function meaningJudge(judged: readonly JudgedMeaning[]): MeaningJudge {
  const byStart = new Map<string, JudgedMeaning[]>();
  for (const entry of judged) {
    const start = key(entry.code, entry.from);
    const sharing = byStart.get(start);
    if (sharing === undefined) byStart.set(start, [entry]);
    else sharing.push(entry);
  }
  return (code, from, to) => {
    // Of several ways the shortest counts; of equally short ones the first that is written.
    const seen = new Set([from]);
    let reached: { readonly at: string; readonly way: readonly JudgedMeaning[] }[] = [{ at: from, way: [] }];
    while (reached.length > 0) {
      const next: typeof reached = [];
      for (const { at, way: before } of reached) {
        for (const step of byStart.get(key(code, at)) ?? []) {
          const way = [...before, step];
          if (step.to === to) return judgementOf(way);
          if (seen.has(step.to)) continue;
          seen.add(step.to);
          next.push({ at: step.to, way });
        }
      }
      reached = next;
    }
    return undefined;
  };
}

function judgementOf(way: readonly JudgedMeaning[]): Judgement {
  const verdict = way.some((step) => step.verdict === "changed") ? "changed" : "clarified";
  return { verdict, reasons: way.filter((step) => step.verdict === verdict).map(({ reason }) => reason) };
}

function key(code: Code, meaning: string): string {
  return `${code} ${meaning}`;
}
