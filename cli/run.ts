import { quoted } from "../core/quoted.ts";
import { version } from "./build-constants.ts";
import type { Parsed, Request } from "./command-line.ts";
import { conclude, type ExitCode, inkFor } from "./conclusion.ts";
import type { CacheQuestion } from "./host/generated-cache.ts";
import type { Host } from "./host/host.ts";
import { isChangedFile } from "./host/project-files.ts";
import { isSystemError, type SystemError, systemReason } from "./host/system-error.ts";
import type { Problem } from "./problem.ts";

/** What a run is told by whoever starts the process. */
export interface Start {
  /** Named in reports of bugs: `Node.js v20.20.2`. */
  readonly runtime: string;
  /** What is asked before anything is loaded, and whose answer a clean `generate` leaves for the next time. */
  readonly question?: CacheQuestion | undefined;
}

/** Runs the words of a command line; every way out of the tool comes through here. */
export async function run(host: Host, words: readonly string[], start: Start): Promise<ExitCode> {
  let request: Request | undefined;
  try {
    const parsed = await parse(host, words);
    if (parsed.kind === "printed") return parsed.exitCode;
    if (parsed.kind === "request") {
      request = parsed.request;
      return await perform(host, request, start);
    }
    const options = parsed.format === undefined ? {} : { format: parsed.format };
    return await conclude(host, options, { command: null, problem: parsed.problem });
  } catch (thrown) {
    if (host.environment["FAILCODES_DEBUG"] && thrown instanceof Error) host.stderr.write(`${thrown.stack}\n`);
    const problem = problemOf(thrown) ?? bug(words, start.runtime, thrown);
    return await conclude(host, request?.options ?? {}, {
      command: request?.command.replace(/ --.*/, "") ?? null,
      problem,
    });
  }
}

/** The commands of every day, without options, are read here: a library need not be loaded for one word. */
async function parse(host: Host, words: readonly string[]): Promise<Parsed> {
  const [word = ""] = words;
  if (words.length === 1 && isPlain(word)) return { kind: "request", request: { command: word, options: {} } };
  const { parseCommandLine } = await import("./command-line.ts");
  return parseCommandLine(words, {
    out: (text) => host.stdout.write(text),
    error: (text) => host.stderr.write(text),
    columns: host.stdout.columns ?? 80,
    bold: inkFor(host, host.stdout).bold,
  });
}

const plainCommands = ["validate", "generate", "check", "init"] as const;

function isPlain(word: string): word is (typeof plainCommands)[number] {
  return plainCommands.some((command) => command === word);
}

async function perform(host: Host, request: Request, start: Start): Promise<ExitCode> {
  switch (request.command) {
    case "validate":
      return (await import("./commands/validate.ts")).validate(host, request.options);
    case "generate":
      return (await import("./commands/generate.ts")).generate(host, request.options, start.question);
    case "serve":
      return (await import("./commands/serve.ts")).serve(host, request.options);
    case "check":
      return (await import("./commands/check.ts")).check(host, request.options);
    case "explain":
      return (await import("./commands/explain.ts")).explain(host, request.options);
    case "messages status":
      return (await import("./commands/messages-status.ts")).messagesStatus(host, request.options);
    case "messages stamp":
      return (await import("./commands/messages-stamp.ts")).messagesStamp(host, request.options);
    case "messages export":
      return (await import("./commands/messages-export.ts")).messagesExport(host, request.options);
    case "messages import":
      return (await import("./commands/messages-import.ts")).messagesImport(host, request.options);
    case "diff":
      return (await import("./commands/diff.ts")).diff(host, request.options);
    case "release":
      return (await import("./commands/release.ts")).release(host, request.options);
    case "allocate":
      return (await import("./commands/allocate.ts")).allocate(host, request.options);
    case "merge-driver":
      return (await import("./commands/merge-driver.ts")).mergeDriver(host, request.options);
    case "merge-driver --install":
      return (await import("./commands/merge-driver-install.ts")).installMergeDriver(host, request.options);
    case "templates list":
      return (await import("./commands/templates-list.ts")).templatesList(host, request.options);
    case "templates eject":
      return (await import("./commands/templates-eject.ts")).templatesEject(host, request.options);
    case "templates diff":
      return (await import("./commands/templates-diff.ts")).templatesDiff(host, request.options);
    case "model":
      return (await import("./commands/model.ts")).model(host, request.options);
    case "reconcile":
      return (await import("./commands/reconcile.ts")).reconcilePage(host, request.options);
    case "verify":
      return (await import("./commands/verify.ts")).verify(host, request.options);
    case "outdated":
      return (await import("./commands/outdated.ts")).outdated(host, request.options);
    case "inject":
      return (await import("./commands/inject.ts")).inject(host, request.options);
    case "init":
      return (await import("./commands/init.ts")).init(host, request.options);
  }
}

/** What is no mistake of ours. */
function problemOf(thrown: unknown): Problem | undefined {
  if (isSystemError(thrown)) return refusal(thrown);
  if (!isChangedFile(thrown)) return undefined;
  return {
    message: `${quoted(thrown.changedFile)} was changed while it was read.`,
    hint: "Run the command again.",
  };
}

/** What the operating system does not let us do. */
function refusal(thrown: SystemError): Problem {
  const path = thrown.path === undefined ? "" : ` ${quoted(thrown.path)}`;
  return {
    message: `The system refuses${path} (${thrown.syscall}): ${systemReason(thrown)}.`,
    hint: "Mend what stands in the way, and run the command again.",
  };
}

/** What only a mistake of ours leads to. */
function bug(words: readonly string[], runtime: string, thrown: unknown): Problem {
  const reason = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  const lines = [
    "Report it to the maintainers of failcodes, with these lines and, if that is allowed, the catalog:",
    `  failcodes ${version}, ${runtime}`,
    `  failcodes ${words.join(" ")}`,
    "FAILCODES_DEBUG=1 shows where it stopped.",
  ];
  return { message: `This is a mistake of failcodes itself: ${reason}.`, hint: lines.join("\n") };
}
