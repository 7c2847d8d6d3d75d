import type { Catalog, Code } from "../catalog.ts";
import type { MessageTemplate } from "../diagnostics/message-template.ts";
import { fill } from "../diagnostics/message-template.ts";
import { type EvolutionRuleId, evolutionRules } from "../evolution/evolution-rules.ts";
import { named } from "../evolution/named.ts";
import type { JudgedChange } from "../evolution/verdict.ts";
import { markdownFence, markdownInline } from "../markdown.ts";
import { folderOf, joined } from "../output-path.ts";
import { migrationAdvice } from "./migration-advice.ts";
import type { ReleaseNotes } from "./release-notes.ts";
import { sectionHeading, withSection } from "./release-sections.ts";

const fileName = "MIGRATION.md";

/** Path of the migration notes of a catalog: beside it. */
export function migrationPath(spec: string): string {
  return joined(folderOf(spec), fileName);
}

/** Link from a file beside the notes to what a release asks for. */
export function migrationLink(version: string): string {
  return `${fileName}#${anchorOf(version)}`;
}

function anchorOf(version: string): string {
  return `v${version}`;
}

/** Whether a release asks something of whoever updates. */
export function asksForMigration({ changes }: ReleaseNotes): boolean {
  return changes?.some(asksSomething) === true;
}

/** The migration notes with one more release at their top; undefined where no release has asked for anything. */
export function migrationText(before: string | undefined, notes: ReleaseNotes): string | undefined {
  const { catalog, changes = [] } = notes;
  const asking = changes.filter(asksSomething);
  const section = asking.length === 0 ? undefined : sectionText(notes, asking);
  return withSection(before, `Updating ${markdownInline(catalog.title)}`, catalog.version, section);
}

const advice: Readonly<Partial<Record<EvolutionRuleId, MessageTemplate | null>>> = migrationAdvice;

/** A note asks something where its rule says so; what is more than a note does, unless there is nothing to do. */
function asksSomething({ rule, severity }: JudgedChange): boolean {
  const own = advice[rule];
  return own === undefined ? severity !== "info" : own !== null;
}

const groups = [
  { title: "What breaks", holds: ({ severity, step }: JudgedChange) => severity === "error" || step === "major" },
  { title: "What behaves otherwise", holds: ({ severity }: JudgedChange) => severity !== "info" },
  { title: "What is going away", holds: () => true },
] as const;

function sectionText({ catalog, date, pageOf }: ReleaseNotes, changes: readonly JudgedChange[]): string {
  const { version } = catalog;
  const lines = [`${sectionHeading(version)} (${date}) <a id="${anchorOf(version)}"></a>`, ""];
  const groupOf = (change: JudgedChange) => groups.find(({ holds }) => holds(change));
  for (const group of groups) {
    const own = changes.filter((change) => groupOf(change) === group);
    if (own.length === 0) continue;
    lines.push(`### ${group.title}`, "");
    for (const [rule, ofRule] of byRule(own)) {
      lines.push(`#### ${markdownInline(evolutionRules[rule].title)}`, "");
      lines.push(...ofRule.map((change) => itemText(change, catalog, pageOf)), "", ...beforeAndAfter(ofRule));
    }
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

/** By rule, in the order in which the rules first appear. */
function byRule(changes: readonly JudgedChange[]): ReadonlyMap<EvolutionRuleId, readonly JudgedChange[]> {
  const rules = new Map<EvolutionRuleId, JudgedChange[]>();
  for (const change of changes) {
    const sharing = rules.get(change.rule);
    if (sharing === undefined) rules.set(change.rule, [change]);
    else sharing.push(change);
  }
  return rules;
}

function itemText(change: JudgedChange, catalog: Catalog, pageOf: ReleaseNotes["pageOf"]): string {
  const { rule, message, failure, words, waiver } = change;
  const own = advice[rule];
  const known = failure === undefined ? undefined : catalog.byCode.get(failure);
  const link = failure === undefined ? "" : linked(known === undefined ? failure : named(known), pageOf(failure), ": ");
  const sentences = [`- ${link}${markdownInline(message)}`];
  if (own) sentences.push(`**What to do:** ${markdownInline(fill(own, words))}`);
  const replacements = isLeaving.has(rule) ? replacementsOf(catalog, failure) : [];
  if (replacements.length > 0) {
    const links = replacements.map((one) => linked(named(one), pageOf(one.code), ""));
    sentences.push(`In its place there is ${links.join(", ")}.`);
  }
  if (waiver !== undefined) {
    sentences.push(`Let through by ${markdownInline(waiver.role)}: ${markdownInline(waiver.reason)}`);
  }
  return sentences.join("  \n  ");
}

function linked(words: Code, address: string | undefined, after: string): string {
  const text = markdownInline(String(words));
  return address === undefined ? (after === "" ? text : "") : `[${text}](${address})${after}`;
}

/** Rules about failures that are on their way out. */
const isLeaving: ReadonlySet<EvolutionRuleId> = new Set([
  "code-deprecated",
  "code-retired",
  "retired-without-deprecation",
]);

function replacementsOf({ byCode }: Catalog, code: Code | undefined): readonly { name: string; code: Code }[] {
  const failure = code === undefined ? undefined : byCode.get(code);
  const target = (failure?.retired ?? failure?.deprecated)?.replacedBy;
  const replacement = target === undefined ? undefined : byCode.get(target);
  return replacement === undefined ? [] : [replacement];
}

/** Rules about words that programs are written with: what stood there before can be replaced as it stands. */
const replaceable: ReadonlySet<EvolutionRuleId> = new Set([
  "renamed",
  "renamed-with-alias",
  "renamed-to-alias",
  "alias-promoted",
  "code-renumbered",
  "code-form-changed",
  "param-renamed",
  "status-renamed",
  "category-renamed",
  "catalog-renamed",
  "source-renamed",
  "source-renamed-with-alias",
  "source-renamed-to-alias",
  "source-alias-promoted",
]);

function beforeAndAfter(changes: readonly JudgedChange[]): readonly string[] {
  const pairs = changes.flatMap(({ rule, words }) => {
    const [before, after] = [String(words["before"] ?? ""), String(words["after"] ?? "")];
    return replaceable.has(rule) && isPlain(before) && isPlain(after) ? [`- ${before}\n+ ${after}`] : [];
  });
  return pairs.length === 0 ? [] : [markdownFence("diff", pairs.join("\n")), ""];
}

/** What is not plain would mean something to one renderer or another, even in a block of code; the sentence has it too. */
function isPlain(words: string): boolean {
  return /^[\w."@/-]+$/.test(words);
}
