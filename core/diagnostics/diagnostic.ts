import type { Location } from "../source-file.ts";
import type { DiagnosticDefinition, Severity } from "./definition.ts";
import { fill, type MessageTemplate } from "./message-template.ts";
import { diagnosticTable } from "./table.ts";

/** A permanent id: `FC1001`. */
export type DiagnosticCode = keyof typeof diagnosticTable;

/** Another place that belongs to a diagnostic: the first of two equal codes, for example. */
export interface RelatedLocation {
  readonly message: string;
  readonly at: Location;
}

/** Something we say about a spec, a configuration or a template: what is wrong, where, and what to do. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
  readonly at: Location;
  readonly related?: readonly RelatedLocation[];
}

type HolesOf<Template> = Template extends MessageTemplate<infer Holes> ? Holes : never;

type Holes<Code extends DiagnosticCode> =
  | HolesOf<(typeof diagnosticTable)[Code]["message"]>
  | HolesOf<(typeof diagnosticTable)[Code]["hint"]>;

/** Makes a diagnostic; the type asks for exactly the words its sentence and hint have holes for. */
export function diagnostic<Code extends DiagnosticCode>(
  code: Code,
  at: Location,
  words: Readonly<Record<Holes<Code>, string | number>>,
  related: readonly RelatedLocation[] = [],
): Diagnostic {
  const definition: DiagnosticDefinition = diagnosticTable[code];
  return {
    code,
    severity: definition.severity,
    message: fill(definition.message, words),
    hint: fill(definition.hint, words),
    at,
    ...(related.length > 0 ? { related } : {}),
  };
}
