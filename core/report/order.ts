import { type Location, positionAt } from "../source-file.ts";
import type { Remark } from "./finding.ts";

/** Diagnostics or findings in the order they are printed: by file, place, code and words, so that no order of work shows. */
export function inOrder<One extends Remark>(remarks: readonly One[]): readonly One[] {
  return [...remarks].sort(
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

/** `spec/failure-codes.json:12:7`; of another version as git names it, `v1.2.0:spec/failure-codes.json:12:7`. */
export function place({ file, start }: Location, path = file.path): string {
  const { line, column } = positionAt(file, start);
  return `${file.revision === undefined ? "" : `${file.revision}:`}${path}:${line}:${column}`;
}
