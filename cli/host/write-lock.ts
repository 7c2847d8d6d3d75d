import { join } from "node:path";
import { diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { failure, type Outcome } from "../../core/outcome.ts";
import { joined, stateFolderName } from "../../core/output-path.ts";
import { quoted } from "../../core/quoted.ts";
import type { FileSystem } from "./file-system.ts";
import type { ProcessMark, Programs } from "./programs.ts";
import type { Workspace } from "./workspace.ts";

/** The right to write into an output folder, held by one run at a time. */
export interface WriteLock {
  /** Shows others on other machines that we still run. */
  refresh(): void;
  /** Whether it is still ours: somebody who could not see us may have taken it. */
  isHeld(): boolean;
}

/** How long to wait for another run, in milliseconds. */
const patience = 30_000;
const pauseBetween = 25;

/** A lock that was not refreshed for so long, in milliseconds, is left over, where it cannot be seen whether its process runs. */
const leftOverAfter = 60_000;
/** The same for a lock that is not whole: its run was killed between making the file and writing it. */
const tornAfter = 2_000;

/** What the names of locks begin with while they are taken away. */
export const leftOverLockPrefix = "lock-";

/** Does something while no other run writes into the output folder. A lock of a process that was killed is in nobody's way. */
export async function whileLocked<T>(
  { host, stateFolder, surroundings }: Workspace,
  action: (lock: WriteLock) => Promise<Outcome<T>> | Outcome<T>,
): Promise<Outcome<T>> {
  const { files, programs } = host;
  const path = join(stateFolder, "lock");
  makeStateFolder(files, stateFolder);
  const own = `${JSON.stringify(programs.self)}\n`;
  for (let waited = 0; files.create(path, own) === "exists"; waited += pauseBetween) {
    const holder = files.read(path);
    if (holder === undefined) continue;
    if (isLeftOver(files, programs, path, holder)) {
      removeLeftOver(files, path, holder, join(stateFolder, `${leftOverLockPrefix}${programs.self.process}`));
      continue;
    }
    if (waited >= patience) {
      const { process = 0, machine = "" } = markOf(holder) ?? {};
      const name = `${stateFolderName}/lock`;
      const at = { file: { path: joined(surroundings.output, name), text: "" }, start: 0, end: 0 };
      const lock = quoted(joined(surroundings.output, name));
      const words = { folder: quoted(surroundings.output), process, machine, seconds: patience / 1000, lock };
      return failure([diagnostic("FC6012", at, words)]);
    }
    programs.pause(pauseBetween);
  }
  const isHeld = (): boolean => text(files.read(path)) === own;
  try {
    return await action({ refresh: () => files.touch(path), isHeld });
  } finally {
    if (isHeld()) files.remove(path);
  }
}

/** Makes the folder of what is not committed, with a file in it that tells git so. */
export function makeStateFolder(files: FileSystem, stateFolder: string): void {
  if (files.kind(join(stateFolder, ".gitignore")) !== undefined) return;
  files.createFolder(stateFolder);
  files.create(join(stateFolder, ".gitignore"), "*\n");
}

function isLeftOver(files: FileSystem, programs: Programs, path: string, holder: Uint8Array): boolean {
  const mark = markOf(holder);
  const runs = mark === undefined ? undefined : programs.runs(mark);
  if (runs !== undefined) return !runs;
  const modified = files.modified(path);
  return modified !== undefined && programs.now() - modified > (mark === undefined ? tornAfter : leftOverAfter);
}

/**
 * Takes a lock away that is left over. It is renamed first: of two runs that find it, one gets it; and one that got the new
 * lock of the other instead gives it back.
 */
function removeLeftOver(files: FileSystem, path: string, holder: Uint8Array, aside: string): void {
  try {
    files.rename(path, aside);
  } catch {
    return;
  }
  const taken = files.read(aside);
  if (taken !== undefined && text(taken) !== text(holder)) files.create(path, taken);
  files.remove(aside);
}

function markOf(holder: Uint8Array): ProcessMark | undefined {
  try {
    const { machine, process, started } = JSON.parse(text(holder)) as Partial<ProcessMark>;
    return { machine: String(machine), process: Number(process), started: String(started) };
  } catch {
    return undefined;
  }
}

function text(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}
