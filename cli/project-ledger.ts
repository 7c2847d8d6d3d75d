import type { Configuration } from "../core/configuration.ts";
import type { Diagnostic } from "../core/diagnostics/diagnostic.ts";
import { type CodeHistory, codeHistory } from "../core/ledger/code-history.ts";
import type { Ledger } from "../core/ledger/ledger.ts";
import { ledgerPath } from "../core/ledger/ledger-paths.ts";
import { headOf } from "../core/ledger/ledger-text.ts";
import { readLedger } from "../core/ledger/read-ledger.ts";
import type { Host } from "./host/host.ts";
import { absolutePath, readProjectFile } from "./host/project-files.ts";
import type { Problem } from "./problem.ts";
import { unreadable } from "./spec-files.ts";

/** Where a project lies and what is said of its folders. */
export interface LedgerPlace {
  readonly root: string;
  readonly settings: Pick<Configuration, "spec" | "output">;
}

/** What came of reading a ledger; `ledger` is undefined where nothing was released yet. */
export interface ProjectLedger {
  readonly ledger: Ledger | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly problem: Problem | undefined;
}

/** The head of a project's ledger, as manifests carry it; its lines are not proved. */
export function ledgerHead(host: Host, { root, settings }: LedgerPlace): string | undefined {
  const reading = readProjectFile(host.files, root, ledgerPath(settings.spec), Number.POSITIVE_INFINITY);
  if (reading.kind !== "read") return undefined;
  const { content } = reading.raw;
  return headOf(typeof content === "string" ? content : new TextDecoder().decode(content));
}

/** What the releases of a project say of each code; undefined where nothing was released. Read when it is first asked. */
export function projectHistory(host: Host, { root, settings }: LedgerPlace): CodeHistory | undefined {
  const path = ledgerPath(settings.spec);
  if (host.files.kind(absolutePath(root, path)) !== "file") return undefined;
  let known: CodeHistory | undefined;
  return (code) => {
    known ??= codeHistory(
      readProjectLedger(host, { root, settings }).ledger ?? { file: { path, text: "" }, lines: [] },
    );
    return known(code);
  };
}

/** Reads a project's ledger, and proves its lines. */
export function readProjectLedger(host: Host, { root, settings }: LedgerPlace): ProjectLedger {
  const path = ledgerPath(settings.spec);
  // It grows with every release, and is no file that somebody writes: no limit holds for it.
  const reading = readProjectFile(host.files, root, path, Number.POSITIVE_INFINITY);
  switch (reading.kind) {
    case "missing":
      return { ledger: undefined, diagnostics: [], problem: undefined };
    case "unreadable":
      return { ledger: undefined, diagnostics: [], problem: unreadable(path, reading.reason) };
    case "too-large":
      return { ledger: undefined, diagnostics: [reading.diagnostic], problem: undefined };
    case "read":
      return { ...readLedger(reading.raw, host.digest, Number.POSITIVE_INFINITY), problem: undefined };
  }
}
