import type { RawFile } from "../decode.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { folderOf, joined } from "../output-path.ts";
import type { RawEvolution } from "../raw/evolution.gen.ts";
import { evolution as evolutionShape } from "../shape/validators.gen.js";
import { readShaped } from "../shaped-file.ts";
import type { SourceFile } from "../source-file.ts";
import type { JudgedMeaning } from "./meaning.ts";
import type { Waiver } from "./verdict.ts";

/** What people decided about changes. */
export interface Decisions {
  /** Undefined where nothing is written. */
  readonly file: SourceFile | undefined;
  readonly waivers: readonly Waiver[];
  readonly meanings: readonly JudgedMeaning[];
}

/** Where nothing was decided. */
export const noDecisions: Decisions = { file: undefined, waivers: [], meanings: [] };

/** Path of the file that holds decisions: beside the catalog. */
export function decisionsPath(spec: string): string {
  return joined(folderOf(spec), "evolution.json");
}

/** Reads what people decided; of what is misshapen nothing counts. */
export function readDecisions(raw: RawFile, diagnostics: Diagnostic[]): Decisions {
  const before = diagnostics.length;
  const { file, shaped } = readShaped<RawEvolution>(raw, undefined, evolutionShape, diagnostics);
  if (shaped === undefined || diagnostics.length > before) return { ...noDecisions, file };
  const { waivers = [], meanings = [] } = shaped.draft as RawEvolution;
  return { file, waivers, meanings };
}
