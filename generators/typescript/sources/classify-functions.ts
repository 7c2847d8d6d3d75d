import type { Catalog } from "../../../core/catalog.ts";
import { codeLiteral } from "../../../core/javascript-literal.ts";
import type { FunctionText } from "../functions.ts";
import type { Face } from "../module-writer.ts";
import { codeFunctions } from "./code-functions.ts";
import { textFunctions } from "./text-functions.ts";

/** What the functions share: what was made of each table to look into, and the failure that stands for all others. */
export function classifyConstants({ fallback }: Catalog, face: Exclude<Face, "dts">): string {
  const type = (text: string): string => (face === "ts" ? `: ${text}` : "");
  const indexes = `const indexes${type("WeakMap<SourceTable, TableIndex>")} = /* @__PURE__ */ new WeakMap();`;
  const value = `{ failure: ${codeLiteral(fallback.code)}, retry: "${fallback.retry}" }`;
  const fallbackType = type("{ readonly failure: FailureCode; readonly retry: Retry }");
  return `${indexes}\n\nconst fallback${fallbackType} = ${value};`;
}

const classifier: FunctionText = {
  documentation: `/**
 * Makes a function that says what a platform's error means, by the tables of the sources that are given. An exact code
 * costs a look into a Map, however long the table is; the Map is made when its source is first asked for.
 */`,
  name: "classifier",
  parameters: [{ name: "...tables", type: "readonly SourceTable[]" }],
  result: "Classify",
  body: `  const byName/*: Map<unknown, SourceTable>*/ = new Map();
  for (const table of tables) for (const alias of table.aliases) byName.set(alias, table);
  for (const table of tables) byName.set(table.name, table);
  return (error) => {
    let source/*: unknown*/;
    let code/*: unknown*/;
    let subcode/*: unknown*/;
    let text/*: unknown*/;
    try {
      ({ source, code, subcode, text } = error);
    } catch {
      [source, code, subcode, text] = ["source", "code", "subcode", "text"].map((key) => property(error, key));
    }
    const table = byName.get(source);
    if (table === undefined) return unknown("unknownSource", undefined, error);
    const entry = entryFor(table, code, subcode, text);
    if (entry === undefined) return unknown("unknownCode", table.name, error);
    const { outcome, failure, evidence, retry } = entry;
    entry.mapping ??= mappingOf(table, entry);
    const { mapping } = entry;
    return { outcome, failure, evidence, retry, source: table.name, mapping, input: error }/* as Classification*/;
  };`,
};

const unknown: FunctionText = {
  documentation: undefined,
  name: "unknown",
  parameters: [
    { name: "outcome", type: '"unknownCode" | "unknownSource"' },
    { name: "source", type: "string | undefined" },
    { name: "input", type: "PlatformError" },
  ],
  result: "Classification",
  body: `  const { failure, retry } = fallback;
  return { outcome, failure, evidence: undefined, retry, source, mapping: undefined, input }/* as Classification*/;`,
};

const messageClassifier: FunctionText = {
  documentation: `/**
 * Makes a function that says what a failed message means: the failure, where it arose, and the platform's own error.
 * The text that rows match is the platform's: \`details\` in \`reason\`, or all of \`reason\` where it cannot be parsed, else
 * \`details\` of the message. A code that the source lacks is the one in \`reason\`.
 */`,
  name: "messageClassifier",
  parameters: [{ name: "classify", type: "Classify" }],
  result: "ClassifyMessage",
  body: `  return (json) => {
    const failureObject = property(json, "failure");
    const written = property(failureObject, "code");
    const code = codeIn(written);
    const source = property(failureObject, "source");
    const name = textIn(property(source, "name"));
    const sourceCode = codeText(property(source, "code"));
    const whole = textIn(property(json, "reason"));
    const reason = parseReason(whole);
    const text = reason?.details ?? whole ?? textIn(property(json, "details"));
    const classification = classify({ source: name, code: sourceCode ?? reason?.code, text });
    const { failure, mapping, outcome } = classification;
    const meant = name === undefined && codeText(written) === undefined ? undefined : failure;
    return {
      failure: code ?? meant,
      saidBy: code !== undefined ? "message" : meant === undefined ? undefined : "source",
      differs: code !== undefined && mapping !== undefined && outcome !== "fallback" && failure !== code,
      source: typeof source === "object" && source !== null ? { name, code: sourceCode } : undefined,
      reason,
      error: mapping?.name,
      classification,
      input: json,
    };
  };`,
};

const lookup: readonly FunctionText[] = [
  {
    documentation: undefined,
    name: "entryFor",
    parameters: [
      { name: "table", type: "SourceTable" },
      { name: "code", type: "unknown" },
      { name: "subcode", type: "unknown" },
      { name: "text", type: "unknown" },
    ],
    result: "Entry | undefined",
    body: `  const index = indexOf(table);
  const written = codeText(code);
  if (written === undefined) return firstFit(index.source.get(""), "", text);
  const direct = index.exact.get(written);
  const slash = direct === undefined && subcode === undefined && index.subcodes.size > 0 ? written.indexOf("/") : -1;
  if (slash >= 0) return entryFor(table, written.slice(0, slash), written.slice(slash + 1), text);
  // What the table holds is in its normal form already.
  const normal = direct === undefined ? normalCode(table.codeForms, written) : written;
  const second = index.subcodes.size === 0 ? undefined : codeText(subcode);
  return (
    (second !== undefined
      ? firstFit(index.subcodes.get(normal)?.get(normalCode(table.codeForms, second)), normal, text)
      : undefined) ??
    firstFit(direct ?? index.exact.get(normal), normal, text) ??
    widerEntry(index, normal, text)
  );`,
  },
  {
    documentation: undefined,
    name: "widerEntry",
    parameters: [
      { name: "index", type: "TableIndex" },
      { name: "code", type: "string" },
      { name: "text", type: "unknown" },
    ],
    result: "Entry | undefined",
    body: `  const parts = code.split(".", 4);
  const [status = "", subject, detail] = parts.length === 3 && parts.every(numeral) ? parts : [];
  const details = status === "4" || status === "5" ? index.detail.get(\`\${subject}.\${detail}\`) : undefined;
  return (
    firstFit(details, code, text) ??
    firstFit(index.range.get(""), code, text) ??
    firstFit(index.class.get(status), code, text) ??
    firstFit(index.source.get(""), code, text)
  );`,
  },
  {
    documentation: undefined,
    name: "firstFit",
    parameters: [
      { name: "chain", type: "Entry | undefined" },
      { name: "code", type: "string" },
      { name: "text", type: "unknown" },
    ],
    result: "Entry | undefined",
    body: `  let entry = chain;
  while (entry?.fits !== undefined && !entry.fits(code, text)) entry = entry.next;
  return entry;`,
  },
  {
    documentation: undefined,
    name: "indexOf",
    parameters: [{ name: "table", type: "SourceTable" }],
    result: "TableIndex",
    body: `  const made = indexes.get(table);
  if (made !== undefined) return made;
  const index/*: TableIndex*/ = {
    exact: new Map(),
    subcodes: new Map(),
    detail: new Map(),
    range: new Map(),
    class: new Map(),
    source: new Map(),
  };
  const advice/*: Map<FailureCode, Retry>*/ = new Map();
  const words/*: readonly Retry[]*/ = ["never", "later", "after-change"];
  for (const word of words) for (const failure of table.retry[word] ?? []) advice.set(failure, word);
  const kinds/*: readonly MappingKey["kind"][]*/ = ["exact", "detail", "range", "class", "source"];
  for (const kind of kinds) {
    // From behind, because the most specific row for a key comes first.
    for (const row of [...(table[kind] ?? [])].reverse()) {
      const [key, , , , rest] = row;
      const { outcome, failure, evidence, retry } = meaningOf(row, advice);
      const fits = fitOf(key, rest?.text);
      for (const code of [typeof key === "string" ? key : "", ...(rest?.spellings ?? [])]) {
        let chains/*: Entries*/ = index[kind];
        if (rest?.subcode !== undefined) {
          chains = index.subcodes.get(code) ?? new Map();
          index.subcodes.set(code, chains);
        }
        const last = rest?.subcode ?? code;
        const next = chains.get(last);
        chains.set(last, { fits, next, outcome, failure, evidence, retry, mapping: undefined, kind, row });
      }
    }
  }
  indexes.set(table, index);
  return index;`,
  },
  {
    documentation: undefined,
    name: "meaningOf",
    parameters: [
      { name: "row", type: 'Entry["row"]' },
      { name: "advice", type: "ReadonlyMap<FailureCode, Retry>" },
    ],
    result: "Meaning",
    body: `  const [, failure, , , rest] = row;
  if (failure === false) return { outcome: "notAFailure", failure: undefined, evidence: undefined, retry: undefined };
  if (failure === null) {
    return { outcome: "fallback", failure: fallback.failure, evidence: undefined, retry: rest?.retry ?? fallback.retry };
  }
  const retry = rest?.retry ?? advice.get(failure);
  return { outcome: "failure", failure, evidence: rest?.evidence ?? "derived", retry };`,
  },
  {
    documentation: undefined,
    name: "fitOf",
    parameters: [
      { name: "key", type: "string | readonly [from: number, to: number]" },
      { name: "match", type: "TextMatch | undefined" },
    ],
    result: 'Entry["fits"]',
    body: `  const matches = match === undefined ? undefined : textMatcher(match);
  if (typeof key === "string") return matches === undefined ? undefined : (_code, text) => matches(text);
  const [from, to] = key;
  return (code, text) => {
    const value = numeral(code) === code ? Number(code) : Number.NaN;
    return value >= from && value <= to && (matches === undefined || matches(text));
  };`,
  },
  {
    documentation: undefined,
    name: "mappingOf",
    parameters: [
      { name: "table", type: "SourceTable" },
      { name: "entry", type: "Entry" },
    ],
    result: "Mapping",
    body: `  const { kind, row } = entry;
  const [key, , name, reason, rest] = row;
  const { provenance = table.provenance, reference } = rest ?? {};
  return { key: keyOf(kind, key, rest), name, reason, provenance, reference };`,
  },
  {
    documentation: undefined,
    name: "keyOf",
    parameters: [
      { name: "kind", type: 'MappingKey["kind"]' },
      { name: "key", type: "string | readonly [from: number, to: number]" },
      { name: "rest", type: "SourceRowRest | undefined" },
    ],
    result: "MappingKey",
    body: `  const text = rest?.text;
  if (typeof key !== "string") return { kind: "range", from: key[0], to: key[1], text };
  if (kind === "exact") return { kind, code: key, subcode: rest?.subcode, text };
  if (kind === "class") return { kind, class: key, text };
  if (kind !== "detail") return { kind: "source", text };
  const [subject = "", detail = ""] = key.split(".");
  return { kind, subject, detail, text };`,
  },
];

/** The functions that classify a platform's error, and a whole failed message, by the tables they are given. */
export const classifyFunctions: readonly FunctionText[] = [
  classifier,
  messageClassifier,
  unknown,
  ...lookup,
  ...codeFunctions,
  ...textFunctions,
];
