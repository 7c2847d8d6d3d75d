import { readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { type RunningTool, startBuilt } from "./built-tool.ts";
import { layCatalog, temporaryFolder, writeProjectFile } from "./cli-project.ts";

const running: RunningTool[] = [];

afterEach(() => {
  for (const { process } of running.splice(0)) process.kill("SIGKILL");
});

/** Starts a watch on a shop and waits until it sees changes. */
async function started(root: string, words: readonly string[] = []): Promise<RunningTool> {
  const tool = startBuilt(root, ["generate", "--watch", ...words]);
  running.push(tool);
  await tool.waitFor("Watching for changes");
  return tool;
}

function shop(configuration?: string): string {
  const root = temporaryFolder();
  layCatalog(root, "shop");
  if (configuration !== undefined) writeProjectFile(root, "failcodes.config.json", configuration);
  return root;
}

function edit(root: string, path: string, from: string, to: string): void {
  const text = readFileSync(join(root, path), "utf8");
  expect(text).toContain(from);
  writeProjectFile(root, path, text.replaceAll(from, to));
}

const page = "generated/docs/codes/2001.md";

test("a change of the catalog is generated, in one line for each file and one for the sum", async () => {
  const root = shop();
  const tool = await started(root);
  edit(root, "spec/failure-codes.json", "for thirty days", "for forty days");
  const printed = await tool.waitFor("ms.\n");
  expect(printed).toMatch(/^wrote {3}generated\/docs\/codes\/2001\.md$/m);
  expect(printed).toMatch(/^Wrote \d+ files in \d+ ms\.$/m);
  expect(readFileSync(join(root, page), "utf8")).toContain("for forty days");
});

test("an editor that replaces the file, a new locale and a new template are seen", async () => {
  const root = shop();
  const tool = await started(root);
  const text = readFileSync(join(root, "spec/failure-codes.json"), "utf8");
  writeProjectFile(root, "spec/.failure-codes.json.swp", text.replace("for thirty days", "for fifty days"));
  renameSync(join(root, "spec/.failure-codes.json.swp"), join(root, "spec/failure-codes.json"));
  await tool.waitFor("ms.\n");
  expect(readFileSync(join(root, page), "utf8")).toContain("for fifty days");
  writeProjectFile(
    root,
    "spec/locales/de.json",
    '{ "locale": "de", "failures": { "UNKNOWN_FAILURE": { "title": { "text": "Etwas ging schief" } } } }\n',
  );
  expect(await tool.waitFor("ms.\n")).toMatch(/wrote {3}\d+ files in generated\/messages\//);
  expect(readFileSync(join(root, "generated/messages/icu-json/de.json"), "utf8")).toContain("Etwas ging schief");
  writeProjectFile(root, "spec/templates/docs/reserved.hbs", "Reserved: {{code}}\n");
  await tool.waitFor("ms.\n");
  expect(readFileSync(join(root, "generated/docs/codes/2013.md"), "utf8")).toBe("Reserved: 2013\n");
  rmSync(join(root, "spec/templates/docs/reserved.hbs"));
  await tool.waitFor("ms.\n");
  expect(readFileSync(join(root, "generated/docs/codes/2013.md"), "utf8")).not.toBe("Reserved: 2013\n");
});

test("a broken catalog shows its mistakes, and the last outputs stay", async () => {
  const root = shop();
  const tool = await started(root);
  const before = readFileSync(join(root, page), "utf8");
  edit(root, "spec/failure-codes.json", '"category": "parcel"', '"category": "parcle"');
  expect(await tool.waitFor("errors")).toContain("FC2206");
  expect(readFileSync(join(root, page), "utf8")).toBe(before);
  edit(root, "spec/failure-codes.json", '"category": "parcle"', '"category": "parcel"');
  expect(await tool.waitFor("ms.\n")).toContain("Up to date");
});

test("warnings are told once, and counted as long as they stay", async () => {
  const root = shop();
  const tool = await started(root);
  expect(tool.printed()).toContain("warning FC3208");
  edit(root, "spec/failure-codes.json", '"version": "2.3.0"', '"version":\n"2.3.0"');
  expect(await tool.waitFor("ms.\n")).toMatch(/\n1 warning, as before\nUp to date: .*\n$/);
  edit(root, "spec/locales/ja.json", "failures", "failurs");
  await tool.waitFor(" error");
  edit(root, "spec/locales/ja.json", "failurs", "failures");
  expect(await tool.waitFor("ms.\n")).toContain("warning FC3208");
});

test("a catalog that ends too early is told of, if the rest does not come", async () => {
  const root = shop();
  const tool = await started(root);
  const text = readFileSync(join(root, "spec/failure-codes.json"), "utf8");
  writeProjectFile(root, "spec/failure-codes.json", text.slice(0, text.length / 2));
  await tool.waitFor("FC1");
  writeProjectFile(root, "spec/failure-codes.json", text);
  expect(await tool.waitFor("ms.\n")).toContain("Up to date");
});

test("an edit of a generated file is kept, and told of by the next build", async () => {
  const root = shop();
  const tool = await started(root);
  edit(root, page, "for thirty days", "for twenty days");
  edit(root, "spec/failure-codes.json", "Parcel lost", "Parcel gone");
  const printed = await tool.waitFor("ms.\n");
  expect(printed).toContain("edited by hand");
  expect(printed).toContain(page);
  expect(readFileSync(join(root, page), "utf8")).toContain("for twenty days");
});

test("a new configuration is used from then on, and what it names is watched", async () => {
  const root = shop();
  const tool = await started(root);
  writeProjectFile(root, "failcodes.config.json", '{ "spec": "other/codes.json", "targets": { "typescript": 1 } }\n');
  expect(await tool.waitFor("1 error")).toContain("FC4001");
  writeProjectFile(root, "other/codes.json", readFileSync(join(root, "spec/failure-codes.json"), "utf8"));
  writeProjectFile(root, "failcodes.config.json", '{ "spec": "other/codes.json" }\n');
  await tool.waitFor("ms.\n");
  edit(root, "other/codes.json", "for thirty days", "for sixty days");
  await tool.waitFor("generated/docs/codes/2001.md");
  await tool.waitFor("ms.\n");
  expect(readFileSync(join(root, page), "utf8")).toContain("for sixty days");
});

test("a custom target is loaded anew when its module changes", async () => {
  const root = shop('{ "targets": { "names": { "module": "names.mjs" } } }\n');
  const module = (text: string): string =>
    `export const target = { id: "names", title: "Names", generate: () => ({ ok: true, value: [{ path: "a.txt", content: "${text}" }], diagnostics: [] }) };\n`;
  writeProjectFile(root, "names.mjs", module("one"));
  const tool = await started(root);
  writeProjectFile(root, "names.mjs", module("two"));
  await tool.waitFor("generated/names/a.txt");
  await tool.waitFor("ms.\n");
  expect(readFileSync(join(root, "generated/names/a.txt"), "utf8")).toBe("two");
});

test("only what differs is written, and --only keeps to its targets", async () => {
  const root = shop();
  const tool = await started(root, ["--only", "docs"]);
  const other = join(root, "generated/docs/codes/1001.md");
  const before = statSync(other).mtimeMs;
  edit(root, "spec/failure-codes.json", "for thirty days", "for seventy days");
  const printed = await tool.waitFor("ms.\n");
  expect(printed).not.toContain("generated/typescript");
  expect(statSync(other).mtimeMs).toBe(before);
});

test("with --format json every build is one line", async () => {
  const root = shop();
  const tool = startBuilt(root, ["generate", "--watch", "--format", "json"]);
  running.push(tool);
  await tool.waitFor("Watching for changes");
  edit(root, "spec/failure-codes.json", "for thirty days", "for eighty days");
  await tool.waitFor("codes/2001.md");
  await tool.waitFor("\n");
  const documents = tool
    .printed()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as { command: string; exitCode: number; written: string[] });
  expect(documents.at(-1)).toMatchObject({ command: "generate", exitCode: 0 });
  expect(documents.at(-1)?.written).toContain(page);
});

test.each(["SIGINT", "SIGTERM"] as const)("%s ends the watch cleanly", async (signal) => {
  const tool = await started(shop());
  tool.process.kill(signal);
  expect(await tool.ended).toBe(0);
});

test("a watch on nothing says so and ends", async () => {
  const tool = startBuilt(temporaryFolder(), ["generate", "--watch"]);
  running.push(tool);
  expect(await tool.ended).toBe(2);
  expect(tool.printed()).toContain("There is no catalog");
});

test("pages with blocks are watched: what is typed into a block is told, and prose is not", async () => {
  const root = shop(
    '{ "inject": ["README.md"], "targets": { "docs": {}, "typescript": false, "json-schema": false, "messages": false, "sources": false } }',
  );
  writeProjectFile(root, "README.md", "# Parcels\n\nThere are <!-- failcodes:count --><!-- failcodes:end --> codes.\n");
  const tool = await started(root);
  edit(root, "README.md", "# Parcels", "# All parcels");
  edit(root, "README.md", "-->6<!--", "-->7<!--");
  const printed = await tool.waitFor("ms.\n");
  expect(printed).not.toContain("Up to date");
  expect(printed).toContain("README.md:3 (count)");
  edit(root, "README.md", "-->7<!--", "--><!--");
  expect(await tool.waitFor("ms.\n")).toContain("wrote   README.md");
  expect(readFileSync(join(root, "README.md"), "utf8")).toContain(
    "# All parcels\n\nThere are <!-- failcodes:count -->6<!--",
  );
});

test("a new page that fits a pattern is seen, in a new folder too; what the pattern passes over is not", async () => {
  const root = shop('{ "inject": ["docs/**/*.md"], "targets": { "json-schema": {} } }');
  const empty = "<!-- failcodes:count --><!-- failcodes:end -->";
  writeProjectFile(root, "docs/codes.md", `There are ${empty} codes.\n`);
  const tool = await started(root);
  writeProjectFile(root, "docs/.drafts/codes.md", `${empty}\n`);
  writeProjectFile(root, "docs/guides/cards.md", `Of ${empty} codes.\n`);
  expect(await tool.waitFor("ms.\n")).toContain("wrote   docs/guides/cards.md\n");
  writeProjectFile(root, "docs/guides/parcels.md", `All ${empty}.\n`);
  expect(await tool.waitFor("ms.\n")).toContain("wrote   docs/guides/parcels.md\n");
  expect(readFileSync(join(root, "docs/.drafts/codes.md"), "utf8")).toBe(`${empty}\n`);
});
