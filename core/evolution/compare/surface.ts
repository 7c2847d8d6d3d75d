import { quoted } from "../../quoted.ts";
import { type Change, change } from "../change.ts";
import type { Comparison } from "../comparison.ts";
import { cutAt, wordsOf } from "../declarations.ts";
import { listed } from "../named.ts";
import type { ComparedSurfaces } from "../surface.ts";

/** What the generator and its options changed by themselves: both surfaces are of the earlier catalog. */
export function* surfaceChanges({ surfaces, digest }: Comparison): Iterable<Change> {
  if (surfaces === undefined) return;
  const { base, head, at } = surfaces;
  for (const [entry, before] of Object.entries(base)) {
    const after = Object.hasOwn(head, entry) ? head[entry] : undefined;
    if (after !== undefined) yield* ofEntry(entry, before, after, (ids) => digest(ids).slice(0, 16), at);
    else yield change("entry-removed", { ids: [entry], ...at }, { entry: quoted(entry) });
  }
  for (const entry of Object.keys(head)) {
    if (Object.hasOwn(base, entry)) continue;
    yield change("entry-added", { ids: [entry], ...at }, { entry: quoted(entry) });
  }
}

type Exports = Readonly<Record<string, string>>;

const rules = [
  "export-removed",
  "export-changed",
  "export-members-removed",
  "export-members-added",
  "export-added",
] as const;

/** As many exports are named; an option may change thousands. */
const mostNamed = 3;

function* ofEntry(
  entry: string,
  before: Exports,
  after: Exports,
  short: (ids: string) => string,
  at: ComparedSurfaces["at"],
): Iterable<Change> {
  const names: Record<(typeof rules)[number], string[]> = {
    "export-removed": [],
    "export-changed": [],
    "export-members-removed": [],
    "export-members-added": [],
    "export-added": [],
  };
  for (const [name, was] of Object.entries(before)) {
    const is = Object.hasOwn(after, name) ? after[name] : undefined;
    if (is === undefined) names["export-removed"].push(name);
    else if (is !== was) names[ruleFor(was, is)].push(name);
  }
  for (const name of Object.keys(after)) if (!Object.hasOwn(before, name)) names["export-added"].push(name);
  for (const rule of rules) {
    const found = names[rule];
    if (found.length === 0) continue;
    const ids = found.length > mostNamed ? [short(found.join(" "))] : found;
    const others = found.length - mostNamed;
    const more = others <= 0 ? [] : [others === 1 ? "one other" : `${others} others`];
    const words = { exports: listed([...found.slice(0, mostNamed), ...more]), entry: quoted(entry) };
    yield change(rule, { ids: [entry, ...ids], ...at }, words);
  }
}

function ruleFor(before: string, after: string): "export-changed" | "export-members-added" | "export-members-removed" {
  if (onlyGained(before, after)) return "export-members-added";
  return onlyGained(after, before) ? "export-members-removed" : "export-changed";
}

/** Whether all declarations of a name are what they were, but for members that were added. */
function onlyGained(before: string, after: string): boolean {
  const [earlier, later] = [before.split("\n"), after.split("\n")];
  if (earlier.length !== later.length) return false;
  return earlier.every((was, index) => {
    const is = later[index] ?? "";
    if (was === is) return true;
    const [some, all] = [membersOf(was), membersOf(is)];
    if (some === undefined || all === undefined || some.head !== all.head) return false;
    for (const member of some.members) if (!all.members.has(member)) return false;
    return true;
  });
}

interface Members {
  /** What they are the members of. */
  readonly head: string;
  readonly members: ReadonlySet<string>;
}

/** The members of an enumeration, of a union, or of an object that stands for an enumeration; nothing else may gain any. */
function membersOf(declaration: string): Members | undefined {
  const words = wordsOf(declaration);
  const [kind = "", name = ""] = words;
  const from = words.indexOf(kind === "type" ? "=" : "{") + 1;
  if (from === 0) return undefined;
  const head = words.slice(0, from).join(" ");
  const set = (inside: readonly string[], separator: string): Members => {
    return { head, members: new Set(cutAt(inside, separator).map((member) => member.join(" "))) };
  };
  if (kind === "type" && words[2] === "=") return set(words.slice(from), "|");
  if (kind === "enum" || (kind === "const" && name === "enum")) return set(words.slice(from, -1), ",");
  return kind === "const" && words[2] === ":" && words[3] === "{" ? set(words.slice(from, -1), ";") : undefined;
}
