import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, expect, it } from "vitest";
import { builtTool, repository } from "./built-tool.ts";

/** Packed as npm would publish them; a stranger's project installs the tarballs, without a network. */
const folders = [".", "generated/typescript", "generated/json-schema", "generated/messages", "generated/sources"];

let stranger = "";

function inStranger(program: string, ...words: readonly string[]): string {
  return execFileSync(program, words, { cwd: stranger, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** What a module of the stranger prints. */
function printed(source: string): string {
  writeFileSync(join(stranger, "program.mjs"), source);
  return inStranger(process.execPath, "program.mjs");
}

beforeAll(() => {
  builtTool();
  stranger = mkdtempSync(join(tmpdir(), "failcodes-stranger-"));
  writeFileSync(join(stranger, "package.json"), JSON.stringify({ name: "parcels", private: true, type: "module" }));
  const tarballs = folders.map((folder) => {
    const words = ["pack", "--json", "--pack-destination", stranger];
    const output = execFileSync("npm", words, {
      cwd: join(repository, folder),
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const packed = JSON.parse(output) as
      | readonly { filename: string }[]
      | Readonly<Record<string, { filename: string }>>;
    return join(stranger, Object.values(packed)[0]?.filename ?? "");
  });
  inStranger("npm", "install", "--offline", "--no-audit", "--no-fund", ...tarballs);
});
afterAll(() => rmSync(stranger, { recursive: true, force: true }));

it("brings nothing along: each package installs as one", () => {
  const { packages } = JSON.parse(readFileSync(join(stranger, "package-lock.json"), "utf8")) as { packages: object };
  expect(Object.keys(packages).sort()).toEqual([
    "",
    "node_modules/failcodes",
    "node_modules/message-failure-codes",
    "node_modules/message-failure-codes-messages",
    "node_modules/message-failure-codes-schema",
    "node_modules/message-failure-codes-sources",
  ]);
});

it("works as a tool: init, validate, generate and check in the stranger's project", () => {
  const failcodes = join(stranger, "node_modules/.bin/failcodes");
  inStranger(failcodes, "init");
  inStranger(failcodes, "validate");
  inStranger(failcodes, "generate");
  expect(inStranger(failcodes, "check")).toContain("Clean");
  const { $schema } = JSON.parse(readFileSync(join(stranger, "failcodes.config.json"), "utf8")) as { $schema: string };
  expect(existsSync(join(stranger, $schema))).toBe(true);
  const catalog = JSON.parse(readFileSync(join(stranger, "spec/failure-codes.json"), "utf8")) as { $schema: string };
  expect(existsSync(join(stranger, "spec", catalog.$schema))).toBe(true);
});

it("works as a library, with types", () => {
  const source = `
    import { load, plan, typescript, sha256 } from "failcodes";
    const text = JSON.stringify({ name: "shop", title: "Shop", version: "1.0.0", codeType: "string", defaultLocale: "en",
      statuses: [], categories: [{ id: "cards", title: "Cards", description: "Cards.", prefixes: ["C"] }], fallback: "C1",
      failures: [{ code: "C1", name: "CARD_DECLINED", category: "cards", title: "Declined", description: "It was declined.", retry: "never" }] });
    const loaded = load({ catalog: { path: "shop.json", content: text }, locales: [] });
    if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join());
    const name: string | undefined = loaded.value.byCode.get("C1")?.name;
    console.log(name, typeof plan, typeof typescript, typeof sha256);
  `;
  writeFileSync(join(stranger, "library.mts"), source);
  const program = ts.createProgram([join(stranger, "library.mts")], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    types: [],
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    noEmit: true,
  });
  const problems = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  expect(problems).toEqual([]);
  expect(printed(ts.transpile(source, { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 }))).toBe(
    "CARD_DECLINED function function function\n",
  );
});

it("generates packages that a stranger uses", () => {
  const output = printed(`
    import { FailureCode, categoryOf, failureByName } from "message-failure-codes";
    import { BILLING_FAILURE } from "message-failure-codes/codes";
    import messages from "message-failure-codes-messages/icu-json/ja.json" with { type: "json" };
    import schema from "message-failure-codes-schema/failed-message.schema.json" with { type: "json" };
    import whatsapp from "message-failure-codes-sources/whatsapp.json" with { type: "json" };
    import tables from "message-failure-codes-sources" with { type: "json" };
    console.log(FailureCode[12007], FailureCode.BILLING_FALIURE === BILLING_FAILURE, categoryOf(15999));
    console.log(failureByName("BILLING_FALIURE").name, messages["12007.title"], schema.$id);
    const row = whatsapp.mappings.find(({ key }) => key.code === "131047");
    console.log(row.failure, row.failureName, tables.sources.some(({ name }) => name === "whatsapp"));
  `);
  expect(output.split("\n").slice(0, 3)).toEqual([
    "BILLING_FAILURE true platform",
    "BILLING_FAILURE 課金エラーのため送信できませんでした urn:failcodes:message-failure-codes:failed-message",
    "14005 INVALID_SESSION_WINDOW true",
  ]);
});
