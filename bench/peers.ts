import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { measuredRun, median, type Usage } from "./measured-run.ts";
import { writeSizedProject } from "./sized-catalog.ts";

const { values } = parseArgs({
  options: { sizes: { type: "string", default: "27,1000,10000" }, runs: { type: "string", default: "5" } },
});
const tool = resolve(import.meta.dirname, "../bin/failcodes.js");
const peers = resolve(import.meta.dirname, "peers");
const formatjs = join(peers, "node_modules/@formatjs/cli/bin/formatjs");

/** The same messages as flat JSON, one file a locale: what `formatjs compile-folder` reads. */
function writeMessages(folder: string): void {
  const catalog = JSON.parse(readFileSync(join(folder, "spec/failure-codes.json"), "utf8")) as {
    failures: { name: string; messages: Record<string, { text: string }> }[];
  };
  mkdirSync(join(folder, "flat"));
  const flat = (entries: [string, Record<string, { text: string }>][]) =>
    JSON.stringify(Object.fromEntries(entries.map(([name, messages]) => [name, messages["detail"]?.text ?? ""])));
  writeFileSync(
    join(folder, "flat/en.json"),
    flat(catalog.failures.map((failure) => [failure.name, failure.messages])),
  );
  for (const tag of ["ar", "de", "es", "fr", "hi", "it", "ja", "nl", "pl"]) {
    const { failures } = JSON.parse(readFileSync(join(folder, `spec/locales/${tag}.json`), "utf8"));
    writeFileSync(join(folder, `flat/${tag}.json`), flat(Object.entries(failures)));
  }
}

process.stdout.write("| failures, 10 locales | tool | cpu ms | ours / it | peak MB |\n|---|---|--:|--:|--:|\n");
for (const size of values.sizes.split(",").map(Number)) {
  const folder = mkdtempSync(join(tmpdir(), "failcodes-peers-"));
  try {
    writeSizedProject(folder, size, 10);
    writeMessages(folder);
    // Moved aside, not removed: a file system is busy for a while after thousands of removals.
    let aside = 0;
    const fresh = (name: string): string => {
      for (const path of [join(folder, "generated"), join(folder, name)]) {
        if (existsSync(path)) renameSync(path, join(folder, `aside-${aside++}`));
      }
      return join(folder, name);
    };
    const ours = (...words: readonly string[]) => {
      fresh("generated");
      return measuredRun(folder, 0, tool, "generate", ...words);
    };
    const compare = (label: string, mine: () => Usage, theirs: () => Usage): void => {
      const runs = Array.from({ length: size >= 10_000 ? 3 : Number(values.runs) }, () => ({
        mine: mine(),
        theirs: theirs(),
      }));
      const cpu = median(runs.map((run) => run.theirs.cpu)).toFixed(0);
      const ratio = median(runs.map((run) => run.mine.cpu / run.theirs.cpu)).toFixed(2);
      const memory = median(runs.map((run) => run.theirs.memory)).toFixed(0);
      process.stdout.write(`| ${size.toLocaleString("en")} | ${label} | ${cpu} | ${ratio} | ${memory} |\n`);
    };
    const peer = (script: string) => () => {
      const out = fresh("peer");
      mkdirSync(out);
      return measuredRun(folder, 0, join(peers, script), "spec", out);
    };
    compare("style-dictionary 4.4.0 (12 files)", () => ours(), peer("style-dictionary.mjs"));
    compare("http-status-codes' way (2 enums by ts-morph structures)", () => ours(), peer("status-codes.mjs"));
    compare(
      "formatjs compile-folder 6.16.32, beside `generate --only messages`",
      () => ours("--only", "messages"),
      () => measuredRun(folder, 0, formatjs, "compile-folder", "flat", fresh("peer")),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
