import type { Catalog, Code, Failure } from "../catalog.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../json.ts";
import { quoted, quotedValue } from "../quoted.ts";
import { compareVersions, parseVersion } from "../semantic-version.ts";
import { type Ledger, type LedgerFailure, type LedgerLine, lastRelease } from "./ledger.ts";

/** What all releases together say of one code. */
interface ReleasedCode {
  /** Every name and alias that it had. */
  readonly names: Set<string>;
  readonly meanings: Set<string>;
  /** As the last release that had it says. */
  last: { readonly failure: LedgerFailure; readonly line: LedgerLine };
}

interface ReleasedName {
  /** Every code that it belonged to, with the last release in which it did. */
  readonly codes: Map<Code, LedgerLine>;
}

/** What a catalog is held against a ledger by. */
export interface Recognition {
  /** A failure's fingerprint, as the ledger has it. */
  readonly meaningOf: (failure: Failure) => string;
  /**
   * Whether a failure is the one that had its code in the last release, by all that they say: it was renamed then, which is
   * for `diff` to judge. Asked only where neither a name nor the fingerprint tells.
   */
  readonly isRenamed: (failure: Failure) => boolean;
}

/** Where a catalog contradicts what was released, in whichever release that was. */
export function* contradictions(catalog: Catalog, ledger: Ledger, recognition: Recognition): Iterable<Diagnostic> {
  const last = lastRelease(ledger);
  if (last === undefined) return;
  yield* lowerVersion(catalog, last);
  const { codes, names, reserved } = releasedOf(ledger);
  const areReserved = new Set(catalog.reserved.map(({ code }) => code));
  for (const [code, released] of codes) {
    const failure = catalog.byCode.get(code);
    if (failure !== undefined) {
      if (!isKnown(failure, released, last, recognition)) yield otherFailure(failure, released);
    } else if (!areReserved.has(code)) yield gone(catalog, code, released);
  }
  for (const [code, line] of reserved) {
    if (areReserved.has(code) || catalog.byCode.has(code) || codes.has(code)) continue;
    const words = { code: quotedValue(code), version: quoted(line.version) };
    yield diagnostic("FC9105", locate(catalog.file, ["reserved"], "key"), words, released(line));
  }
  for (const failure of catalog.failures) yield* namesOfOthers(failure, names);
}

function* lowerVersion({ file, version }: Catalog, last: LedgerLine): Iterable<Diagnostic> {
  const now = parseVersion(version);
  const before = parseVersion(last.version);
  if (now === undefined || before === undefined || compareVersions(now, before) >= 0) return;
  const words = { version: quoted(version), released: quoted(last.version) };
  yield diagnostic("FC9101", locate(file, ["version"]), words, released(last));
}

function isKnown(
  failure: Failure,
  released: ReleasedCode,
  lastLine: LedgerLine,
  { meaningOf, isRenamed }: Recognition,
): boolean {
  const { names, meanings, last } = released;
  if (names.has(failure.name) || failure.aliases.some(({ name }) => names.has(name))) return true;
  return meanings.has(meaningOf(failure)) || (last.line === lastLine && isRenamed(failure));
}

function otherFailure(failure: Failure, { last }: ReleasedCode): Diagnostic {
  const { file, path } = failure.origin;
  const words = {
    code: quotedValue(failure.code),
    before: last.failure.name,
    version: quoted(last.line.version),
    now: failure.name,
  };
  return diagnostic("FC9102", locate(file, [...path, "code"]), words, released(last.line));
}

function gone(catalog: Catalog, code: Code, { last }: ReleasedCode): Diagnostic {
  const words = { code: quotedValue(code), name: last.failure.name, version: quoted(last.line.version) };
  return diagnostic("FC9104", locate(catalog.file, ["failures"], "key"), words, released(last.line));
}

function* namesOfOthers(failure: Failure, names: ReadonlyMap<string, ReleasedName>): Iterable<Diagnostic> {
  const { code, origin } = failure;
  const written = [
    { name: failure.name, path: ["name"] },
    ...failure.aliases.map(({ name }, index) => ({ name, path: ["aliases", index, "name"] })),
  ];
  for (const { name, path } of written) {
    const codes = names.get(name)?.codes;
    if (codes === undefined || codes.has(code)) continue;
    const [before, line] = [...codes].at(-1) ?? [];
    if (before === undefined || line === undefined) continue;
    const words = {
      name: quoted(name),
      before: quotedValue(before),
      version: quoted(line.version),
      code: quotedValue(code),
    };
    yield diagnostic("FC9103", locate(origin.file, [...origin.path, ...path]), words, released(line));
  }
}

function released(line: LedgerLine): Diagnostic["related"] & object {
  return [{ message: `It was released here, as ${line.version}.`, at: line.at }];
}

interface Released {
  readonly codes: ReadonlyMap<Code, ReleasedCode>;
  readonly names: ReadonlyMap<string, ReleasedName>;
  readonly reserved: ReadonlyMap<Code, LedgerLine>;
}

function releasedOf({ lines }: Ledger): Released {
  const codes = new Map<Code, ReleasedCode>();
  const names = new Map<string, ReleasedName>();
  const reserved = new Map<Code, LedgerLine>();
  for (const line of lines) {
    for (const code of line.reserved) reserved.set(code, line);
    for (const failure of line.failures) {
      const known = codes.get(failure.code) ?? emptyCode(failure, line);
      known.last = { failure, line };
      known.meanings.add(failure.meaning);
      codes.set(failure.code, known);
      for (const name of [failure.name, ...failure.aliases]) {
        known.names.add(name);
        const named = names.get(name) ?? { codes: new Map() };
        named.codes.set(failure.code, line);
        names.set(name, named);
      }
    }
  }
  return { codes, names, reserved };
}

function emptyCode(failure: LedgerFailure, line: LedgerLine): ReleasedCode {
  return { names: new Set(), meanings: new Set(), last: { failure, line } };
}
