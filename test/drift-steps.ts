import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { edit, type ShopOptions } from "./shop-project.ts";

/** Something that a person, or another tool, does to a project. */
export type Step =
  | { readonly replace: string; readonly from: string; readonly to: string }
  | { readonly append: string; readonly text: string }
  | { readonly write: string; readonly text: string }
  | { readonly remove: string }
  | { readonly crlf: string }
  | { readonly link: string; readonly to: string }
  | { readonly move: string; readonly to: string }
  | { readonly folder: string }
  | { readonly removeFailure: number }
  | { readonly addFailure: number }
  | { readonly addFailures: { readonly from: number; readonly count: number } };

/** A project in which everything is generated, what happens to it then, and what is left after `generate`. */
export interface DriftCase {
  readonly about: string;
  /** Options at the first `generate`. */
  readonly before?: ShopOptions;
  readonly steps: readonly Step[];
  /** Options afterwards. */
  readonly after?: ShopOptions;
  /** Paths that `generate` does not mend. */
  readonly kept: readonly string[];
  /** Paths that `generate --force` does not mend. */
  readonly keptByForce: readonly string[];
}

/** Does a step to the project in a folder. */
export function take(root: string, step: Step): void {
  const at = (path: string): string => join(root, path);
  if ("replace" in step) edit(root, step.replace, (text) => text.replace(step.from, step.to));
  if ("append" in step) edit(root, step.append, (text) => text + step.text);
  if ("crlf" in step) edit(root, step.crlf, (text) => text.replaceAll("\n", "\r\n"));
  if ("remove" in step) rmSync(at(step.remove), { recursive: true });
  if ("folder" in step) mkdirSync(at(step.folder), { recursive: true });
  if ("move" in step) renameSync(at(step.move), at(step.to));
  if ("link" in step) symlinkSync(step.to, at(step.link));
  if ("write" in step) {
    mkdirSync(dirname(at(step.write)), { recursive: true });
    writeFileSync(at(step.write), step.text);
  }
  if ("removeFailure" in step) changeFailures(root, (list) => list.filter(({ code }) => code !== step.removeFailure));
  if ("addFailure" in step) changeFailures(root, (list) => [...list, newFailure(step.addFailure)]);
  if ("addFailures" in step) {
    const { from, count } = step.addFailures;
    const added = Array.from({ length: count }, (_, index) => newFailure(from + index));
    changeFailures(root, (list) => [...list, ...added]);
  }
}

interface WrittenFailure {
  readonly code: number;
  readonly name: string;
  readonly [field: string]: unknown;
}

function changeFailures(
  root: string,
  change: (failures: readonly WrittenFailure[]) => readonly WrittenFailure[],
): void {
  const path = join(root, "spec/failure-codes.json");
  const spec = JSON.parse(readFileSync(path, "utf8")) as { failures: readonly WrittenFailure[] };
  writeFileSync(path, JSON.stringify({ ...spec, failures: change(spec.failures) }, undefined, 2));
}

function newFailure(code: number): WrittenFailure {
  return {
    code,
    name: `PARCEL_PROBLEM_${code}`,
    category: "parcel",
    title: `Parcel problem ${code}`,
    description: `The carrier reports problem ${code}.`,
    guidance: { causes: ["The van broke down."], actions: ["Wait for a day."] },
    retry: "later",
    messages: { title: { text: "Your parcel is late." } },
  };
}
