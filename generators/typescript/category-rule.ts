import type { Catalog, Code } from "../../core/catalog.ts";
import { codeLiteral, stringLiteral } from "../../core/javascript-literal.ts";

/** The body of `categoryOf(code)`: ranges or prefixes as code, so that the facts need not come along. */
export function categoryRule(catalog: Catalog): string {
  const lines =
    catalog.codeType === "integer"
      ? ["  if (!Number.isInteger(code)) return undefined;"]
      : ['  if (typeof code !== "string") return undefined;'];
  for (const [categoryId, codes] of exceptions(catalog)) {
    lines.push(
      "  switch (code) {",
      ...codes.map((code) => `    case ${codeLiteral(code)}:`),
      `      return "${categoryId}";`,
      "  }",
    );
  }
  for (const { condition, categoryId } of rules(catalog)) lines.push(`  if (${condition}) return "${categoryId}";`);
  lines.push("  return undefined;");
  return lines.join("\n");
}

interface CategoryTest {
  readonly condition: string;
  readonly categoryId: string;
  matches(code: Code): boolean;
}

function rules(catalog: Catalog): CategoryTest[] {
  return catalog.codeType === "integer" ? rangeRules(catalog) : prefixRules(catalog);
}

/** What the categories of this catalog own, in words: `range`, `prefix`, or undefined where no category owns either. */
export function categoryExtent(catalog: Catalog): "range" | "prefix" | undefined {
  if (rules(catalog).length === 0) return undefined;
  return catalog.codeType === "integer" ? "range" : "prefix";
}

/** Id of the category that a code belongs to by range or longest prefix, whether or not a failure has it. */
export function categoryByRule(catalog: Catalog, code: Code): string | undefined {
  return rules(catalog).find((test) => test.matches(code))?.categoryId;
}

function rangeRules(catalog: Catalog): CategoryTest[] {
  return catalog.categories.flatMap(({ id, range }) =>
    range === undefined
      ? []
      : {
          condition: `code >= ${range.from} && code <= ${range.to}`,
          categoryId: id,
          matches: (code) => Number(code) >= range.from && Number(code) <= range.to,
        },
  );
}

/** The longest prefix first; of equal length, in the order of the catalog. */
function prefixRules(catalog: Catalog): CategoryTest[] {
  return catalog.categories
    .flatMap(({ id, prefixes }) => prefixes.map((prefix) => ({ id, prefix })))
    .sort((left, right) => right.prefix.length - left.prefix.length)
    .map(({ id, prefix }) => ({
      condition: `code.startsWith(${stringLiteral(prefix)})`,
      categoryId: id,
      matches: (code) => String(code).startsWith(prefix),
    }));
}

/** Codes whose category no range or prefix gives, by category: a category need not have either. */
function exceptions(catalog: Catalog): ReadonlyMap<string, readonly Code[]> {
  const tests = rules(catalog);
  const found = new Map<string, Code[]>();
  for (const { code, category } of catalog.failures) {
    if (tests.find((test) => test.matches(code))?.categoryId === category.id) continue;
    const codes = found.get(category.id);
    if (codes === undefined) found.set(category.id, [code]);
    else codes.push(code);
  }
  return found;
}
