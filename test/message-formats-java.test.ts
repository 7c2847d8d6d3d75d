import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { messages } from "../generators/messages.ts";
import { fixtures } from "./catalog-fixture.ts";
import { formatCatalogs } from "./format-catalogs.ts";
import { artifactsOf } from "./golden.ts";
import { isSkipped } from "./installed-programs.ts";
import { layFiles } from "./laid-files.ts";
import { type Conformance, conformance, formatted, shown } from "./message-conformance.ts";
import { localText, ungrouped, westernDigits } from "./number-spelling.ts";

type Files = ReadonlyMap<string, string>;

const withoutJava = isSkipped("properties read back by Java", [
  ["javac", "-version"],
  ["java", "-version"],
]);
/** Fetched by .ci/run, where nothing may be skipped. */
const icu4j = join(import.meta.dirname, "../.ci/tools/icu4j.jar");
const withoutIcu4j = process.env["FAILCODES_REQUIRE_TOOLS"] !== "1" && !existsSync(icu4j);
if (withoutIcu4j) console.warn("skipped: properties read back by ICU4J, since .ci/tools/icu4j.jar is not there");

describe.each(formatCatalogs)("the catalog %s", (name, catalog) => {
  const list = conformance(name, catalog);

  it.skipIf(withoutJava).each(["text", "spring"] as const)(
    "says in java.text what FormatJS says: %s",
    async (dialect) => {
      const files = await artifactsOf(messages({ formats: [`java-${dialect}`] }), catalog);
      const said = readByJava(files, dialect, list);
      expect(list.map((entry, index) => shown(entry, ungrouped(entry.tag, said[index] ?? "")))).toEqual(
        list.map((entry) => shown(entry, ungrouped(entry.tag, localText(entry)))),
      );
    },
  );

  it.skipIf(withoutJava || withoutIcu4j)("says in ICU4J what FormatJS says", async () => {
    const files = await artifactsOf(messages({ formats: ["java-icu4j"] }), catalog);
    const said = readByJava(files, "icu4j", list);
    expect(list.map((entry, index) => shown(entry, westernDigits(said[index] ?? "")))).toEqual(
      list.map((entry) => shown(entry, westernDigits(localText(entry)))),
    );
  });

  // Where ICU4J is not to be had: Java reads the properties, and FormatJS stands in for ICU4J's MessageFormat.
  it.skipIf(withoutJava)("says in properties for ICU4J what FormatJS says", async () => {
    const files = await artifactsOf(messages({ formats: ["java-icu4j"] }), catalog);
    const found = readByJava(files, "read", list);
    expect(
      list.map((entry, index) => shown(entry, westernDigits(formatted(found[index] ?? "", entry.tag, entry.params)))),
    ).toEqual(list.map((entry) => shown(entry, westernDigits(localText(entry)))));
  });

  it("is ASCII in properties, and has no comment that ends before its line", async () => {
    const files = await artifactsOf(messages({ formats: ["java-icu4j", "java-text", "java-spring"] }), catalog);
    for (const [path, content] of files) if (path.endsWith(".properties")) expect(content, path).toMatch(/^[\n -~]*$/);
  });
});

const program = mkdtempSync(join(tmpdir(), "failcodes-java-"));
beforeAll(() => {
  if (withoutJava) return;
  const source = join(fixtures, "consumers/java/ReadBack.java");
  const run = spawnSync("javac", ["-d", program, source], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
});
afterAll(() => rmSync(program, { recursive: true }));

const base64 = (text: string): string => Buffer.from(text).toString("base64");

function readByJava(
  files: Files,
  dialect: "icu4j" | "read" | "text" | "spring",
  list: readonly Conformance[],
): readonly string[] {
  const format = dialect === "read" ? "java-icu4j" : `java-${dialect}`;
  const folder = layFiles(files, `${format}/`);
  const lines = list.map(({ tag, key, params, declared }) => {
    const values = declared.map(({ name, type }) => {
      const value = params[name] ?? "";
      if (type === "integer") return `l:${value}`;
      return type === "number" ? `d:${value}` : `s:${base64(String(value))}`;
    });
    const categories = declared.flatMap(({ name, type }, index) => {
      if (type !== "integer" && type !== "number") return [];
      const number = Number(params[name]);
      const category = (type: "cardinal" | "ordinal") => new Intl.PluralRules(tag, { type }).select(number);
      return [`plural:${index}=${category("cardinal")}`, `selectordinal:${index}=${category("ordinal")}`];
    });
    const names = declared.map(({ name }) => name);
    return [tag, key, values.join(" "), categories.join(" "), names.join(" ")].join("\t");
  });
  const words = [
    "-cp",
    [program, icu4j].join(delimiter),
    "ReadBack",
    dialect,
    join(folder, format),
    dialect === "spring" ? "messages" : "Messages",
  ];
  const run = spawnSync("java", words, { input: `${lines.join("\n")}\n`, encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout
    .trimEnd()
    .split("\n")
    .map((line) => Buffer.from(line, "base64").toString());
}
