import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { measuredRun, measuredRunWithin, median, type Usage } from "./measured-run.ts";
import { writeSizedProject } from "./sized-catalog.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "27,1000,10000" },
    runs: { type: "string", default: "5" },
    skip: { type: "string", default: "" },
    patience: { type: "string", default: "120" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  process.stdout.write(
    "npm run bench:peers -- [--sizes 27,1000] [--runs 5] [--skip style-dictionary,http-status-codes,formatjs] [--patience 120]\n",
  );
  process.exit(0);
}
const skipped = values.skip.split(",");
/** Seconds after which a peer is stopped. */
const patience = Number(values.patience);
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

process.stdout.write("| failures x locales | tool | its cpu ms | ours, cpu ms | ours / it | its peak MB |\n");
process.stdout.write("|---|---|--:|--:|--:|--:|\n");
// All sizes in one folder, which is removed at the end: a file system is busy for minutes after thousands of removals,
// and every file that is made takes ten times as long then.
const root = mkdtempSync(join(tmpdir(), "failcodes-peers-"));
try {
  for (const size of values.sizes.split(",").map(Number)) {
    // Enums have no locales: beside who makes nothing else, a catalog in one language is the same work.
    for (const locales of [1, 10]) measureSize(join(root, `${size}x${locales}`), size, locales);
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}

function measureSize(folder: string, size: number, locales: number): void {
  writeSizedProject(folder, size, locales);
  // Moved aside, not removed.
  let aside = 0;
  const fresh = (name: string): string => {
    for (const path of [join(folder, "generated"), join(folder, name)]) {
      if (existsSync(path)) renameSync(path, join(folder, `aside-${aside++}`));
    }
    return join(folder, name);
  };
  const ours =
    (...words: readonly string[]) =>
    (): Usage => {
      fresh("generated");
      return measuredRun(folder, 0, tool, "generate", ...words);
    };

  function compare(name: string, label: string, mine: () => Usage, theirs: () => Usage | undefined): void {
    if (skipped.includes(name)) return;
    const line = (...cells: readonly string[]): void => {
      process.stdout.write(`| ${[`${size.toLocaleString("en")} x ${locales}`, label, ...cells].join(" | ")} |\n`);
    };
    const runs: { readonly mine: Usage; readonly theirs: Usage }[] = [];
    for (let count = size >= 10_000 ? 3 : Number(values.runs); count > 0; count--) {
      const it = theirs();
      const own = mine();
      if (it === undefined) {
        line(`stopped after ${patience} s`, own.cpu.toFixed(0), "", "");
        return;
      }
      runs.push({ mine: own, theirs: it });
    }
    const middle = (pick: (run: (typeof runs)[number]) => number): number => median(runs.map(pick));
    line(
      middle((run) => run.theirs.cpu).toFixed(0),
      middle((run) => run.mine.cpu).toFixed(0),
      middle((run) => run.mine.cpu / run.theirs.cpu).toFixed(2),
      middle((run) => run.theirs.memory).toFixed(0),
    );
  }

  const peer = (script: string) => () => {
    const out = fresh("peer");
    mkdirSync(out);
    return measuredRunWithin(patience, folder, 0, join(peers, script), "spec", out);
  };
  if (locales === 1) {
    const statusCodes = peer("status-codes.mjs");
    const way = "http-status-codes' way (4 files by ts-morph structures), beside";
    const own = ours("--only", "typescript");
    compare("http-status-codes", `${way} \`generate --only typescript\``, own, statusCodes);
    compare("http-status-codes", `${way} all of \`generate\``, ours(), statusCodes);
    return;
  }
  writeMessages(folder);
  compare("style-dictionary", "style-dictionary 4.4.0 (12 files)", ours(), peer("style-dictionary.mjs"));
  compare(
    "formatjs",
    "formatjs compile-folder 6.16.32, beside `generate --only messages`",
    ours("--only", "messages"),
    () => measuredRunWithin(patience, folder, 0, formatjs, "compile-folder", "flat", fresh("peer")),
  );
}
