import type CodeBlockWriter from "code-block-writer";
import type { Catalog, Ending, Failure } from "../../core/catalog.ts";
import { linesOf } from "../../core/content.ts";
import { arrayLiteral, codeLiteral, stringLiteral } from "../../core/javascript-literal.ts";
import { type Face, writeLaidOut } from "./module-writer.ts";

/** The types of a failure's facts: the same text in `.d.ts` and `.ts`. */
export const factTypes = `/** Whether sending again helps: never; later, unchanged; or after something was changed. */
export type Retry = "never" | "later" | "after-change";

/** Another published spelling of a failure's name. */
export interface FailureAlias {
  readonly name: string;
  readonly reason: string;
}

/** When and why a failure was deprecated or retired. */
export interface FailureEnding {
  /** The version of the catalog in which it happened. */
  readonly since: string;
  readonly reason: string;
  /** The failure to use instead. */
  readonly replacedBy?: FailureCode;
}

/** What the catalog says about one failure. */
export interface Failure {
  readonly code: FailureCode;
  readonly name: string;
  readonly aliases: readonly FailureAlias[];
  readonly category: FailureCategory;
  readonly title: string;
  /** What happened, for an engineer. */
  readonly description: string;
  /** Likely causes and what to do, a sentence each. */
  readonly guidance: { readonly causes: readonly string[]; readonly actions: readonly string[] };
  readonly retry: Retry;
  /** The statuses a message with this failure can have; empty where unknown. */
  readonly statuses: readonly FailureStatus[];
  /** Failures that are easily taken for this one. */
  readonly related: readonly FailureCode[];
  /** The version of the catalog that first held it, where known. */
  readonly since?: string;
  /** Present when the failure should no longer be relied on. */
  readonly deprecated?: FailureEnding;
  /** Present when the failure no longer occurs. */
  readonly retired?: FailureEnding;
}`;

const documentation = "/** Every failure of the catalog, retired ones included, by ascending code. */";

/** Writes the table of all failures. Its entries share one interface: types of their own would cost every consumer. */
export function writeFacts(writer: CodeBlockWriter, catalog: Catalog, face: Face): void {
  if (face !== "js") writer.writeLine(documentation);
  if (face === "dts") {
    writer.writeLine("export declare const failures: readonly Failure[];");
    return;
  }
  writer.writeLine(face === "ts" ? "export const failures: readonly Failure[] = [" : "export const failures = [");
  writeLaidOut(writer, linesOf(catalog.failures, entry));
  writer.writeLine("];");
}

function entry(failure: Failure): string {
  const { guidance } = failure;
  const aliases = failure.aliases.map(({ name, reason }) => `{ name: "${name}", reason: ${stringLiteral(reason)} }`);
  const optional =
    (failure.since === undefined ? "" : `    since: ${stringLiteral(failure.since)},\n`) +
    (failure.deprecated === undefined ? "" : `    deprecated: ${ending(failure.deprecated)},\n`) +
    (failure.retired === undefined ? "" : `    retired: ${ending(failure.retired)},\n`);
  return `  {
    code: ${codeLiteral(failure.code)},
    name: "${failure.name}",
    aliases: ${arrayLiteral(aliases, "    ")},
    category: "${failure.category.id}",
    title: ${stringLiteral(failure.title)},
    description: ${stringLiteral(failure.description)},
    guidance: {
      causes: ${arrayLiteral(guidance.causes.map(stringLiteral), "      ")},
      actions: ${arrayLiteral(guidance.actions.map(stringLiteral), "      ")},
    },
    retry: "${failure.retry}",
    statuses: ${arrayLiteral(failure.statuses.map(stringLiteral), "    ")},
    related: ${arrayLiteral(failure.related.map(codeLiteral), "    ")},
${optional}  },`;
}

function ending({ since, reason, replacedBy }: Ending): string {
  const replacement = replacedBy === undefined ? "" : `, replacedBy: ${codeLiteral(replacedBy)}`;
  return `{ since: ${stringLiteral(since)}, reason: ${stringLiteral(reason)}${replacement} }`;
}
