/** What a program gave back. */
export interface ProgramResult {
  /** Undefined where it could not be started, or was killed. */
  readonly exitCode: number | undefined;
  readonly stdout: Uint8Array;
}

/** Other programs, and this process among them. */
export interface Programs {
  /** Runs git in a folder and waits for it. `environment` is added to ours. */
  git(
    folder: string,
    words: readonly string[],
    input?: string | Uint8Array,
    environment?: GitEnvironment,
  ): ProgramResult;
  /** Who we are: for locks. */
  readonly self: ProcessMark;
  /** Whether a process of this machine still runs; undefined where that cannot be told. */
  runs(mark: ProcessMark): boolean | undefined;
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits, doing nothing. */
  pause(milliseconds: number): void;
}

/** Variables for a call of git. */
export type GitEnvironment = Readonly<Record<string, string>>;

/** One process of one machine; `started` tells it from a later one with the same number, where the system knows it. */
export interface ProcessMark {
  readonly machine: string;
  readonly process: number;
  readonly started: string;
}
