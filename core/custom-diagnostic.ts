import { type Diagnostic, diagnostic } from "./diagnostics/diagnostic.ts";
import type { Location } from "./source-file.ts";

/** What a custom target has to say of a catalog or a template. */
export interface CustomFinding {
  /** What is wrong: a full sentence. */
  readonly message: string;
  /** What to do: an imperative sentence. */
  readonly hint: string;
  readonly at: Location;
}

/** Makes a diagnostic of a target that is not ours: all of them have the id FC5001. */
export function targetDiagnostic({ message, hint, at }: CustomFinding): Diagnostic {
  return diagnostic("FC5001", at, { message, hint });
}
