import type { Digest } from "../../core/digest.ts";
import type { FileSystem } from "./file-system.ts";
import type { Programs } from "./programs.ts";

/** Where a command prints. */
export interface Output {
  /** Whether a person reads it in a terminal. */
  readonly isTerminal: boolean;
  /** Width in characters; undefined where it is not a terminal. */
  readonly columns: number | undefined;
  write(text: string): void;
}

/** Where a command reads what is given to it. */
export interface Input {
  /** Whether a person types in a terminal. */
  readonly isTerminal: boolean;
  /** Everything up to its end; undefined where that is more than so many bytes. */
  read(limit: number): Promise<Uint8Array | undefined>;
}

/** The world, as commands see it: what they may touch, and nothing else. */
export interface Host {
  /** The folder the tool was started in, absolute. */
  readonly cwd: string;
  readonly files: FileSystem;
  readonly programs: Programs;
  readonly digest: Digest;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Says that this run, of a process that ends with it, has megabytes to go through; sparing, of two catalogs. */
  prepareForMuchData(isSparing: boolean): void;
  /** The date of today in UTC: `2026-11-24`. */
  today(): string;
}
