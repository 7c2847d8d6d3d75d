import type { Node } from "jsonc-parser";
import { messageParts } from "./catalog.ts";
import { treeOf } from "./json/tree.ts";
import type { RawTranslatedMessages, RawTranslation } from "./raw/locale.gen.ts";
import type { SourceFile } from "./source-file.ts";

/** The translations of some failures, by the failure's name. */
export type TranslationChanges = ReadonlyMap<string, RawTranslatedMessages>;

/** A text of a file, and where in it each translation stands. */
export interface WrittenTranslations {
  readonly text: string;
  /** By name and part: `CARD_DECLINED.title`. */
  readonly places: ReadonlyMap<string, { readonly start: number; readonly end: number }>;
}

/** A new file of a locale; `schema` is what its "$schema" says. */
export function newTranslatedFile(
  locale: string,
  schema: string | undefined,
  changes: TranslationChanges,
): WrittenTranslations {
  const head = schema === undefined ? "" : `  "$schema": ${JSON.stringify(schema)},\n`;
  let text = `{\n${head}  "locale": ${JSON.stringify(locale)},\n  "failures": {`;
  const places = new Map<string, { start: number; end: number }>();
  let separator = "\n";
  for (const [name, messages] of changes) {
    text += `${separator}    ${JSON.stringify(name)}: {`;
    separator = ",\n";
    let gap = "\n";
    for (const part of messageParts) {
      const entry = messages[part];
      if (entry === undefined) continue;
      text += `${gap}      "${part}": `;
      gap = ",\n";
      const start = text.length;
      text += translationText(entry);
      places.set(`${name}.${part}`, { start, end: text.length });
    }
    text += "\n    }";
  }
  return { text: `${text}${separator === "\n" ? "" : "\n  "}}\n}\n`, places };
}

/**
 * The file with other translations in it: what is not changed stays as it is written. Failures that are new in it come behind
 * the nearest one that stands before them in `order`. The file is free of mistakes.
 */
export function withTranslations(file: SourceFile, changes: TranslationChanges, order: readonly string[]): string {
  const failures = treeOf(file)?.children?.find((property) => property.children?.[0]?.value === "failures");
  const object = failures?.children?.[1];
  if (object === undefined || changes.size === 0) return file.text;
  const written = new Map<string, Node>();
  for (const { children: [key, value] = [] } of object.children ?? []) {
    if (key !== undefined && value !== undefined) written.set(String(key.value), value);
  }
  const names = merged([...written.keys()], [...changes.keys()], order);
  const lines = names.map((name) => {
    const node = written.get(name);
    const changed = changes.get(name);
    const before = node === undefined ? undefined : file.text.slice(node.offset, node.offset + node.length);
    const text = changed === undefined && before !== undefined ? before : messagesText(file, node, changed ?? {});
    return `\n    ${JSON.stringify(name)}: ${text}`;
  });
  const after = file.text.slice(object.offset + object.length);
  return `${file.text.slice(0, object.offset)}{${lines.join(",")}\n  }${after}`;
}

function messagesText(file: SourceFile, node: Node | undefined, changed: RawTranslatedMessages): string {
  const written = new Map<string, string>();
  for (const { children: [key, value] = [] } of node?.children ?? []) {
    if (key === undefined || value === undefined) continue;
    written.set(String(key.value), file.text.slice(value.offset, value.offset + value.length));
  }
  const lines: string[] = [];
  for (const part of messageParts) {
    const entry = changed[part];
    const text = entry === undefined ? written.get(part) : translationText(entry);
    if (text !== undefined) lines.push(`\n      "${part}": ${text}`);
  }
  return `{${lines.join(",")}\n    }`;
}

function translationText({ text, state, by, src, srcText, sameAsSource }: RawTranslation): string {
  const fields = { text, state, by, src, srcText, sameAsSource: sameAsSource === true ? true : undefined };
  return JSON.stringify(fields, null, 2).replaceAll("\n", "\n      ");
}

function merged(written: readonly string[], changed: readonly string[], order: readonly string[]): readonly string[] {
  const known = new Set(written);
  const added = new Set(changed.filter((name) => !known.has(name)));
  if (added.size === 0) return written;
  const behind = new Map<string | undefined, string[]>();
  let last: string | undefined;
  for (const name of order) {
    if (known.has(name)) last = name;
    else if (added.has(name)) behind.set(last, [...(behind.get(last) ?? []), name]);
  }
  const names = [...(behind.get(undefined) ?? [])];
  for (const name of written) names.push(name, ...(behind.get(name) ?? []));
  return names;
}
