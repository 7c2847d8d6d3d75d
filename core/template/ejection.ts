import type { Digest } from "../digest.ts";

/** What the first line of an ejected template says of where it is from. */
export interface Ejection {
  /** `docs/failure.hbs` */
  readonly from: string;
  /** Version of failcodes. */
  readonly version: string;
  /** The beginning of the SHA-256 of the built-in template as it was then. */
  readonly digest: string;
  /** Length of the line, its end included. */
  readonly length: number;
}

/** How much of a SHA-256 stands in the line: enough to tell versions of one file apart. */
const digits = 16;

const line = /^\uFEFF?\{\{!-- Ejected from (\S+) of failcodes (\S+), sha256 ([0-9a-f]+)\..*?--\}\}(\r?\n|$)/;

/** A built-in template as it is given to a user. Handlebars prints nothing of a comment that has a line of its own. */
export function ejectedText(name: string, builtIn: string, version: string, digest: Digest): string {
  return `{{!-- Ejected from ${name} of failcodes ${version}, sha256 ${builtInDigest(builtIn, digest)}. Yours to change. --}}\n${builtIn}`;
}

/** Where a template is from; undefined where its first line does not say so. */
export function ejectionOf(text: string): Ejection | undefined {
  const [whole, from, version, digest] = line.exec(text) ?? [];
  if (whole === undefined || from === undefined || version === undefined || digest === undefined) return undefined;
  return { from, version, digest, length: whole.length };
}

/** What an ejected template records of a built-in one. */
export function builtInDigest(builtIn: string, digest: Digest): string {
  return digest(builtIn).slice(0, digits);
}

/** How a user's own template stands to the built-in one whose place it takes. */
export interface Standing {
  /** What it was ejected from; undefined where it does not say, or was ejected from another template. */
  readonly ejection: Ejection | undefined;
  /** Its text without the line that says so, with the line ends of built-in templates. */
  readonly text: string;
  /** Whether it says the same as the built-in one. */
  readonly isSame: boolean;
  /** Whether it was changed since it was ejected; undefined where that cannot be known. */
  readonly isChanged: boolean | undefined;
  /** Whether the built-in one changed since, and is not the same now; undefined where that cannot be known. */
  readonly isOutdated: boolean | undefined;
}

/** Compares a user's own template with the built-in one of the same name. */
export function standingOf(name: string, own: string, builtIn: string, digest: Digest): Standing {
  const found = ejectionOf(own);
  const text = own.slice(found?.length ?? 0).replaceAll("\r\n", "\n");
  const isSame = text === builtIn;
  const ejection = found?.from === name ? found : undefined;
  if (ejection === undefined) return { ejection, text, isSame, isChanged: undefined, isOutdated: undefined };
  return {
    ejection,
    text,
    isSame,
    isChanged: builtInDigest(text, digest) !== ejection.digest,
    isOutdated: !isSame && builtInDigest(builtIn, digest) !== ejection.digest,
  };
}
