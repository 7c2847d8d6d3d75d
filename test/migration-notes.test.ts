import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import type { Catalog } from "../core/catalog.ts";
import type { EvolutionRule } from "../core/evolution/evolution-rule.ts";
import { evolutionRules } from "../core/evolution/evolution-rules.ts";
import { type JudgedChange, verdictOn } from "../core/evolution/verdict.ts";
import { changelogText } from "../core/ledger/changelog.ts";
import { migrationText } from "../core/ledger/migration.ts";
import { migrationAdvice } from "../core/ledger/migration-advice.ts";
import type { ReleaseNotes } from "../core/ledger/release-notes.ts";
import { codePagePath } from "../core/page-address.ts";
import { fixtures } from "./catalog-fixture.ts";
import { catalogsOf, changesOf, evolutionCases } from "./evolution-fixture.ts";
import { hostileTexts } from "./hostile-text.ts";

const goldenPath = join(fixtures, "migration/every-change.md");

function notesOf(catalog: Catalog, changes: readonly JudgedChange[] | undefined, version = "2.0.0"): ReleaseNotes {
  const pageOf: ReleaseNotes["pageOf"] = (code) => `../generated/docs/${codePagePath(code)}`;
  return { catalog: { ...catalog, version }, date: "2026-11-24", changes, pageOf };
}

function judged(name: string): readonly JudgedChange[] {
  const today = "2026-11-24";
  const settings = {
    preset: "full",
    rules: {},
    baseVersion: "1.0.0",
    headVersion: "2.0.0",
    waivers: [],
    today,
  } as const;
  return verdictOn(changesOf(name), settings).changes;
}

const rules: readonly (readonly [string, EvolutionRule])[] = Object.entries(evolutionRules);
const { base } = catalogsOf("renamed");

describe("migration notes", () => {
  const byRule = new Map<string, JudgedChange>();
  for (const change of evolutionCases.flatMap(judged)) byRule.set(change.rule, byRule.get(change.rule) ?? change);

  test("of a release with every change there is say what to do about each", () => {
    const changes = [...byRule.values()].filter(({ severity }) => severity !== "forbidden");
    const text = migrationText(undefined, notesOf(base, changes)) ?? "";
    if (!existsSync(goldenPath) && process.env["CI"] === undefined) writeFileSync(goldenPath, text);
    expect(text).toBe(readFileSync(goldenPath, "utf8"));
  });

  test.each(rules)("tell a change by %s where it asks something, and only then", (id, { severity }) => {
    const change = byRule.get(id);
    if (change === undefined) throw new Error(`No case provokes ${id}.`);
    const text = migrationText(undefined, notesOf(base, [change]));
    const advice = migrationAdvice[id as keyof typeof migrationAdvice];
    if (advice === null || (advice === undefined && severity === "info")) return expect(text).toBeUndefined();
    expect(text).toContain("### ");
    if (severity === "forbidden") return;
    expect(text).toContain("**What to do:** ");
    expect(advice?.parts.join("…")).toMatch(/^[A-Z][^…]*.*\.$/);
  });

  test("tell of a note that the project takes for more", () => {
    const change = byRule.get("code-added");
    if (change === undefined) throw new Error("No case provokes it.");
    expect(migrationText(undefined, notesOf(base, [{ ...change, severity: "warning" }]))).toContain(
      "A failure was added",
    );
  });

  test("name the replacement, with its page, and why somebody let a change through", () => {
    const { head } = catalogsOf("retired-without-deprecation");
    const replacement = head.failures[0];
    const failures = head.failures.map((one) =>
      one.retired === undefined ? one : { ...one, retired: { ...one.retired, replacedBy: replacement?.code } },
    );
    const catalog = { ...head, byCode: new Map(failures.map((one) => [one.code, one])) } as Catalog;
    const waiver = { fingerprint: "", reason: "It never occurred.", role: "API owner", expires: "2027-01-01" };
    const changes = judged("retired-without-deprecation").map((one) => ({ ...one, waiver }));
    const text = migrationText(undefined, notesOf(catalog, changes));
    expect(text).toContain(`In its place there is [${replacement?.name} (${replacement?.code})](../generated/docs/`);
    expect(text).toContain("Let through by API owner: It never occurred.");
  });

  test("say in the author's words why a meaning changed", () => {
    expect(migrationText(undefined, notesOf(base, judged("meaning-redefined")))).toContain("The bell is rung now.");
  });
});

describe("a file with a section a release", () => {
  const asking = judged("renamed");
  const [first, second] = ["1.1.0", "2.0.0"].map((version) => notesOf(base, asking, version));
  if (first === undefined || second === undefined) throw new Error("There are two.");

  test("has the newest first, and keeps what people wrote", () => {
    const one = `${migrationText(undefined, first)}`.replace("Updating", "How to update");
    const two = migrationText(`${one}\nAsk us.\n`, second) ?? "";
    expect(two.match(/^#+ .*$/gm)?.filter((line) => /^##? /.test(line))).toEqual([
      expect.stringContaining("# How to update"),
      '## 2.0.0 (2026-11-24) <a id="v2.0.0"></a>',
      '## 1.1.0 (2026-11-24) <a id="v1.1.0"></a>',
    ]);
    expect(two).toContain("Ask us.");
  });

  test("gets the section of a release again that was not finished, or loses it where nothing is asked any more", () => {
    const one = migrationText(undefined, first);
    const two = migrationText(one, second);
    expect(migrationText(two, second)).toBe(two);
    expect(migrationText(two, { ...second, changes: [] })).toBe(one);
    expect(migrationText(one, { ...second, changes: [] })).toBe(one);
    expect(migrationText(undefined, { ...second, changes: [] })).toBeUndefined();
  });

  test("is linked from the changelog where the release asks something, and not where it does not", () => {
    expect(changelogText(undefined, second)).toContain("(MIGRATION.md#v2.0.0)");
    expect(changelogText(undefined, notesOf(base, judged("code-added")))).not.toContain("MIGRATION.md");
    expect(changelogText(undefined, notesOf(base, undefined))).not.toContain("MIGRATION.md");
  });

  test("holds hostile words as words", () => {
    const html = new MarkdownIt({ html: true, linkify: false });
    const [change] = asking;
    if (change === undefined) throw new Error("The case has a change.");
    for (const words of hostileTexts) {
      const waiver = { fingerprint: "", reason: words, role: words, expires: "2027-01-01" };
      const hostile = { ...change, message: words, words: { ...change.words, before: words, after: words }, waiver };
      const text = migrationText(undefined, notesOf({ ...base, title: words }, [hostile])) ?? "";
      const tokens = html.parse(text, {});
      expect(tokens.map(({ type }) => type).filter((type) => type === "heading_open")).toHaveLength(4);
      expect(tokens.some(({ type }) => type === "html_block")).toBe(false);
      expect(tokens.filter(({ type }) => type === "fence").map(({ content }) => content)).toEqual(
        /^[\w."@/-]+$/.test(words) ? [`- ${words}\n+ ${words}\n`] : [],
      );
      const inline = tokens.flatMap(({ children }) => children ?? []);
      expect(inline.filter(({ type }) => type === "html_inline").map(({ content }) => content)).toEqual([
        '<a id="v2.0.0">',
        "</a>",
      ]);
    }
  });
});
