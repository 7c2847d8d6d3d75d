import type { Catalog, Failure } from "../core/catalog.ts";
import { type Diagnostic, diagnostic } from "../core/diagnostics/diagnostic.ts";
import type { Pairing } from "../core/evolution/comparison.ts";
import { meaningDigest } from "../core/evolution/meaning.ts";
import { pairFailures } from "../core/evolution/pairing.ts";
import { type Ledger, type LedgerLine, lastRelease } from "../core/ledger/ledger.ts";
import { ledgerPath, releasePath } from "../core/ledger/ledger-paths.ts";
import { readLedger } from "../core/ledger/read-ledger.ts";
import { readRelease } from "../core/ledger/read-release.ts";
import { contradictions } from "../core/ledger/released-codes.ts";
import { forgotten, type Witness, witnessOf } from "../core/ledger/witnesses.ts";
import { readManifest } from "../core/manifest.ts";
import { joined } from "../core/output-path.ts";
import { quoted } from "../core/quoted.ts";
import { gitRevisions, type Revisions } from "./host/git-revisions.ts";
import type { Host } from "./host/host.ts";
import { absolutePath, filesIn, readProjectFile } from "./host/project-files.ts";
import type { LedgerPlace } from "./project-ledger.ts";

/** What of a ledger is wrong beside its own lines, and who confirms its end. */
export interface LedgerProof {
  readonly diagnostics: readonly Diagnostic[];
  /** Who remembers a release: `the last commit`, `4 manifests`. Empty where a cut end could not be seen. */
  readonly witnesses: readonly string[];
  /** Whether git holds the last commit alone, which cannot remember more than the ledger that is in it. */
  readonly isShallow: boolean;
}

/**
 * Holds a ledger against the releases it names, against whatever remembers it, and the catalog against all releases. One that is
 * not there holds no line, and whoever remembers one says so.
 */
export function proveLedger(host: Host, place: LedgerPlace, there: Ledger | undefined, catalog: Catalog): LedgerProof {
  const ledger = there ?? { file: { path: ledgerPath(place.settings.spec), text: "" }, lines: [] };
  const revisions = gitRevisions(host.programs, place.root, host.environment);
  const witnesses = [...commitsOf(place, revisions, host), ...manifestsOf(host, place)];
  return {
    diagnostics: [
      ...ledger.lines.flatMap((line) => releaseMistakes(host, place, line)),
      ...forgotten(ledger, witnesses),
      ...contradictions(catalog, ledger, {
        meaningOf: (failure) => meaningDigest(failure, host.digest),
        isRenamed: renamedIn(host, place, ledger, catalog),
      }),
    ],
    witnesses: witnesses.map(({ name }) => name),
    isShallow: revisions?.isShallow === true && revisions.known.length === 1,
  };
}

/** Tells renamed failures as `diff` does: by the whole last release, which is read when it is first asked. */
function renamedIn(
  host: Host,
  { root, settings }: LedgerPlace,
  ledger: Ledger,
  catalog: Catalog,
): (failure: Failure) => boolean {
  const pairing = (): Pairing | undefined => {
    const { version } = lastRelease(ledger) ?? {};
    if (version === undefined) return undefined;
    const path = releasePath(settings.spec, version);
    const reading = readProjectFile(host.files, root, path, Number.POSITIVE_INFINITY);
    const outcome = reading.kind === "read" ? readRelease(reading.raw, version) : undefined;
    return outcome?.ok ? pairFailures(outcome.value.side.catalog, catalog) : undefined;
  };
  let found: { readonly pairing: Pairing | undefined } | undefined;
  return (failure) => {
    found ??= { pairing: pairing() };
    return found.pairing?.earlier.get(failure)?.code === failure.code;
  };
}

/** Whether what a release contained is still the file that its line names. */
export function releaseMistakes(host: Host, { root, settings }: LedgerPlace, line: LedgerLine): readonly Diagnostic[] {
  const path = releasePath(settings.spec, line.version);
  const reading = readProjectFile(host.files, root, path, Number.POSITIVE_INFINITY);
  const state = reading.kind === "read" ? "is another" : "is not there";
  // Git may have turned the line feeds of a text into line ends of its own.
  const isSame =
    reading.kind === "read" &&
    (host.digest(reading.raw.content) === line.release ||
      host.digest(withLineFeeds(reading.raw.content)) === line.release);
  if (isSame) return [];
  return [diagnostic("FC9005", line.at, { version: quoted(line.version), path: quoted(path), state })];
}

function withLineFeeds(content: string | Uint8Array): string {
  return (typeof content === "string" ? content : new TextDecoder().decode(content)).replaceAll("\r\n", "\n");
}

function commitsOf({ settings }: LedgerPlace, revisions: Revisions | undefined, { digest }: Host): readonly Witness[] {
  if (revisions === undefined) return [];
  const { known } = revisions;
  const path = ledgerPath(settings.spec);
  return revisions
    .contents(
      known.map(({ commit }) => commit),
      path,
    )
    .flatMap((content, index) => {
      const name = known[index]?.name ?? "";
      if (content === undefined) return [];
      return witnessOf(name, readLedger({ path, content }, digest).ledger) ?? [];
    });
}

function manifestsOf(host: Host, { root, settings }: LedgerPlace): readonly Witness[] {
  const { output } = settings;
  return filesIn(host.files, root, output, "manifest.json", true).flatMap((name) => {
    const path = joined(output, name);
    const bytes = host.files.read(absolutePath(root, path));
    const reading = bytes === undefined ? undefined : readManifest(bytes);
    if (reading?.state !== "ours" || reading.manifest.inputs.ledger === null) return [];
    return { name: path, digest: reading.manifest.inputs.ledger, version: undefined };
  });
}
