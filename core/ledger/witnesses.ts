import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { Ledger, LedgerLine } from "./ledger.ts";

/** Somebody who remembers what a ledger held. */
export interface Witness {
  /** How it begins a sentence: `Branch main`. */
  readonly name: string;
  /** The line that it knows, as far as it says. */
  readonly digest: string;
  readonly version: string | undefined;
}

/** The last line of a ledger that somebody else holds, as a witness; undefined where it has none. */
export function witnessOf(name: string, ledger: Ledger): Witness | undefined {
  const last = ledger.lines.at(-1);
  return last === undefined ? undefined : { name, digest: last.digest, version: last.version };
}

/** Releases that others know and that a ledger does not: its end was cut off, or written anew. */
export function* forgotten(ledger: Ledger, witnesses: Iterable<Witness>): Iterable<Diagnostic> {
  const known = new Set(ledger.lines.map(({ digest }: LedgerLine) => digest));
  const said = new Set<string>();
  for (const { name, digest, version } of witnesses) {
    if (known.has(digest) || said.has(digest)) continue;
    said.add(digest);
    const end = ledger.file.text.length;
    const at = ledger.lines.at(-1)?.at ?? { file: ledger.file, start: end, end };
    yield diagnostic("FC9006", at, {
      witness: name,
      release: version === undefined ? "a release" : `release ${version}`,
      digest: `${digest.slice(0, 12)}…`,
    });
  }
}
