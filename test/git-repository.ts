import { spawnSync } from "node:child_process";
import { cleanEnvironment } from "./built-tool.ts";

/** What a run of git printed and how it ended. */
export interface GitRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

const person = ["-c", "user.name=Support", "-c", "user.email=support@example.com", "-c", "rerere.enabled=false"];

/** Runs git in a folder, as somebody without settings of their own. */
export function tryGit(root: string, words: readonly string[]): GitRun {
  const nobody = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null", GIT_EDITOR: "true", LC_ALL: "C" };
  const run = spawnSync("git", [...person, ...words], { cwd: root, encoding: "utf8", env: cleanEnvironment(nobody) });
  return { stdout: run.stdout, stderr: run.stderr, exitCode: run.status ?? -1 };
}

/** The same where it has to succeed; gives what it printed. */
export function git(root: string, ...words: readonly string[]): string {
  const { stdout, stderr, exitCode } = tryGit(root, words);
  if (exitCode !== 0) throw new Error(`git ${words.join(" ")}: ${stderr}${stdout}`);
  return stdout;
}

/** Commits everything in a folder. */
export function commitAll(root: string, message: string): void {
  git(root, "add", "--all");
  git(root, "commit", "--quiet", "--message", message);
}
