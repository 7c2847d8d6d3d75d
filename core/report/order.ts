import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Location, positionAt } from "../source-file.ts";

/** Diagnostics in the order they are printed: by file, place, code and words, so that no order of work shows. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (left, right) =>
      compareTexts(left.at.file.path, right.at.file.path) ||
      left.at.start - right.at.start ||
      compareTexts(left.code, right.code) ||
      compareTexts(left.message, right.message),
  );
}

function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** `spec/failure-codes.json:12:7`. */
export function place(at: Location): string {
  const { line, column } = positionAt(at.file, at.start);
  return `${at.file.path}:${line}:${column}`;
}
