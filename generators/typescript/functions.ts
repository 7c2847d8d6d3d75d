import type { Catalog } from "../../core/catalog.ts";
import { categoryExtent, categoryRule } from "./category-rule.ts";

/** A function of the package, told once for all of `.js`, `.d.ts` and `.ts`. */
export interface FunctionText {
  /** A whole doc comment; undefined for a function that is not exported. */
  readonly documentation: string | undefined;
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  readonly result: string;
  /** Statements that need no annotations under strict settings, and do not throw whatever the arguments really are. */
  readonly body: string;
}

/** The functions of the package's main entry for this catalog, but for `readingHelpers`. */
export function packageFunctions(catalog: Catalog): readonly FunctionText[] {
  return [...lookups(catalog), ...(catalog.statuses.length > 0 ? [statusGuard(catalog)] : []), ...reading(catalog)];
}

/** What a code is in JavaScript: the word of `typeof`. */
export function jsType(catalog: Catalog): "number" | "string" {
  return catalog.codeType === "integer" ? "number" : "string";
}

function lookups(catalog: Catalog): FunctionText[] {
  const type = jsType(catalog);
  const extent = categoryExtent(catalog);
  const code = [{ name: "code", type }];
  return [
    {
      documentation: "/** Whether a value is a code that this version of the catalog knows. */",
      name: "isFailureCode",
      parameters: [{ name: "value", type: "unknown" }],
      result: "value is FailureCode",
      body: "  return known.has(value);",
    },
    {
      documentation:
        "/** The failure with this code; undefined for a code that this version of the catalog does not know. */",
      name: "failureByCode",
      parameters: code,
      result: "Failure | undefined",
      body: `  if (typeof code !== "${type}") return undefined;
  let low = 0;
  let high = failures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const failure = failures[middle];
    if (failure === undefined || failure.code === code) return failure;
    if (failure.code < code) low = middle + 1;
    else high = middle;
  }
  return undefined;`,
    },
    {
      documentation: "/** The failure with this name or with another published spelling of it. */",
      name: "failureByName",
      parameters: [{ name: "name", type: "string" }],
      result: "Failure | undefined",
      body: `  if (typeof name !== "string" || !Object.hasOwn(FailureCode, name)) return undefined;
  return failureByCode(Reflect.get(FailureCode, name));`,
    },
    {
      documentation:
        extent === undefined
          ? "/** The category of a code that this version of the catalog knows. */"
          : `/** The category of any code, known to this version of the catalog or not, by its ${extent}. */`,
      name: "categoryOf",
      parameters: code,
      result: "FailureCategory | undefined",
      body: categoryRule(catalog),
    },
    {
      documentation:
        extent === undefined
          ? "/** What this version of the catalog says about a code, known or not. */"
          : "/** What this version of the catalog says about a code: the failure if it knows it, else the category. */",
      name: "describeCode",
      parameters: code,
      result: "CodeDescription",
      body: `  const failure = failureByCode(code);
  if (failure === undefined) return { known: false, code, category: categoryOf(code) };
  return { known: true, code: failure.code, category: failure.category, failure };`,
    },
  ];
}

function statusGuard(catalog: Catalog): FunctionText {
  return {
    documentation: "/** Whether a value is a status that means failure. */",
    name: "isFailureStatus",
    parameters: [{ name: "value", type: "unknown" }],
    result: "value is FailureStatus",
    body: `  return ${catalog.statuses.map(({ id }) => `value === "${id}"`).join(" || ")};`,
  };
}

function reading(catalog: Catalog): FunctionText[] {
  const parsedReason = catalog.sources.length > 0 ? '\n    parsedReason: parseReason(property(json, "reason")),' : "";
  return [
    {
      documentation: `/**
 * Reads a failed message's JSON, already parsed. It takes anything and never throws: what is absent, or not of its
 * type, is undefined.
 */`,
      name: "readFailedMessage",
      parameters: [{ name: "json", type: "unknown" }],
      result: "FailedMessageReading",
      body: `  const failure = property(json, "failure");
  const code = codeIn(property(failure, "code"));
  const source = property(failure, "source");
  const sourceCode = property(source, "code");
  return {
    status: textIn(property(json, "status")),
    reason: textIn(property(json, "reason")),
    details: textIn(property(json, "details")),${parsedReason}
    failure: code === undefined ? undefined : describeCode(code),
    source:
      typeof source === "object" && source !== null
        ? {
            name: textIn(property(source, "name")),
            code: typeof sourceCode === "number" ? String(sourceCode) : textIn(sourceCode),
          }
        : undefined,
  };`,
    },
  ];
}

/** The functions that take a value out of what may be anything. */
export function readingHelpers(catalog: Catalog): readonly FunctionText[] {
  return [
    codeReading(catalog),
    {
      documentation: undefined,
      name: "textIn",
      parameters: [{ name: "value", type: "unknown" }],
      result: "string | undefined",
      body: '  return typeof value === "string" ? value : undefined;',
    },
    {
      documentation: undefined,
      name: "property",
      parameters: [
        { name: "value", type: "unknown" },
        { name: "key", type: "string" },
      ],
      result: "unknown",
      body: `  try {
    return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  } catch {
    return undefined; // A getter or a proxy that throws.
  }`,
    },
  ];
}

/** Codes that are numbers are read from a number or its digits; string codes from strings alone: "0042" is not 42. */
function codeReading(catalog: Catalog): FunctionText {
  const numeric = `  const isDecimal = typeof value === "string" && /^(0|-?[1-9][0-9]{0,15})$/.test(value);
  const number = isDecimal ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) ? number : undefined;`;
  const textual = '  return typeof value === "string" && value !== "" ? value : undefined;';
  return {
    documentation: undefined,
    name: "codeIn",
    parameters: [{ name: "value", type: "unknown" }],
    result: `${jsType(catalog)} | undefined`,
    body: catalog.codeType === "integer" ? numeric : textual,
  };
}
