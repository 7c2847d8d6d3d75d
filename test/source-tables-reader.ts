import type { CodeForm } from "../core/catalog.ts";

/** A key of a row. */
export type Key = { readonly text?: { readonly kind: string; readonly pattern: string } } & (
  | {
      readonly kind: "exact";
      readonly code: string;
      readonly subcode?: string;
      readonly spellings?: readonly string[];
    }
  | { readonly kind: "detail"; readonly subject: string; readonly detail: string }
  | { readonly kind: "range"; readonly from: number; readonly to: number }
  | { readonly kind: "class"; readonly class: string }
  | { readonly kind: "source" }
);

/** A row of a table, as JSON holds it. */
export interface Row {
  readonly key: Key;
  readonly outcome: string;
  readonly failure?: number | string;
  readonly anchor: string;
  readonly url?: string;
}

/** The table of a source, as JSON holds it. */
export interface Table {
  readonly $schema?: string;
  readonly catalog?: object;
  readonly fallback?: number | string;
  readonly name: string;
  readonly url?: string;
  readonly sourceCode?: string;
  readonly codeForms: readonly CodeForm[];
  readonly coverage: Readonly<Record<string, number>>;
  readonly mappings: readonly Row[];
}

/** The first row whose key fits, as the README of the tables says it; codes are in their normal form. */
export function rowFor({ mappings }: Table, code: string, subcode?: string, text?: string): Row | undefined {
  return mappings.find(
    ({ key }) => fitsCode(key, code, subcode) && (key.text === undefined || fitsText(key.text, text)),
  );
}

function fitsCode(key: Key, code: string, subcode: string | undefined): boolean {
  const status = /^(\d+)\.(\d+)\.(\d+)$/.exec(code);
  switch (key.kind) {
    case "exact":
      return (
        [key.code, ...(key.spellings ?? [])].includes(code) && (key.subcode === undefined || key.subcode === subcode)
      );
    case "detail":
      return (status?.[1] === "4" || status?.[1] === "5") && status[2] === key.subject && status[3] === key.detail;
    case "range":
      return /^\d+$/.test(code) && Number(code) >= key.from && Number(code) <= key.to;
    case "class":
      return status?.[1] === key.class;
    case "source":
      return true;
  }
}

function fitsText({ kind, pattern }: { readonly kind: string; readonly pattern: string }, text?: string): boolean {
  if (text === undefined) return false;
  const literal = pattern.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  const forms: Readonly<Record<string, string>> = {
    is: `^${literal}$`,
    prefix: `^${literal}`,
    suffix: `${literal}$`,
    contains: literal,
    glob: `^${literal.replaceAll("\\*", "[^]*")}$`,
  };
  return new RegExp(forms[kind] ?? "^$").test(text);
}
