#!/usr/bin/env node
import { build, version } from "./build-constants.ts";
import { mayBeTerminal, printedAtOnce } from "./host/direct-output.ts";
import { askCache, type CacheQuestion } from "./host/generated-cache.ts";

const words = process.argv.slice(2);
const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
// A person reads what a terminal shows.
const isTerminal = mayBeTerminal(1) && process.stdout.isTTY;
const key = JSON.stringify([version, words, isTerminal, NO_COLOR, FORCE_COLOR, TERM]);
// The most frequent question of all is answered before anything else is loaded.
const answer = words.length === 1 && words[0] === "generate" ? askCache(process.cwd(), build, key) : undefined;
if (answer?.kind !== "unchanged" || !printedAtOnce(1, answer.printed)) {
  void runTool(answer?.kind === "unknown" ? answer.question : undefined);
}

async function runTool(question: CacheQuestion | undefined): Promise<void> {
  const { nodeHost, run } = await import("./tool.ts");
  const host = nodeHost();
  process.exitCode = await run(host, words, { runtime: `Node.js ${process.version}`, question });
  // Once a process idles, the engine collects garbage: a tenth of the time of a small check, for a process that ends.
  if (host.allPrinted()) process.exit();
}
