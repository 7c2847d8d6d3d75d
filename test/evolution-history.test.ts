import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { layCatalog, runCommand, writeProjectFile } from "./cli-project.ts";
import { temporaryFolder } from "./typescript-package.ts";

type Entry = { [key: string]: unknown };

/** The files of a spec, as an edit sees them. */
interface Spec {
  readonly catalog: { version: string; failures: Entry[]; categories: Entry[]; [key: string]: unknown };
  readonly failure: (code: number) => Entry;
  readonly file: (path: string, edit: (json: Entry) => void) => void;
  readonly remove: (path: string) => void;
}

/** An edit in a history of edits, and what is said of it. */
interface Step {
  readonly edit: (spec: Spec) => void;
  readonly rule: string;
  readonly levels: readonly string[];
  readonly next: string;
  readonly exitCode: 0 | 1;
}

const catalogPath = "spec/failure-codes.json";

/** One commit after the other; each is compared with the one before it, and none of them raises the version, which is 2.3.0. */
const history: Readonly<Record<string, Step>> = {
  "a failure is added": {
    edit: ({ catalog }) =>
      catalog.failures.push({
        code: 2003,
        name: "PARCEL_WET",
        category: "parcel",
        title: "Parcel wet",
        description: "It rained on the way.",
        retry: "never",
      }),
    rule: "code-added",
    levels: ["source"],
    next: "2.4.0",
    exitCode: 0,
  },
  "a failure gets another name, and the old one stays as an alias": {
    edit: ({ failure }) => {
      const aliases = [{ name: "PARCEL_WET", reason: "Its name until 2.4.0." }];
      Object.assign(failure(2003), { name: "PARCEL_SOAKED", aliases });
    },
    rule: "renamed-with-alias",
    levels: ["source"],
    next: "2.4.0",
    exitCode: 0,
  },
  "a failure gets another name": {
    edit: ({ failure }) => Object.assign(failure(2003), { name: "PARCEL_DAMP" }),
    rule: "renamed",
    levels: ["source"],
    next: "3.0.0",
    exitCode: 1,
  },
  "a failure gets another number": {
    edit: ({ failure }) => Object.assign(failure(2003), { code: 2099 }),
    rule: "code-renumbered",
    levels: ["wire"],
    next: "3.0.0",
    exitCode: 1,
  },
  "two failures exchange their numbers": {
    edit: ({ failure }) => {
      const [late, wet] = [failure(2002), failure(2099)];
      Object.assign(late, { code: 2099 });
      Object.assign(wet, { code: 2002 });
      Object.assign(failure(2001), { related: [2099] });
    },
    rule: "codes-swapped",
    levels: ["wire", "behaviour"],
    next: "3.0.0",
    exitCode: 1,
  },
  "a deprecated failure is retired": {
    edit: ({ failure }) =>
      Object.assign(failure(1003), { retired: { since: "2.3.0", reason: "Vouchers are gone.", replacedBy: 1001 } }),
    rule: "code-retired",
    levels: ["lifecycle"],
    next: "2.4.0",
    exitCode: 0,
  },
  "the number of a retired failure is used again": {
    edit: ({ catalog, file }) => {
      for (const path of ["spec/locales/ja.json", "spec/locales/pl.json"]) {
        file(path, (locale) => delete (locale["failures"] as Entry)["VOUCHER_REFUSED"]);
      }
      catalog.failures = catalog.failures.filter(({ code }) => code !== 1003);
      catalog.failures.push({
        code: 1003,
        name: "WALLET_EMPTY",
        category: "payment",
        title: "Wallet empty",
        description: "There is no coin left in the purse.",
        retry: "after-change",
      });
    },
    rule: "code-reused",
    levels: ["wire", "behaviour"],
    next: "3.0.0",
    exitCode: 1,
  },
  "a range is narrowed": {
    edit: ({ catalog }) => {
      for (const one of catalog.categories) if (one["id"] === "payment") one["range"] = { from: 1000, to: 1499 };
    },
    rule: "category-range-narrowed",
    levels: ["wire", "behaviour", "lifecycle"],
    next: "2.4.0",
    exitCode: 0,
  },
  "sending again no longer helps": {
    edit: ({ failure }) => Object.assign(failure(9001), { retry: "never" }),
    rule: "retry-withdrawn",
    levels: ["behaviour"],
    next: "3.0.0",
    exitCode: 1,
  },
  "a language is dropped": {
    edit: ({ remove }) => remove("spec/locales/pl.json"),
    rule: "locale-dropped",
    levels: ["text", "source"],
    next: "3.0.0",
    exitCode: 1,
  },
  "a mapping is removed": {
    edit: ({ file }) => file("spec/sources/card-network.json", (source) => (source["mappings"] as Entry[]).pop()),
    rule: "mapping-removed",
    levels: ["wire", "behaviour"],
    next: "3.0.0",
    exitCode: 1,
  },
};

function git(root: string, ...words: readonly string[]): void {
  const person = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
  execFileSync("git", [...person, ...words], { cwd: root, stdio: "ignore" });
}

function specOf(root: string): { readonly spec: Spec; readonly write: () => void } {
  const read = (path: string): Entry => JSON.parse(readFileSync(join(root, path), "utf8")) as Entry;
  const write = (path: string, json: Entry): void => {
    writeProjectFile(root, path, `${JSON.stringify(json, undefined, 2)}\n`);
  };
  const catalog = read(catalogPath) as Spec["catalog"];
  const spec: Spec = {
    catalog,
    failure: (code) => {
      const found = catalog.failures.find((one) => one["code"] === code);
      if (found === undefined) throw new Error(`There is no failure ${code}.`);
      return found;
    },
    file: (path, edit) => {
      const json = read(path);
      edit(json);
      write(path, json);
    },
    remove: (path) => rmSync(join(root, path)),
  };
  return { spec, write: () => write(catalogPath, catalog) };
}

interface Told {
  readonly step: string;
  readonly version: { readonly next: string };
  readonly changes: readonly { readonly rule: string; readonly levels: readonly string[] }[];
}

describe("of a history of edits, each commit against the one before", () => {
  const told = new Map<string, { readonly evolution: Told; readonly exitCode: number }>();

  beforeAll(async () => {
    const root = temporaryFolder(afterAll);
    layCatalog(root, "shop");
    git(root, "init", "-q");
    git(root, "add", "-A");
    git(root, "commit", "-qm", "The catalog");
    for (const [title, { edit }] of Object.entries(history)) {
      const { spec, write } = specOf(root);
      edit(spec);
      write();
      git(root, "add", "-A");
      git(root, "commit", "-qm", title);
      const { stdout, stderr, exitCode } = await runCommand(root, ["diff", "HEAD~1", "HEAD", "--format", "json"]);
      const { evolution } = JSON.parse(stdout) as { readonly evolution?: Told };
      if (evolution === undefined) throw new Error(`${title}: ${stdout}${stderr}`);
      told.set(title, { evolution, exitCode });
    }
    if (existsSync(join(root, "generated"))) throw new Error("diff has written something.");
  });

  test.each(Object.entries(history))("%s", (title, { rule, levels, next, exitCode }) => {
    const { evolution, exitCode: ended } = told.get(title) ?? {};
    const found = evolution?.changes.find((change) => change.rule === rule);
    expect([evolution?.changes.map((change) => change.rule), found?.levels]).toEqual([
      expect.arrayContaining([rule]),
      levels,
    ]);
    expect([evolution?.version.next, ended]).toEqual([next, exitCode]);
  });
});

test("a branch that only the remote has, as where CI checks a change out, is meant by its name", async () => {
  const root = temporaryFolder(afterAll);
  layCatalog(root, "shop");
  git(root, "init", "-q", "-b", "main");
  git(root, "add", "-A");
  git(root, "commit", "-qm", "The catalog");
  const clone = join(temporaryFolder(afterAll), "clone");
  git(root, "clone", "-q", root, clone);
  git(clone, "checkout", "-q", "--detach");
  git(clone, "branch", "-q", "-D", "main");
  const { spec, write } = specOf(clone);
  Object.assign(spec.failure(9001), { retry: "never" });
  write();
  for (const named of ["main", "main:spec/failure-codes.json"]) {
    const { stdout, exitCode } = await runCommand(clone, ["diff", named]);
    expect(stdout).toContain(`From origin/${named} (2.3.0) to the work tree (2.3.0):`);
    expect(stdout).toContain("error retry-withdrawn 9001");
    expect(exitCode).toBe(1);
  }
});
