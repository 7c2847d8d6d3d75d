import type { Code } from "../catalog.ts";

/** A failure, as far as its code is concerned. */
export interface NamedCode {
  readonly code: Code;
  /** "" where it has none. */
  readonly name: string;
  /** Identifier of its category, or "". */
  readonly category: string;
}

/** A code that no failure may have. */
export interface ReservedCode {
  readonly code: Code;
  readonly reason: string;
}

/** What decides which codes belong to a category. */
export interface CodeCategory {
  readonly id: string;
  readonly index: number;
  /** Undefined where it has none that goes from a lower to a higher number. */
  readonly range: { readonly from: number; readonly to: number } | undefined;
  readonly prefixes: readonly string[];
}

/** The codes of a catalog that need not be free of mistakes: of one that two people have just numbered alike, above all. */
export interface CatalogCodes {
  readonly codeType: "integer" | "string";
  readonly categories: readonly CodeCategory[];
  readonly failures: readonly NamedCode[];
  readonly reserved: readonly ReservedCode[];
}

/** The codes in a catalog's JSON; undefined where it is no catalog. What is misshapen in it is passed over. */
export function catalogCodes(value: unknown): CatalogCodes | undefined {
  if (!isObject(value) || !Array.isArray(value["failures"])) return undefined;
  const codeType = value["codeType"] === "string" ? "string" : "integer";
  const isCode = (code: unknown): code is Code =>
    codeType === "string" ? typeof code === "string" : Number.isSafeInteger(code);
  const failures: NamedCode[] = [];
  for (const { code, name, category } of objectsIn(value["failures"])) {
    if (isCode(code)) failures.push({ code, name: textOf(name), category: textOf(category) });
  }
  const reserved: ReservedCode[] = [];
  for (const { code, reason } of objectsIn(value["reserved"])) {
    if (isCode(code)) reserved.push({ code, reason: textOf(reason) });
  }
  const categories: CodeCategory[] = [];
  for (const [index, entry] of (Array.isArray(value["categories"]) ? value["categories"] : []).entries()) {
    if (!isObject(entry) || typeof entry["id"] !== "string") continue;
    const prefixes: readonly unknown[] = Array.isArray(entry["prefixes"]) ? entry["prefixes"] : [];
    categories.push({
      id: entry["id"],
      index,
      range: rangeOf(entry["range"]),
      prefixes: prefixes.filter((prefix) => typeof prefix === "string" && prefix !== "").map(String),
    });
  }
  return { codeType, categories, failures, reserved };
}

function rangeOf(value: unknown): CodeCategory["range"] {
  if (!isObject(value)) return undefined;
  const { from, to } = value;
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || Number(from) > Number(to)) return undefined;
  return { from: Number(from), to: Number(to) };
}

type Members = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function objectsIn(value: unknown): readonly Members[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
