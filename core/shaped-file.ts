import { decode, type RawFile } from "./decode.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { parseJson } from "./json.ts";
import { type Shaped, shape } from "./shape/shape.ts";
import type { Validator } from "./shape/validators.gen.js";
import { releasableFile, type SourceFile } from "./source-file.ts";

/** A file of a spec after a look at its shape. */
export interface ShapedFile<T> {
  readonly file: SourceFile;
  /** Undefined where there is no value to look at. */
  readonly shaped: Shaped<T> | undefined;
  /** Whether the characters of all texts are known to be sound. */
  readonly sound: boolean;
}

/** Reads a file of a spec as far as its shape; what is wrong with it is added to `diagnostics`. */
export function readShaped<T>(
  raw: RawFile,
  maxFileSize: number | undefined,
  validator: Validator,
  diagnostics: Diagnostic[],
): ShapedFile<T> {
  const decoded = decode(raw, maxFileSize);
  append(diagnostics, decoded.diagnostics);
  const file = raw.reread === undefined ? decoded.file : releasableFile(decoded.file, textAgain(raw.path, raw.reread));
  if (!decoded.readable) return { file, shaped: undefined, sound: false };
  const parsed = parseJson(file);
  append(diagnostics, parsed.diagnostics);
  if (parsed.value === undefined) return { file, shaped: undefined, sound: false };
  const shaped = shape<T>(file, parsed.value, validator);
  append(diagnostics, shaped.diagnostics);
  return { file, shaped, sound: parsed.sound };
}

function textAgain(path: string, reread: NonNullable<RawFile["reread"]>): () => string {
  return () => decode({ path, content: reread() }, Number.POSITIVE_INFINITY).file.text;
}

/** Adds to a list; `push(...found)` would overflow the stack at a hundred thousand mistakes. */
export function append(diagnostics: Diagnostic[], found: readonly Diagnostic[]): void {
  for (const one of found) diagnostics.push(one);
}

/** Whether something is said about a file: it is printed with the text. */
export function isShown(file: SourceFile, diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ at, related }) => at.file === file || related?.some((other) => other.at.file === file));
}

/** Whether one of the diagnostics is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
