import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sha256 } from "../cli/host/digest.ts";
import { type LoadOptions, load, type SpecFiles } from "../core/load.ts";
import { plainReport } from "../core/report/plain.ts";
import { fixtures, specFiles } from "./catalog-fixture.ts";

const folder = join(fixtures, "invalid");

type Piece = { readonly text: string } | { readonly hex: string } | { readonly repeat: string; readonly times: number };

/** A file that cannot sensibly be committed, piece by piece: bytes that are no text, a hundred thousand brackets. */
interface Recipe {
  readonly maxFileSize?: number;
  readonly "spec.json": readonly Piece[];
}

function bytesOf(piece: Piece): Buffer {
  if ("hex" in piece) return Buffer.from(piece.hex, "hex");
  return Buffer.from("text" in piece ? piece.text : piece.repeat.repeat(piece.times));
}

interface Fixture {
  readonly files: SpecFiles;
  readonly options: LoadOptions;
}

/** Fixtures in which translations are held against the texts they were made from; in the others nothing is said of that. */
const hashed = /^FC(3209|321[016-9]|3221)-/;

function optionsOf(name: string): LoadOptions {
  return hashed.test(name) ? { digest: sha256 } : {};
}

function read(name: string): Fixture {
  const path = join(folder, name, "make.json");
  if (!existsSync(path)) return { files: specFiles(join(folder, name)), options: optionsOf(name) };
  const recipe = JSON.parse(readFileSync(path, "utf8")) as Recipe;
  const content = Buffer.concat(recipe["spec.json"].map(bytesOf));
  return {
    files: { catalog: { path: "spec.json", content }, locales: [] },
    options: recipe.maxFileSize === undefined ? {} : { maxFileSize: recipe.maxFileSize },
  };
}

const names = readdirSync(folder).sort();

/** What counts others of a kind comes after some of them. */
const comesAfter: Readonly<Record<string, string>> = { FC3218: "FC3209", FC3219: "FC3210" };

describe("what load says about a spec with mistakes", () => {
  test.each(names)("%s", (name) => {
    const { files, options } = read(name);
    const report = plainReport(load(files, options).diagnostics);
    const path = join(folder, name, "expected.txt");
    if (!existsSync(path) && process.env["CI"] === undefined) writeFileSync(path, report);
    expect(report).toBe(readFileSync(path, "utf8"));
  });

  test.each(names.filter((name) => name.startsWith("FC")))("%s shows one kind of mistake and no other", (name) => {
    const { files, options } = read(name);
    const codes = new Set(load(files, options).diagnostics.map(({ code }) => code));
    const code = name.slice(0, 6);
    expect([...codes].sort()).toEqual(code in comesAfter ? [comesAfter[code], code] : [code]);
  });

  test("ten-mistakes holds ten mistakes of ten kinds", () => {
    const { diagnostics } = load(read("ten-mistakes").files);
    expect(diagnostics).toHaveLength(10);
    expect(new Set(diagnostics.map(({ code }) => code)).size).toBe(10);
  });
});
