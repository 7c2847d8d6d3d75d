import { compareCores, compareVersions, parseVersion, type SemanticVersion } from "../semantic-version.ts";
import { type Step, steps } from "./evolution-rule.ts";

/**
 * The lowest version that says that a step was taken. While the major version is 0, what breaks raises the minor part and
 * all else the patch, as the ranges of npm take it (semver.org 2.0.0 §4 asks for nothing). Before a release, a prerelease may do anything.
 */
export function nextVersion(version: string, step: Step): string {
  const parsed = parseVersion(version);
  if (parsed === undefined || step === "none") return version;
  const [major, minor, patch] = parsed.core;
  if (parsed.prerelease.length > 0) return `${major}.${minor}.${patch}`;
  const taken = major === 0n ? stepBelow(step) : step;
  if (taken === "major") return `${major + 1n}.0.0`;
  if (taken === "minor") return `${major}.${minor + 1n}.0`;
  return `${major}.${minor}.${patch + 1n}`;
}

function stepBelow(step: Step): Step {
  return step === "major" ? "minor" : "patch";
}

/** Whether a version says at least that a step was taken since another; a prerelease of the version that would says so too. */
export function saysStep(before: string, after: string, step: Step): boolean {
  const earlier = parseVersion(before);
  const later = parseVersion(after);
  const needed = parseVersion(nextVersion(before, step));
  if (earlier === undefined || later === undefined || needed === undefined) return false;
  if (step === "none") return compareVersions(earlier, later) <= 0;
  return compareVersions(earlier, later) < 0 && reaches(later, needed, earlier);
}

function reaches(later: SemanticVersion, needed: SemanticVersion, earlier: SemanticVersion): boolean {
  return compareCores(later, needed) >= 0 || (earlier.prerelease.length > 0 && compareCores(later, earlier) === 0);
}

/** The largest of steps; `none` for none. */
export function largestStep(taken: Iterable<Step>): Step {
  const all = new Set(taken);
  return steps.find((step) => all.has(step)) ?? "none";
}
