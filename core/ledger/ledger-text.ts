import type { Digest } from "../digest.ts";
import type { LedgerFailure, LedgerLine } from "./ledger.ts";

/** What stands between the text that a line's digest is made of, and the digest. */
const seal = ',"digest":"';

/** A release that is about to be written into the ledger. */
export type NewLine = Omit<LedgerLine, "digest" | "at">;

/** A line of the ledger, without its line feed: JSON whose last member is the digest of all the text before it. */
export function ledgerLineText(line: NewLine, digest: Digest): string {
  const text = JSON.stringify({
    ledger: 1,
    version: line.version,
    date: line.date,
    previous: line.previous ?? null,
    release: line.release,
    failures: line.failures.map(failureText),
    reserved: line.reserved,
  }).slice(0, -1);
  return `${text}${seal}${digest(text)}"}`;
}

function failureText({ code, name, aliases, category, params, meaning, state }: LedgerFailure): object {
  return {
    code,
    name,
    ...(aliases.length === 0 ? {} : { aliases }),
    category,
    ...(params === "" ? {} : { params }),
    meaning,
    ...(state === "active" ? {} : { state }),
  };
}

/** A line's text without its digest, and the digest that it gives; undefined where it ends otherwise. */
export function openSeal(text: string): { readonly sealed: string; readonly digest: string } | undefined {
  const match = /,"digest":"([0-9a-f]{64})"\}$/.exec(text);
  if (match === null) return undefined;
  return { sealed: text.slice(0, match.index), digest: match[1] ?? "" };
}

/** The digest of the last line of a ledger, as it says itself; undefined where it says none. Nothing is proved by it. */
export function headOf(text: string): string | undefined {
  return openSeal(text.trimEnd().slice(-longestEnd))?.digest;
}

/** Characters at the end of a line that hold its digest. */
const longestEnd = 100;
