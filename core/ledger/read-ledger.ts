import type { Code } from "../catalog.ts";
import { decode, type RawFile } from "../decode.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { Digest } from "../digest.ts";
import { quoted } from "../quoted.ts";
import { compareVersions, parseVersion } from "../semantic-version.ts";
import type { Location, SourceFile } from "../source-file.ts";
import type { Ledger, LedgerFailure, LedgerLine } from "./ledger.ts";
import { openSeal } from "./ledger-text.ts";

/** A ledger as far as it can be read, and what is wrong with its lines. */
export interface LedgerReading {
  readonly ledger: Ledger;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a ledger, and proves that no line was changed, removed, added in between or put elsewhere. */
export function readLedger(raw: RawFile, digest: Digest, maxFileSize?: number): LedgerReading {
  const { file, readable, diagnostics } = decode(raw, maxFileSize);
  if (!readable) return { ledger: { file, lines: [] }, diagnostics };
  const found = [...diagnostics];
  const lines: LedgerLine[] = [];
  let previous: { readonly digest: string | undefined } | undefined = { digest: undefined };
  for (const at of linesOf(file)) {
    const text = file.text.slice(at.start, at.end);
    const line = lineOf(text, at);
    if (line === undefined) {
      found.push(diagnostic("FC9001", at, {}));
      // What follows cannot be held against a line that nobody can read.
      previous = undefined;
      continue;
    }
    if (digest(openSeal(text)?.sealed ?? "") !== line.digest) {
      found.push(diagnostic("FC9002", at, { version: quoted(line.version) }));
    } else if (previous !== undefined && line.previous !== previous.digest) {
      found.push(diagnostic("FC9003", at, { version: quoted(line.version) }));
    }
    found.push(...versionMistakes(line, lines.at(-1)));
    lines.push(line);
    previous = { digest: line.digest };
  }
  return { ledger: { file, lines }, diagnostics: found };
}

/** Lines end in LF or CRLF, since git may turn the one into the other; the end is not part of the line. */
function* linesOf(file: SourceFile): Iterable<Location> {
  const { text } = file;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf("\n", start);
    const next = feed === -1 ? text.length : feed;
    const end = text[next - 1] === "\r" && next > start ? next - 1 : next;
    if (end > start) yield { file, start, end };
    start = next + 1;
  }
}

function* versionMistakes(line: LedgerLine, before: LedgerLine | undefined): Iterable<Diagnostic> {
  if (before === undefined) return;
  const earlier = parseVersion(before.version);
  const later = parseVersion(line.version);
  if (earlier === undefined || later === undefined || compareVersions(earlier, later) < 0) return;
  const words = { version: quoted(line.version), before: quoted(before.version) };
  yield diagnostic("FC9004", line.at, words, [{ message: "The release before it is here.", at: before.at }]);
}

type Members = Readonly<Record<string, unknown>>;

function lineOf(text: string, at: Location): LedgerLine | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value) || value["ledger"] !== 1) return undefined;
  const { version, date, previous, release, failures, reserved } = value;
  const digest = openSeal(text)?.digest;
  if (digest === undefined || !areTexts([version, date, release]) || !Array.isArray(failures)) return undefined;
  if (previous !== null && typeof previous !== "string") return undefined;
  if (!Array.isArray(reserved) || !reserved.every(isCode) || parseVersion(String(version)) === undefined)
    return undefined;
  const known = failures.map(failureOf);
  if (!known.every((one) => one !== undefined)) return undefined;
  return {
    version: String(version),
    date: String(date),
    previous: previous ?? undefined,
    release: String(release),
    failures: known,
    reserved,
    digest,
    at,
  };
}

const states = ["active", "deprecated", "retired"] as const;

function failureOf(value: unknown): LedgerFailure | undefined {
  if (!isObject(value)) return undefined;
  const { code, name, aliases = [], category, params = "", meaning, state = "active" } = value;
  const known = states.find((one) => one === state);
  if (!isCode(code) || !areTexts([name, category, params, meaning]) || known === undefined) return undefined;
  if (!Array.isArray(aliases) || !areTexts(aliases)) return undefined;
  return {
    code,
    name: String(name),
    aliases: aliases.map(String),
    category: String(category),
    params: String(params),
    meaning: String(meaning),
    state: known,
  };
}

function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCode(value: unknown): value is Code {
  return typeof value === "string" || Number.isSafeInteger(value);
}

function areTexts(values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === "string");
}
