const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EPERM: "the system does not permit it",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the quota of the disk is used up",
  EISDIR: "a folder stands there",
  ENOTDIR: "a file stands where a folder is needed",
  ENAMETOOLONG: "the path is too long",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  ELOOP: "links lead in a circle",
  EBUSY: "another program uses it",
  EIO: "the disk reports an error",
  ENOENT: "it is not there",
};

/** An error of the operating system, as Node throws it. */
export interface SystemError extends Error {
  readonly code: string;
  readonly path?: string;
  readonly syscall: string;
}

/** Whether an error is the operating system's, with one of the codes if any are given. */
export function isSystemError(problem: unknown, ...codes: readonly string[]): problem is SystemError {
  if (!(problem instanceof Error) || !("code" in problem) || !("syscall" in problem)) return false;
  return typeof problem.code === "string" && (codes.length === 0 || codes.includes(problem.code));
}

/** Why the system refused, in words that fit after a colon. */
export function systemReason(problem: SystemError): string {
  return reasons[problem.code] ?? `the system says ${problem.code}`;
}
