import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { buildAgain } from "../cli/commands/generate.ts";
import { conclude } from "../cli/conclusion.ts";
import type { FileSystem } from "../cli/host/file-system.ts";
import { type WatchMemory, watchMemory } from "../cli/watch-memory.ts";
import { capturingHost, layCatalog, runCommand, temporaryFolder, writeProjectFile } from "./cli-project.ts";

interface Builds {
  /** Builds as the next build of one watch does, and gives what was printed. */
  readonly build: () => Promise<string>;
  /** Paths that were read from the disk to be compared, by the last build. */
  readonly compared: () => readonly string[];
}

/** The builds of one watch. With `trusting`, the stamp of a file counts from the moment the file was written. */
function builds(root: string, trusting: boolean, memory: WatchMemory = watchMemory()): Builds {
  let compared: string[] = [];
  let generation = 0;
  return {
    build: async () => {
      compared = [];
      const { host, printed } = capturingHost(root);
      const real = host.files;
      const files: FileSystem = {
        ...real,
        equals: (path, content) => {
          compared.push(path.slice(root.length + 1));
          return real.equals(path, content);
        },
        stamp: (path) => {
          const stamp = real.stamp(path);
          return stamp === undefined ? undefined : { ...stamp, settled: stamp.settled || trusting };
        },
      };
      const conclusion = await buildAgain({ ...host, files }, { generation, memory }, performance.now());
      if ((await conclude({ ...host, files }, {}, conclusion)) === 0) memory.sweep();
      generation += 1;
      return printed.stdout.replace(/ in \d+ ms/, "");
    },
    compared: () => compared,
  };
}

function shop(): string {
  const root = temporaryFolder();
  layCatalog(root, "shop");
  return root;
}

/** Every file of a project, without what is not committed. */
function tree(root: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(root.length + 1);
    if (entry.isFile() && !path.includes(".failcodes")) files.set(path, readFileSync(join(root, path), "utf8"));
  }
  return files;
}

const spec = "spec/failure-codes.json";
const cards = "spec/sources/card-network.json";
const page = "generated/docs/codes/2001.md";

function replaceIn(root: string, path: string, from: string, to: string): void {
  if (!existsSync(join(root, path))) return;
  writeFileSync(join(root, path), readFileSync(join(root, path), "utf8").replaceAll(from, to));
}

interface Written {
  failures: Record<string, unknown>[];
  [field: string]: unknown;
}

function rewrite(root: string, change: (catalog: Written) => void): void {
  let catalog: Written;
  try {
    catalog = JSON.parse(readFileSync(join(root, spec), "utf8")) as Written;
  } catch {
    return;
  }
  change(catalog);
  writeFileSync(join(root, spec), `${JSON.stringify(catalog, null, 2)}\n`);
}

/** What may happen to a project while it is watched. Each does the same to two projects that are the same. */
const happenings: Readonly<Record<string, (root: string, number: number) => void>> = {
  describe: (root, number) =>
    rewrite(root, ({ failures }) => Object.assign(pick(failures, number), { description: `Written ${number}.` })),
  retitle: (root, number) =>
    rewrite(root, ({ failures }) => Object.assign(pick(failures, number), { title: `Title ${number}` })),
  rename: (root) => replaceIn(root, spec, '"CHEQUE_BOUNCED"', '"CHEQUE_REFUSED"'),
  translateAnew: (root, number) => replaceIn(root, "spec/locales/pl.json", "Zapłać", `Zapłać ${number}`),
  useParam: (root) => replaceIn(root, "spec/locales/pl.json", "Zapłać inną", "Zapłać {card} inną"),
  declareParam: (root) => replaceIn(root, spec, '"card":', '"cord":'),
  declareParamAgain: (root) => replaceIn(root, spec, '"cord":', '"card":'),
  say: (root, number) => replaceIn(root, spec, "We’ll send it again.", `We’ll send it <${number}> again.`),
  recode: (root) => replaceIn(root, spec, '"code": 2002', '"code": 2003'),
  add: (root, number) =>
    rewrite(root, ({ failures }) => {
      failures.unshift({
        ...pick(failures, 0),
        code: 1500 + (number % 4),
        name: `BASKET_LOST_${number % 4}`,
        aliases: undefined,
        category: "payment",
        title: `Basket ${number} lost`,
        description: `The basket ${number} is gone.`,
        related: undefined,
        replacedBy: undefined,
      });
    }),
  remove: (root, number) => rewrite(root, ({ failures }) => failures.splice(number % failures.length, 1)),
  turnAround: (root) => rewrite(root, ({ failures }) => failures.reverse()),
  moveCategory: (root, number) =>
    replaceIn(root, spec, "Something happened on the way.", `Something happened on the ${number}th way.`),
  note: (root, number) => replaceIn(root, spec, "support team.", `support team ${number}.`),
  release: (root, number) => rewrite(root, (catalog) => Object.assign(catalog, { version: `2.${number}.0` })),
  speak: (root) => rewrite(root, (catalog) => Object.assign(catalog, { defaultLocale: "nl" })),
  break: (root, number) => writeFileSync(join(root, spec), readFileSync(join(root, spec), "utf8").slice(0, -number)),
  restore: (root) => layCatalog(root, "shop"),
  addLocale: (root, number) =>
    writeProjectFile(
      root,
      "spec/locales/de.json",
      JSON.stringify({
        locale: "de",
        failures: { UNKNOWN_FAILURE: { title: { text: `Etwas ging ${number} mal schief` } } },
      }),
    ),
  removeLocale: (root) => rmSync(join(root, "spec/locales/pl.json"), { force: true }),
  misnameLocale: (root) => replaceIn(root, "spec/locales/de.json", '"de"', '"fr"'),
  explainError: (root, number) => replaceIn(root, cards, "The payment went", `The payment of ${number} went`),
  rejudge: (root) => replaceIn(root, cards, '"failure": 1001', '"failure": 1002'),
  judgeAway: (root) => replaceIn(root, cards, '"failure": 1002', '"failure": 1011'),
  advise: (root) => replaceIn(root, cards, '"code": "5",', '"code": "5", "retry": "later",'),
  judgeDeprecated: (root) => replaceIn(root, cards, '"failure": 1001', '"failure": 1003'),
  crossRanges: (root, number) => replaceIn(root, cards, '"from": 60, "to": 69', `"from": ${50 + number}, "to": 120`),
  takeKey: (root) => replaceIn(root, "spec/sources/wallet.json", '"locked"', '"TIMEOUT"'),
  shareKey: (root) => replaceIn(root, cards, '"APPROVED"', '"locked"'),
  inheritNothing: (root) => replaceIn(root, "spec/sources/wallet.json", '"inherits": "card-network",', ""),
  inheritNobody: (root) =>
    replaceIn(root, "spec/sources/wallet.json", '"inherits": "card-network"', '"inherits": "car"'),
  removeSource: (root) => rmSync(join(root, cards), { force: true }),
  misnameSource: (root) => replaceIn(root, "spec/sources/drone.json", '"drone"', '"balloon"'),
  addSource: (root, number) =>
    writeProjectFile(
      root,
      "spec/sources/van.json",
      JSON.stringify({
        name: "van",
        title: `Van ${number}`,
        description: "The van came back.",
        standing: "channel",
        codeForms: ["number"],
        references: [{ id: "radio", title: "The radio" }],
        provenance: "recalled",
        judging: "By ear.",
        mappings: [{ code: String(number), name: "Puncture", fallback: true, reason: "It may be any wheel." }],
      }),
    ),
  publish: (root, number) =>
    writeProjectFile(root, "failcodes.config.json", `{ "baseUrl": "https://example.com/${number}" }\n`),
  style: (root) =>
    writeProjectFile(
      root,
      "failcodes.config.json",
      '{ "targets": { "typescript": { "style": "const" }, "docs": {}, "site": {} } }\n',
    ),
  limit: (root) => writeProjectFile(root, "failcodes.config.json", '{ "maxFileSize": 2000 }\n'),
  unconfigure: (root) => rmSync(join(root, "failcodes.config.json"), { force: true }),
  own: (root, number) => writeProjectFile(root, "spec/templates/docs/failure.hbs", `# {{failure.title}}, ${number}\n`),
  disown: (root) => rmSync(join(root, "spec/templates"), { recursive: true, force: true }),
  editPage: (root, number) => replaceIn(root, page, "\n", ` ${number}\n`),
  editBundle: (root) => replaceIn(root, "generated/messages/icu-json/en.json", "{\n", "{ \n"),
  losePage: (root) => rmSync(join(root, page), { force: true }),
  loseFolder: (root) => rmSync(join(root, "generated/docs/codes"), { recursive: true, force: true }),
  changeLineEnds: (root) => replaceIn(root, "generated/docs/README.md", "\n", "\r\n"),
  loseManifest: (root) => rmSync(join(root, "generated/docs/manifest.json"), { force: true }),
  addStranger: (root, number) => writeProjectFile(root, "generated/docs/NOTES.md", `Mine, ${number}.\n`),
};

function pick(failures: readonly Record<string, unknown>[], number: number): Record<string, unknown> {
  return failures[number % failures.length] as Record<string, unknown>;
}

const happening = fc.tuple(fc.constantFrom(...Object.keys(happenings)), fc.nat({ max: 40 }));
const steps = fc.array(fc.array(happening, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });

async function staysTheSame(
  history: readonly (readonly (readonly [string, number])[])[],
  trusting: boolean,
  configuration?: string,
) {
  const [watched, plain] = [shop(), shop()];
  for (const root of configuration === undefined ? [] : [watched, plain]) {
    writeProjectFile(root, "failcodes.config.json", configuration ?? "");
  }
  const { build } = builds(watched, trusting);
  await build();
  await runCommand(plain, ["generate"]);
  for (const step of history) {
    for (const [name, number] of step) for (const root of [watched, plain]) happenings[name]?.(root, number);
    const printed = await build();
    const expected = await runCommand(plain, ["generate"]);
    expect(printed).toBe(expected.stdout);
    expect(tree(watched)).toEqual(tree(plain));
  }
}

test.each([true, false])(
  "whatever happens, a watch leaves and says what a fresh generate does (stamps count at once: %s)",
  async (trusting) => {
    await fc.assert(
      fc.asyncProperty(steps, (history) => staysTheSame(history, trusting)),
      { numRuns: 60, interruptAfterTimeLimit: 60_000 },
    );
  },
);

test("everything that may happen, one after the other", async () => {
  const history = Object.keys(happenings).flatMap((name, index) => [
    [[name, index + 3] as const],
    [["restore", 0] as const, ["describe", index] as const],
  ]);
  await staysTheSame(history, true);
});

test("everything that may happen to the site, one after the other", async () => {
  const history = Object.keys(happenings)
    .filter((name) => !["configure", "limit", "unconfigure"].includes(name))
    .map((name, index) => [[name, index + 3] as const]);
  const only = { typescript: false, "json-schema": false, docs: false, messages: false, sources: false, site: {} };
  await staysTheSame(
    history.flatMap((step) => [step, [["restore", 0]] as const]),
    true,
    JSON.stringify({ targets: only }),
  );
});

test("of what nobody touched nothing is read again, and nothing is generated that did not change", async () => {
  const root = shop();
  const memory = watchMemory();
  const { build, compared } = builds(root, true, memory);
  await build();
  await build();
  expect(compared().length).toBeGreaterThan(30);
  await build();
  const manifests = ["docs", "json-schema", "messages", "sources", "typescript"].map(
    (id) => `generated/${id}/manifest.json`,
  );
  expect([...compared()].sort()).toEqual(manifests);

  replaceIn(root, spec, "for thirty days", "for forty days");
  const made: string[] = [];
  const { recall } = memory;
  const counting: WatchMemory = {
    ...memory,
    recall: (kind, name, from, make) =>
      recall(kind, name, from, () => {
        made.push(`${kind} ${name}`);
        return make();
      }),
  };
  expect(await builds(root, true, counting).build()).toContain(page);
  // No list of failures shows a description.
  expect(made.filter((name) => name.startsWith("page "))).toEqual(["page codes/2001.md", "page llms-full.txt"]);
  expect(made.filter((name) => name.startsWith("icu-json ") || name.startsWith("locale "))).toEqual([]);
  expect(made.filter((name) => /^source( keys| digest)? /.test(name))).toEqual([]);
});

test("a list is put together from what is known", () => {
  const { known } = watchMemory();
  const first = known("cards", [{ name: "Visa" }, { name: "Maestro" }, { name: "Amex" }]);
  const second = known("cards", [{ name: "Visa" }, { name: "Diners" }, { name: "Amex" }, { name: "Visa" }]);
  expect(second).toEqual([{ name: "Visa" }, { name: "Diners" }, { name: "Amex" }, { name: "Visa" }]);
  expect(second[0]).toBe(first[0]);
  expect(second[2]).toBe(first[2]);
  expect(known("parcels", [{ name: "Visa" }])[0]).not.toBe(first[0]);
  expect(known("cards", [{ name: "Visa" }])[0]).toBe(first[0]);
});

test("what is gone through is known by itself alone", () => {
  const { recall } = watchMemory();
  const pieces = (...texts: string[]) => ({ [Symbol.iterator]: () => texts.values() });
  const visa = pieces("Visa");
  expect(recall("card", "first", visa, () => "Visa")).toBe("Visa");
  expect(recall("card", "first", visa, () => "made again")).toBe("Visa");
  expect(recall("card", "first", pieces("Amex"), () => "Amex")).toBe("Amex");
});

test("after a catalog that cannot be read, the locales are still known", async () => {
  const root = shop();
  const memory = watchMemory();
  const { build } = builds(root, true, memory);
  await build();
  const text = readFileSync(join(root, spec), "utf8");
  writeFileSync(join(root, spec), text.slice(0, text.length / 2));
  expect(await build()).toContain("error");
  writeFileSync(join(root, spec), text.replace("for thirty days", "for forty days"));
  const made: string[] = [];
  const recording: WatchMemory = {
    ...memory,
    recall: (kind, name, from, make) =>
      memory.recall(kind, name, from, () => {
        made.push(kind);
        return make();
      }),
  };
  expect(await builds(root, true, recording).build()).toContain(page);
  expect(made).not.toContain("locale");
});

test("what is said of a translation leads to where the catalog has its text now, though nothing about that text changed", async () => {
  const root = shop();
  replaceIn(root, "spec/locales/pl.json", "Zapłać inną kartą.", "Zapłać  inną kartą.");
  const { build } = builds(root, true);
  const placeOf = (printed: string): string | undefined =>
    /failure-codes\.json:(\d+):\d+ This is the text that it translates/.exec(printed)?.[1];
  const before = Number(placeOf(await build()));
  replaceIn(root, spec, '  "title": "Order failures",', '\n\n  "title": "Order failures",');
  expect(Number(placeOf(await build()))).toBe(before + 2);
  expect(Number(placeOf(await build()))).toBe(before + 2);
});

test("an edit of a generated file is kept and told of in the next build, in the moment it was written and of the same length", async () => {
  const root = shop();
  const { build } = builds(root, false);
  await build();
  await build();
  replaceIn(root, page, "thirty", "twenty");
  replaceIn(root, spec, "Parcel lost", "Parcel gone");
  expect(await build()).toContain("edited by hand");
  expect(readFileSync(join(root, page), "utf8")).toContain("for twenty days");
});

test("an edit of a file that is no longer read is seen by its stamp", async () => {
  const root = shop();
  const { build } = builds(root, true);
  for (let count = 0; count < 3; count++) await build();
  replaceIn(root, page, "thirty", "three dozen");
  expect(await build()).toContain("edited by hand");
  expect(readFileSync(join(root, page), "utf8")).toContain("for three dozen days");
});
