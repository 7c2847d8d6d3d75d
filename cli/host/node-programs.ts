import { readFileSync } from "node:fs";
import type { GitEnvironment, ProcessMark, ProgramResult, Programs } from "./programs.ts";
import { isSystemError } from "./system-error.ts";

/** The programs of this machine. */
export function nodePrograms(): Programs {
  let made: ProcessMark | undefined;
  const self = (): ProcessMark => {
    made ??= { machine: machineName(), process: process.pid, started: startOf(process.pid) ?? "" };
    return made;
  };
  return {
    git,
    get self() {
      return self();
    },
    runs: (mark) => runs(mark, self().machine),
    now: Date.now,
    pause,
  };
}

// Set by git for the hooks it runs. They would tie every later call to one repository, the calls in our scratch folder too.
const ofHooks = [
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_PREFIX",
  "GIT_COMMON_DIR",
  "GIT_OBJECT_DIRECTORY",
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_NAMESPACE",
];

function git(
  folder: string,
  words: readonly string[],
  input: string | Uint8Array = "",
  environment: GitEnvironment = {},
): ProgramResult {
  const variables: Record<string, string | undefined> = { ...process.env, LC_ALL: "C", ...environment };
  for (const name of ofHooks) delete variables[name];
  // Loaded for this alone: most runs never ask git.
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const result = spawnSync("git", words, {
    cwd: folder,
    input,
    env: variables,
    stdio: ["pipe", "pipe", "ignore"],
    maxBuffer: 1 << 30,
    windowsHide: true,
  });
  return {
    exitCode: result.error === undefined ? (result.status ?? undefined) : undefined,
    stdout: result.stdout ?? new Uint8Array(),
  };
}

function machineName(): string {
  // Loaded for this alone: only who writes needs it.
  return process.getBuiltinModule("node:os").hostname();
}

function runs(mark: ProcessMark, machine: string): boolean | undefined {
  if (mark.machine !== machine) return undefined;
  try {
    process.kill(mark.process, 0);
  } catch (problem) {
    // EPERM: it runs, as somebody else.
    if (isSystemError(problem, "ESRCH")) return false;
  }
  const started = startOf(mark.process);
  if (started === undefined || mark.started === "") return undefined;
  return started === mark.started;
}

/** On Linux, the tick of the machine's clock at which a process began; undefined elsewhere. */
function startOf(id: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${id}/stat`, "utf8");
    // The name, in brackets, may hold spaces; the 22nd field is the 20th after it.
    return text.slice(text.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
