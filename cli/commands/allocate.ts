import { type Allocation, allocate as allocateCodes } from "../../core/allocation/allocate.ts";
import { type CatalogCodes, type CodeCategory, catalogCodes } from "../../core/allocation/catalog-codes.ts";
import type { Uncountable } from "../../core/allocation/numbering.ts";
import { decode } from "../../core/decode.ts";
import { type Diagnostic, diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { locate, parseJson } from "../../core/json.ts";
import { choice, quoted, quotedValue } from "../../core/quoted.ts";
import type { SourceFile } from "../../core/source-file.ts";
import { suggestion } from "../../core/suggestion.ts";
import { allocationDocument, allocationText } from "../allocation-text.ts";
import { type Conclusion, conclude, type ExitCode } from "../conclusion.ts";
import { counted } from "../counted.ts";
import type { Host } from "../host/host.ts";
import { readProjectFile } from "../host/project-files.ts";
import { catalogsElsewhere, ledgersElsewhere } from "../occupied-codes.ts";
import { type GlobalOptions, readConfiguration } from "../pipeline.ts";
import type { Problem } from "../problem.ts";
import { readProjectLedger } from "../project-ledger.ts";
import { noCatalog, unreadable } from "../spec-files.ts";

/** Options of `allocate`. */
export interface AllocateOptions extends GlobalOptions {
  /** Identifier of the category. */
  readonly category: string;
  /** How many codes; one unless it is given. */
  readonly count?: number;
  /** Whether free codes between others may be given, and not only those behind all of them. */
  readonly reuseHoles?: boolean;
}

/** Proposes the next free codes of a category. The catalog may have mistakes: it is asked where two have one code already. */
export async function allocate(host: Host, options: AllocateOptions): Promise<ExitCode> {
  return conclude(host, options, conclusionOf(host, options));
}

const command = "allocate";

function conclusionOf(host: Host, options: AllocateOptions): Conclusion {
  const configured = readConfiguration(host, options);
  if (configured.kind === "stopped") return { command, problem: configured.problem };
  const { root, outcome } = configured;
  if (!outcome.ok) return { command, root, diagnostics: outcome.diagnostics, hindered: true };
  const settings = outcome.value;
  const reading = readProjectFile(host.files, root, settings.spec);
  if (reading.kind === "missing") return { command, root, problem: noCatalog(settings) };
  if (reading.kind === "unreadable") return { command, root, problem: unreadable(settings.spec, reading.reason) };
  if (reading.kind === "too-large") return { command, root, diagnostics: [reading.diagnostic] };
  const { file, readable, diagnostics } = decode(reading.raw, settings.maxFileSize);
  if (!readable) return { command, root, diagnostics };
  const parsed = parseJson(file);
  const catalog = catalogCodes(parsed.value);
  if (catalog === undefined) {
    if (parsed.diagnostics.length > 0) return { command, root, diagnostics: parsed.diagnostics };
    return { command, root, problem: noFailures(file) };
  }
  const category = catalog.categories.find(({ id }) => id === options.category);
  if (category === undefined) return { command, root, problem: unknownCategory(catalog, options.category) };
  const { ledger, diagnostics: ofLedger, problem } = readProjectLedger(host, { root, settings });
  if (problem !== undefined) return { command, root, problem };

  const elsewhere = catalogsElsewhere(host, root, settings.spec);
  const ledgers = [...(ledger === undefined ? [] : [ledger]), ...ledgersElsewhere(host, root, settings.spec)];
  const { count = 1, reuseHoles = false } = options;
  const allocation = allocateCodes({ catalog, ledgers, others: elsewhere.catalogs }, { category, count, reuseHoles });
  if (typeof allocation === "string") {
    return { command, root, diagnostics: [...ofLedger, uncountable(file, category, allocation)] };
  }
  const isEnough = allocation.codes.length === count;
  const found = isEnough ? [] : [exhausted(file, category, allocation, { count, reuseHoles })];
  const releases = new Set(ledgers.flatMap(({ lines }) => lines.map(({ version }) => version))).size;
  const reasons = new Map(catalog.reserved.map(({ code, reason }) => [code, reason]));
  const report = { category, allocation, elsewhere, releases, reasons, spec: settings.spec, reuseHoles };
  return {
    command,
    root,
    diagnostics: [...ofLedger, ...found],
    document: { allocation: allocationDocument(report) },
    text: (ink, width) => (allocation.codes.length === 0 ? "" : allocationText(report, ink, width)),
  };
}

function noFailures({ path }: SourceFile): Problem {
  return {
    message: `${quoted(path)} has no list of "failures": it is no catalog.`,
    hint: "Run `failcodes validate` to see what is wrong with it.",
  };
}

function unknownCategory({ categories }: CatalogCodes, id: string): Problem {
  const ids = categories.map((category) => category.id);
  const near = suggestion(id, ids);
  return {
    message: `There is no category ${quoted(id)}.`,
    hint:
      near !== undefined
        ? `Did you mean ${quoted(near)}?`
        : ids.length === 0
          ? 'Write one under "categories" first.'
          : `Use ${choice(ids)}.`,
  };
}

function exhausted(
  file: SourceFile,
  category: CodeCategory,
  { codes, highest, holes }: Allocation,
  { count, reuseHoles }: { readonly count: number; readonly reuseHoles: boolean },
): Diagnostic {
  const property = category.range === undefined ? "prefixes" : "range";
  const widen = property === "range" ? "Widen its range" : "Give it another prefix";
  const words = {
    category: quoted(category.id),
    free: codes.length === 0 ? "no free code" : counted(codes.length, "free code"),
    where: reuseHoles || highest === undefined ? "at all" : `behind ${quotedValue(highest)}`,
    wanted: count === 1 ? "1 is" : `${count} are`,
    remedy:
      reuseHoles || holes.length === 0 ? `${widen}.` : `${widen}, or take one before the highest with --reuse-holes.`,
  };
  return diagnostic("FC9301", locate(file, ["categories", category.index, property], "key"), words);
}

function uncountable(file: SourceFile, { id, index }: CodeCategory, why: Uncountable): Diagnostic {
  const [property, reason, remedy] = uncountableWords[why];
  const words = { category: quoted(id), reason, remedy };
  return diagnostic("FC9302", locate(file, ["categories", index, property], "key"), words);
}

const uncountableWords: Readonly<Record<Uncountable, readonly [property: string, reason: string, remedy: string]>> = {
  "no-range": [
    "range",
    "it has no range from a lower to a higher number",
    'Give it a "range", or choose the code by hand.',
  ],
  "no-prefixes": ["prefixes", "it has no prefixes", 'Give it "prefixes", or choose the code by hand.'],
  "no-pattern": [
    "prefixes",
    "its codes do not all have the same letters, and as many digits behind them",
    "Choose the code by hand.",
  ],
};
