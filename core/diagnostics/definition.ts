import type { MessageTemplate } from "./message-template.ts";

/** `error` fails a run, `warning` and `info` do not. */
export type Severity = "error" | "warning" | "info";

/** A row of the table of diagnostics. */
export interface DiagnosticDefinition {
  readonly severity: Severity;
  /** A few words: the heading of its page. */
  readonly title: string;
  readonly message: MessageTemplate;
  readonly hint: MessageTemplate;
}

/** A part of the table. Codes are permanent: a retired diagnostic keeps its row. */
export type DiagnosticSeries = Readonly<Record<`FC${number}`, DiagnosticDefinition>>;
