import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "vitest";
import type { Catalog, Mapping } from "../core/catalog.ts";
import type { Classification } from "../core/sources/classifier.ts";
import { typescript } from "../generators/typescript.ts";
import { catalogFixture, shippedCatalog } from "./catalog-fixture.ts";
import { artifactsOf } from "./golden.ts";
import { withSources } from "./sources-fixture.ts";
import { evaluated, installPackage } from "./typescript-package.ts";

/** `classify` as careless JavaScript calls it. */
export type Classify = (error: unknown) => Record<string, unknown>;

/** What the package has of sources, called as careless JavaScript calls it. */
export interface SourcesPackage {
  classifier(...tables: unknown[]): Classify;
  messageClassifier(classify: Classify): Classify;
  classify: Classify;
  classifyMessage: Classify;
  readonly sources: readonly { readonly name: string }[];
  parseReason(reason: unknown): unknown;
}

/** The modules of the package as Node loads them, together; it is installed below a folder, for one consumer. */
export async function loadedPackage(folder: string, catalog: Catalog): Promise<SourcesPackage> {
  const target = await installPackage(folder, catalog);
  const modules = ["index.js", "classify.js", "sources.js"].map(
    (path) => import(pathToFileURL(join(target, path)).href),
  );
  return Object.assign({}, ...(await Promise.all(modules)));
}

/** The package as one file. */
export async function vendoredPackage(catalog: Catalog): Promise<SourcesPackage> {
  const files = await artifactsOf(typescript({ style: "const" }), catalog);
  return evaluated(files.get("src/failure-codes.ts") ?? "") as unknown as SourcesPackage;
}

/** What the package has to answer where the catalog answers so. */
export function expectedAnswer(answer: Classification): Record<string, unknown> {
  const { outcome, failure, evidence, retry, source, mapping } = answer;
  return {
    outcome,
    failure: failure?.code,
    evidence,
    retry,
    source,
    mapping: mapping === undefined ? undefined : expectedMapping(mapping),
  };
}

function expectedMapping({ key, name, reason, provenance, reference }: Mapping): Record<string, unknown> {
  const { spellings: _spellings, ...rest } = { spellings: undefined, ...key };
  const { title, url } = reference ?? {};
  return {
    key: rest,
    name,
    reason,
    provenance,
    reference: reference === undefined ? undefined : url === undefined ? { title } : { title, url },
  };
}

/** Holds a function of the package to what the catalog answers. */
export function expectSame(classify: Classify, reference: (input: unknown) => Classification, error: unknown): void {
  const { input, ...answer } = classify(error);
  expect(Object.is(input, error)).toBe(true);
  expect(Object.keys(answer)).toEqual(["outcome", "failure", "evidence", "retry", "source", "mapping"]);
  expect(answer).toEqual(expectedAnswer(reference(error)));
}

/** Catalogs with sources, by what they are called in tests. */
export const catalogsWithSources: readonly (readonly [string, () => Catalog])[] = [
  ["shop", () => catalogFixture("shop")],
  ["compiler", () => catalogFixture("compiler")],
  ["hostile", () => catalogFixture("hostile")],
  ["made up", () => withSources(catalogFixture("minimal"))],
  ["shipped", shippedCatalog],
];
