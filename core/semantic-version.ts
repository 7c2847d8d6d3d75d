/** A semantic version (semver.org 2.0.0), taken apart; build metadata does not count. */
export interface SemanticVersion {
  readonly core: readonly [major: bigint, minor: bigint, patch: bigint];
  /** Empty for a release. */
  readonly prerelease: readonly string[];
}

// The pattern that semver.org gives.
const pattern =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$/;

/** Longest version that is read. */
const longest = 256;

/** Reads a version; undefined where the text is none. */
export function parseVersion(text: string): SemanticVersion | undefined {
  if (text.length > longest) return undefined;
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [, major = "0", minor = "0", patch = "0", prerelease] = match;
  return {
    core: [BigInt(major), BigInt(minor), BigInt(patch)],
    prerelease: prerelease === undefined ? [] : prerelease.split("."),
  };
}

/** Precedence by semver.org 2.0.0 §11: negative where the left version comes before the right one, 0 where they are level. */
export function compareVersions(left: SemanticVersion, right: SemanticVersion): number {
  return compareCores(left, right) || comparePrereleases(left.prerelease, right.prerelease);
}

/** Precedence of major.minor.patch alone. */
export function compareCores(left: SemanticVersion, right: SemanticVersion): number {
  for (const [index, part] of left.core.entries()) {
    const other = right.core[index] ?? 0n;
    if (part !== other) return part < other ? -1 : 1;
  }
  return 0;
}

function comparePrereleases(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return right.length - left.length;
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const a = left[index];
    const b = right[index];
    if (a === undefined) return -1;
    if (b === undefined) return 1;
    if (a !== b) return compareIdentifiers(a, b);
  }
  return 0;
}

function compareIdentifiers(left: string, right: string): number {
  const numeric = /^\d+$/;
  if (numeric.test(left) && numeric.test(right)) return BigInt(left) < BigInt(right) ? -1 : 1;
  if (numeric.test(left)) return -1;
  if (numeric.test(right)) return 1;
  return left < right ? -1 : 1;
}
