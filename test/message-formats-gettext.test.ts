import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { messages } from "../generators/messages.ts";
import { fixtures } from "./catalog-fixture.ts";
import { formatCatalogs } from "./format-catalogs.ts";
import { artifactsOf } from "./golden.ts";
import { isSkipped } from "./installed-programs.ts";
import { layFiles } from "./laid-files.ts";
import { conformance, formatted, shown } from "./message-conformance.ts";

const withoutGettext = isSkipped("PO files read back by gettext", [
  ["msgfmt", "--version"],
  ["python3", "--version"],
]);

describe.each(formatCatalogs)("the catalog %s", (name, catalog) => {
  // What is for developers is not translated, and has no place in a translator's file.
  const list = conformance(name, catalog).filter(({ part }) => part !== "developer");

  it.skipIf(withoutGettext)("says in gettext what FormatJS says", async () => {
    const files = await artifactsOf(messages({ formats: ["po"] }), catalog);
    const folder = layFiles(files, "po/");
    const compiled = new Map<string, string>();
    for (const path of files.keys()) {
      if (!path.endsWith(".po")) continue;
      const mo = join(folder, `${path}.mo`);
      const run = spawnSync("msgfmt", ["--check", "-o", mo, join(folder, path)], { encoding: "utf8" });
      expect({ path, status: run.status, said: run.stderr }).toEqual({ path, status: 0, said: "" });
      compiled.set(path, mo);
    }
    const entries = new Map(poEntries(files.get("po/messages.pot") ?? "").map((entry) => [entry.context, entry]));
    const asked = list.map((entry) => {
      const { one = "", other } = entries.get(entry.key) ?? {};
      const name = other === undefined ? undefined : /\{(\w+), plural/.exec(entry.source)?.[1];
      const count = name === undefined ? 0 : Number(entry.params[name]);
      return [compiled.get(`po/${posix[entry.tag] ?? entry.tag}.po`), entry.key, one, other ?? null, Math.trunc(count)];
    });
    const script = join(fixtures, "consumers/gettext/read_back.py");
    const run = spawnSync("python3", [script], { input: JSON.stringify(asked), encoding: "utf8", maxBuffer: 1 << 28 });
    expect(run.stderr).toBe("");
    const found = JSON.parse(run.stdout) as readonly string[];
    const said: unknown[] = [];
    const expected: unknown[] = [];
    for (const [index, entry] of list.entries()) {
      // gettext counts whole numbers.
      if (asked[index]?.[3] !== null && Object.values(entry.params).some(isFraction)) continue;
      const tag = entry.translated ? entry.tag : catalog.defaultLocale;
      const text = found[index] ?? "";
      said.push(shown(entry, entries.get(entry.key)?.icu ? formatted(text, tag, entry.params) : text));
      expected.push(shown(entry, entry.translated ? entry.text : formatted(entry.source, tag, entry.params)));
    }
    expect(said).toEqual(expected);
  });
});

const isFraction = (value: string | number): boolean => typeof value === "number" && !Number.isInteger(value);

const posix: Readonly<Record<string, string>> = { "en-GB": "en_GB", "pt-BR": "pt_BR", "zh-Hans": "zh_CN" };

interface PoEntry {
  readonly context: string;
  readonly one: string;
  readonly other: string | undefined;
  readonly icu: boolean;
}

/** The entries of a template, as far as a program needs them to ask for a translation. */
function poEntries(text: string): readonly PoEntry[] {
  return text
    .split("\n\n")
    .slice(1)
    .map((block) => {
      const field = (name: string): string | undefined => {
        const found = new RegExp(`^${name} ((?:"[^\\n]*"\\n?)+)`, "m").exec(block)?.[1];
        return found
          ?.split("\n")
          .filter((line) => line !== "")
          .map((line) => JSON.parse(line) as string)
          .join("");
      };
      return {
        context: field("msgctxt") ?? "",
        one: field("msgid") ?? "",
        other: field("msgid_plural"),
        icu: block.includes("#, icu-message-format"),
      };
    });
}
