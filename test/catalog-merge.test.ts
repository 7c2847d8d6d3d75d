import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../cli/host/digest.ts";
import type { Code } from "../core/catalog.ts";
import { mergeCatalogs } from "../core/catalog-merge/merge-catalogs.ts";
import { ledgerLineText } from "../core/ledger/ledger-text.ts";
import { load } from "../core/load.ts";
import { plainReport } from "../core/report/plain.ts";
import { fixtures } from "./catalog-fixture.ts";
import { runCommand, temporaryFolder, writeProjectFile } from "./cli-project.ts";
import { commitAll, git } from "./git-repository.ts";
import { isSkipped } from "./installed-programs.ts";

const folder = join(fixtures, "merges");
const baseText = readFileSync(join(folder, "base.json"), "utf8");
const cases = readdirSync(folder).filter((name) => !name.endsWith(".json"));

interface Edit {
  readonly from: string;
  readonly to: string;
}

/** Two sides that edit the same catalog, and what was released. */
interface Case {
  readonly ours: readonly Edit[];
  readonly theirs: readonly Edit[];
  readonly withoutBase?: boolean;
  /** Whether their version is in no commit, as where somebody takes a branch along with edits. */
  readonly uncommitted?: boolean;
  /** By version, codes with their names. */
  readonly released?: Readonly<Record<string, readonly (readonly [code: number, name: string])[]>>;
}

function edited(edits: readonly Edit[]): string {
  return edits.reduce((text, { from, to }) => {
    expect(text).toContain(from);
    return text.replace(from, () => to);
  }, baseText);
}

function ledgerOf(released: NonNullable<Case["released"]>): string {
  return Object.entries(released)
    .map(([version, failures]) => {
      const known = failures.map(([code, name]) => {
        return { code, name, aliases: [], category: "payment", params: "", meaning: name, state: "active" } as const;
      });
      const line = { version, date: "2026-03-02", previous: undefined, release: "", failures: known, reserved: [] };
      return `${ledgerLineText(line, sha256)}\n`;
    })
    .join("");
}

const withoutGit = isSkipped("how the driver merges", [["git", "--version"]]);

describe.skipIf(withoutGit)("the driver merges", () => {
  test.each(cases)("%s", async (name) => {
    const {
      ours,
      theirs,
      withoutBase = false,
      uncommitted = false,
      released = {},
    } = JSON.parse(readFileSync(join(folder, name, "case.json"), "utf8")) as Case;
    const root = temporaryFolder();
    git(root, "init", "--quiet");
    for (const text of [baseText, ...(uncommitted ? [] : [edited(theirs)]), edited(ours)]) {
      writeProjectFile(root, "spec/failure-codes.json", text);
      commitAll(root, "A version");
    }
    if (Object.keys(released).length > 0) writeProjectFile(root, "spec/ledger.jsonl", ledgerOf(released));
    writeFileSync(join(root, "O"), withoutBase ? "" : baseText);
    writeFileSync(join(root, "A"), edited(ours));
    writeFileSync(join(root, "B"), edited(theirs));
    const run = await runCommand(root, ["merge-driver", "O", "A", "B", "spec/failure-codes.json"]);
    expect(run.stdout).toBe("");
    const result = readFileSync(join(root, "A"), "utf8");
    const printed = `[exit ${run.exitCode}]\n${run.stderr}\n${changedLines(result)}`;
    await expect(printed).toMatchFileSnapshot(join(folder, name, "expected.txt"));
    expect(readdirSync(root).sort()).toEqual([".git", "A", "B", "O", "spec"]);
    if (run.exitCode === 0) expect(mistakesIn(result)).toBe("");
  });
});

/** The lines of a result; those at the beginning and the end that are as they were are left out. */
function changedLines(result: string): string {
  const [before, after] = [baseText.split("\n"), result.split("\n")];
  let start = 0;
  while (start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return `${after.slice(Math.max(0, start - 2), after.length - Math.max(0, end - 2)).join("\n")}\n`;
}

function mistakesIn(text: string): string {
  const outcome = load({ catalog: { path: "failure-codes.json", content: text }, locales: [] });
  return outcome.ok ? "" : plainReport(outcome.diagnostics);
}

interface Entry {
  readonly code: number;
  readonly name: string;
  readonly title: string;
  readonly related: readonly number[];
}

function catalogText(entries: readonly Entry[], indent = 2): string {
  const catalog = JSON.parse(baseText) as Record<string, unknown>;
  const category = { category: "parcel", description: "What happened to the parcel.", retry: "never" };
  const failures = [{ code: 2000, name: "PARCEL_LOST", title: "Parcel lost", related: [] }, ...entries].map(
    (entry) => ({ ...category, ...entry, description: `What ${entry.name} is.` }),
  );
  return `${JSON.stringify({ ...catalog, failures }, null, indent)}\n`;
}

interface Read {
  readonly failures: readonly Entry[];
}

const nothingElse = { ledgers: [], others: [] };

function mergedText(base: string, ours: string, theirs: string): string {
  const merge = mergeCatalogs({ base, ours, theirs }, nothingElse);
  if (merge === undefined) throw new Error("a version cannot be read");
  expect(merge.conflicts).toEqual([]);
  expect(merge.texts.ours).toBe(merge.texts.theirs);
  return merge.texts.ours;
}

/** Entries with codes from a small room, so that two sides often choose alike; each refers to some of its own side. */
function entries(prefix: string, from: number): fc.Arbitrary<readonly Entry[]> {
  return fc.uniqueArray(fc.integer({ min: from, max: from + 9 }), { maxLength: 6 }).chain((codes) =>
    fc.tuple(
      ...codes.map((code) =>
        fc.record({
          code: fc.constant(code),
          name: fc.constant(`${prefix}_${code}`),
          title: fc.constantFrom("Wet", "Bent", "Late").map((word) => `${word} ${prefix} ${code}`),
          related: fc.subarray(codes.filter((other) => other !== code)),
        }),
      ),
    ),
  );
}

function namesByReference(text: string): Readonly<Record<string, readonly string[]>> {
  const { failures } = JSON.parse(text) as Read;
  const names = new Map<Code, string>(failures.map(({ code, name }) => [code, name]));
  return Object.fromEntries(
    failures.map(({ name, related }) => [name, related.map((code) => names.get(code) ?? "nobody")]),
  );
}

describe("a merge of catalogs", () => {
  const base = fc.constant([]).chain(() => entries("PARCEL", 2010));
  const sides = fc.record({ base, ours: entries("OUR_PARCEL", 2020), theirs: entries("THEIR_PARCEL", 2020) });

  test("with a side that changed nothing is the other side, byte for byte", () => {
    fc.assert(
      fc.property(sides, fc.constantFrom(0, 1, 4), (drawn, indent) => {
        const old = catalogText(drawn.base);
        const changed = catalogText([...drawn.base, ...drawn.ours], indent);
        expect(mergedText(old, changed, old)).toBe(changed);
        expect(mergedText(old, old, changed)).toBe(changed);
        // Laid out anew is nothing changed.
        expect(mergedText(old, changed, catalogText(drawn.base, 3))).toBe(changed);
        expect(JSON.parse(mergedText(old, catalogText(drawn.base, 3), changed))).toEqual(JSON.parse(changed));
      }),
    );
  });

  test("of additions on both sides loads, holds them all, and every reference leads where it led", () => {
    fc.assert(
      fc.property(sides, (drawn) => {
        const old = catalogText(drawn.base);
        const ours = catalogText([...drawn.base, ...drawn.ours]);
        const theirs = catalogText([...drawn.theirs, ...drawn.base]);
        const text = mergedText(old, ours, theirs);
        expect(mistakesIn(text)).toBe("");
        expect(namesByReference(text)).toEqual({ ...namesByReference(ours), ...namesByReference(theirs) });
        const codes = new Map((JSON.parse(text) as Read).failures.map(({ name, code }) => [name, code]));
        for (const { name, code } of [...drawn.base, ...drawn.ours]) expect(codes.get(name)).toBe(code);
        const taken = new Set(drawn.ours.map(({ code }) => code));
        for (const { name, code } of drawn.theirs) if (!taken.has(code)) expect(codes.get(name)).toBe(code);
        // What was laid out as ours is still laid out so.
        expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
      }),
    );
  });

  test("can be repeated: theirs, merged again after it went on, keeps the codes it was given", () => {
    fc.assert(
      fc.property(sides, (drawn) => {
        const old = catalogText(drawn.base);
        const ours = catalogText([...drawn.base, ...drawn.ours]);
        const theirs = catalogText([...drawn.base, ...drawn.theirs]);
        const once = mergedText(old, ours, theirs);
        // Their branch goes on: it refers to what it added, by the codes it knows.
        const more = { code: 2900, name: "LATER", title: "Later", related: drawn.theirs.map(({ code }) => code) };
        const later = catalogText([...drawn.base, ...drawn.theirs, more]);
        const twice = mergedText(theirs, once, later);
        expect(mistakesIn(twice)).toBe("");
        expect(namesByReference(twice)).toEqual({
          ...namesByReference(once),
          LATER: drawn.theirs.map(({ name }) => name),
        });
      }),
    );
  });

  test("follows a side that renumbered what both have, and moves what the other side added there", () => {
    const drawn = sides.chain((all) =>
      fc.record({
        all: fc.constant(all),
        moved: fc.subarray([...all.base]),
        by: fc.constantFrom(10, 20),
        isOurs: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(drawn, ({ all, moved, by, isOurs }) => {
        const codes = new Map(moved.map(({ code }) => [code, code + by]));
        const now = (code: number): number => codes.get(code) ?? code;
        const taken = new Set(codes.values());
        // What is added by the side that moves the others does not get in their way.
        const own = all.ours
          .filter(({ code }) => !taken.has(code))
          .map((entry) => ({ ...entry, related: entry.related.filter((code) => !taken.has(code)) }));
        const moving = all.base.map((entry) => ({ ...entry, code: now(entry.code), related: entry.related.map(now) }));
        const old = catalogText(all.base);
        const [one, other] = [catalogText([...moving, ...own]), catalogText([...all.base, ...all.theirs])];
        const text = isOurs ? mergedText(old, one, other) : mergedText(old, other, one);
        expect(mistakesIn(text)).toBe("");
        expect(namesByReference(text)).toEqual({ ...namesByReference(one), ...namesByReference(other) });
      }),
    );
  });

  test("leaves both versions of what both sides wrote differently, and no other line", () => {
    const title = (entry: Entry, text: string): Entry => ({ ...entry, title: text });
    fc.assert(
      fc.property(base, (drawn) => {
        fc.pre(drawn.length > 0);
        const [first, ...rest] = drawn;
        if (first === undefined) return;
        const merge = mergeCatalogs(
          {
            base: catalogText(drawn),
            ours: catalogText([title(first, "Ours"), ...rest]),
            theirs: catalogText([title(first, "Theirs"), ...rest]),
          },
          nothingElse,
        );
        expect(merge?.conflicts).toEqual([`failures.${first.name}.title`]);
        expect(merge?.texts.ours).toBe(catalogText([title(first, "Ours"), ...rest]));
        expect(merge?.texts.theirs).toBe(catalogText([title(first, "Theirs"), ...rest]));
        expect(merge?.texts.base).toBe(catalogText(drawn));
      }),
    );
  });

  test("holds whatever a side wrote, in the text or beside what the other side wrote in its place", () => {
    const word = fc.constantFrom("wet", "bent", "late", "lost");
    const change = fc.record({ kind: fc.constantFrom("title", "description", "remove", "none"), word });
    const drawn = base.chain((list) =>
      fc.record({ list: fc.constant(list), ours: changes(list), theirs: changes(list) }),
    );
    function changes(list: readonly Entry[]) {
      return fc.array(change, { minLength: list.length, maxLength: list.length });
    }
    type Changes = readonly { readonly kind: string; readonly word: string }[];
    const side = (list: readonly Entry[], made: Changes, name: string): string => {
      const catalog = JSON.parse(catalogText(list)) as { failures: Record<string, unknown>[] };
      const [first, ...others] = catalog.failures;
      const failures = others.flatMap((failure, index) => {
        const { kind = "none", word: now = "" } = made[index] ?? {};
        if (kind === "remove") return [];
        return [kind === "none" ? failure : { ...failure, [kind]: `${name} ${now} ${index}` }];
      });
      return `${JSON.stringify({ ...catalog, failures: [first, ...failures] }, null, 2)}\n`;
    };
    fc.assert(
      fc.property(drawn, ({ list, ours, theirs }) => {
        const texts = { base: catalogText(list), ours: side(list, ours, "our"), theirs: side(list, theirs, "their") };
        const merge = mergeCatalogs(texts, nothingElse);
        if (merge === undefined) throw new Error("a version cannot be read");
        const written = (text: string, name: string) =>
          [...text.matchAll(new RegExp(`"${name} \\w+ \\d+"`, "g"))].map(String);
        for (const text of written(texts.ours, "our")) expect(merge.texts.ours).toContain(text);
        for (const text of written(texts.theirs, "their")) expect(merge.texts.theirs).toContain(text);
        const clashes = list.filter((_, index) => {
          const [one = "none", other = "none"] = [ours[index]?.kind, theirs[index]?.kind];
          return (
            (one !== "none" && other !== "none" && (one === "remove") !== (other === "remove")) ||
            (one === other && /title|description/.test(one))
          );
        });
        expect(merge.conflicts).toHaveLength(clashes.length);
        for (const text of Object.values(merge.texts)) JSON.parse(text);
      }),
    );
  });

  test("keeps line ends, and takes over lines of the other side in them", () => {
    const entry = (code: number, name: string): Entry => ({ code, name, title: name, related: [] });
    const old = catalogText([]).replaceAll("\n", "\r\n");
    const ours = catalogText([entry(2001, "PARCEL_WET")]).replaceAll("\n", "\r\n");
    const text = mergedText(old, ours, catalogText([entry(2002, "PARCEL_BENT")]));
    expect(text).toContain("PARCEL_BENT");
    expect(text.replaceAll("\r\n", "")).not.toContain("\n");
  });

  test("of files that are no catalogs goes member by member", () => {
    const file = (failures: object): string => `${JSON.stringify({ locale: "nl", failures }, null, 2)}\n`;
    const text = mergedText(file({ A: 1 }), file({ A: 1, B: { title: "b" } }), file({ A: 2, C: 3 }));
    expect(JSON.parse(text)).toEqual({ locale: "nl", failures: { A: 2, B: { title: "b" }, C: 3 } });
  });
});
