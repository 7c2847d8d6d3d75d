import type { Diagnostic } from "./diagnostics/diagnostic.ts";

/** What a step that may find mistakes gives back. Users' mistakes are diagnostics, never exceptions. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** A value, with the warnings met on the way to it. */
export function success<T>(value: T, diagnostics: readonly Diagnostic[] = []): Outcome<T> {
  return { ok: true, value, diagnostics };
}

/** No value: at least one of the diagnostics is an error. */
export function failure<T = never>(diagnostics: readonly Diagnostic[]): Outcome<T> {
  return { ok: false, diagnostics };
}
