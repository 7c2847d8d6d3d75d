import type { Node } from "jsonc-parser";
import { scanJson } from "../json/scan.ts";
import { treeOf } from "../json/tree.ts";
import { type Location, lineText, positionAt, type SourceFile } from "../source-file.ts";
import type { Finding } from "./finding.ts";
import type { Report } from "./report.ts";
import { repositoryPath } from "./repository-path.ts";

/** Digits of a fingerprint. */
const length = 32;
/** Most characters of what is written at a place that count. */
const mostContent = 200;

/**
 * What tells each finding from all others, from one run to the next: its code, its file, and the ids and the words at its
 * place. Neither lines nor the sentences of failcodes count, so that it stays the same when other things change.
 */
export function fingerprints(report: Report): readonly string[] {
  const { findings, digest } = report;
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { code, at } = finding;
    const ids = finding.ids ?? [...wayTo(at), content(at)];
    const identity = JSON.stringify([code, repositoryPath(report, at.file.path), ...ids]);
    const count = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, count);
    return digest(count === 1 ? identity : `${identity} ${count}`).slice(0, length);
  });
}

/** A finding's place in words that stay when lines are added: `spec/failure-codes.json#/failures/14005/category`; for a file as a whole, its path. */
export function lastingPlace({ at, wholeFile, ids }: Finding): string {
  if (wholeFile === true) return at.file.path;
  return `${at.file.path}#/${(ids ?? wayTo(at)).join("/")}`;
}

function content({ file, start, end }: Location): string {
  return file.text.slice(start, Math.min(end, start + mostContent)).replace(/\s+/g, " ");
}

/**
 * The keys from the root of a JSON file to a place; an entry of a list is named by what it calls itself. In other files,
 * what stands there, or else in the line.
 */
function wayTo(at: Location): readonly string[] {
  const way: string[] = [];
  let node = soundTree(at.file);
  if (node === undefined) {
    // Of a big file, a diagnostic may keep no more than what leads to its place: a key is named as in a whole one.
    const written = content(at) || lineText(at.file, positionAt(at.file, at.start).line).trim();
    return [written.replace(/^"([^"\\]*)"$/, "$1")];
  }
  for (;;) {
    const child: Node | undefined = childAt(node.children ?? [], at.start);
    if (child === undefined) return way;
    if (child.type !== "property") {
      way.push(ownName(child));
      node = child;
      continue;
    }
    const [key, value] = child.children ?? [];
    way.push(String(key?.value));
    if (value === undefined || at.start < value.offset) return way;
    node = value;
  }
}

const sound = new WeakMap<SourceFile, boolean>();

/** The tree of a file that is JSON without mistakes. */
function soundTree(file: SourceFile): Node | undefined {
  let isSound = sound.get(file);
  if (isSound === undefined) {
    isSound = file.path.endsWith(".json") && isJson(file.text);
    sound.set(file, isSound);
  }
  return isSound ? treeOf(file) : undefined;
}

function isJson(text: string): boolean {
  if (scanJson(text).tooDeep) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The child that holds an offset; children lie in the order of the text. */
function childAt(children: readonly Node[], offset: number): Node | undefined {
  let low = 0;
  let high = children.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((children[middle]?.offset ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const child = children[low];
  return child !== undefined && child.offset <= offset && offset < child.offset + child.length ? child : undefined;
}

const names = ["code", "key", "id", "name", "tag", "locale"];

/** What an entry of a list calls itself. */
function ownName(node: Node): string {
  if (node.type !== "object") return node.type === "array" ? "*" : String(node.value).slice(0, mostContent);
  for (const name of names) {
    const property = node.children?.find(({ children }) => children?.[0]?.value === name);
    const value: unknown = property?.children?.[1]?.value;
    if (typeof value === "string" || typeof value === "number") return String(value);
  }
  return "*";
}
