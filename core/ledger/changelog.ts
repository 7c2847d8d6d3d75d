import type { Catalog, Code } from "../catalog.ts";
import { type Level, levels } from "../evolution/evolution-rule.ts";
import type { JudgedChange } from "../evolution/verdict.ts";
import { markdownInline } from "../markdown.ts";
import { folderOf, joined } from "../output-path.ts";

/** A release, as the changelog tells it. */
export interface ReleaseNotes {
  readonly catalog: Catalog;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Undefined for the first release, which changes nothing. */
  readonly changes: readonly JudgedChange[] | undefined;
  /** Address of a failure's page, as a link in the changelog; undefined where there are no pages. */
  readonly pageOf: (code: Code) => string | undefined;
}

/** Path of the changelog of a catalog: beside it. */
export function changelogPath(spec: string): string {
  return joined(folderOf(spec), "CHANGELOG.md");
}

const headings: Readonly<Record<Level, string>> = {
  wire: "Codes that travel and are stored",
  source: "Programs that are compiled against the artifacts",
  behaviour: "What programs decide",
  text: "What end users read",
  docs: "What developers read",
  lifecycle: "The life of the catalog",
};

/**
 * The changelog with one more release at its top. What people wrote in it stays; a section of the same version, left by a
 * release that was not finished, is replaced.
 */
export function changelogText(before: string | undefined, notes: ReleaseNotes): string {
  const { catalog } = notes;
  const section = sectionText(notes);
  if (before === undefined) return `# Changes of ${markdownInline(catalog.title)}\n\n${section}`;
  const text = before.replaceAll("\r\n", "\n");
  const sections = text.split(/^(?=## )/m);
  const heading = headingOf(catalog.version);
  const others = sections.filter((one, index) => index === 0 || !one.startsWith(`${heading} `));
  const [head = "", ...rest] = others[0]?.startsWith("## ") ? ["", ...others] : others;
  const top = head === "" ? "" : `${head.trimEnd()}\n\n`;
  return `${top}${section}${rest.length === 0 ? "" : "\n"}${rest.join("")}`;
}

function extentOf({ failures }: Catalog): string {
  return failures.length === 1 ? "1 failure" : `${failures.length} failures`;
}

function headingOf(version: string): string {
  return `## ${version}`;
}

function sectionText({ catalog, date, changes, pageOf }: ReleaseNotes): string {
  const lines = [`${headingOf(catalog.version)} (${date})`, ""];
  if (changes === undefined) lines.push(`The first release: ${extentOf(catalog)}.`, "");
  else if (changes.length === 0) lines.push("Nothing changed in the catalog; the artifacts were made anew.", "");
  else {
    lines.push(...migrationLines(changes, pageOf));
    for (const level of levels) lines.push(...levelLines(level, changes, pageOf));
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

/** What somebody who updates has to know beforehand: everything that is more than a note. */
function migrationLines(changes: readonly JudgedChange[], pageOf: ReleaseNotes["pageOf"]): readonly string[] {
  const breaking = changes.filter(({ severity }) => severity !== "info");
  if (breaking.length === 0) return [];
  return ["### Before you update", "", ...breaking.map((change) => itemText(change, pageOf)), ""];
}

/** Each change stands under the first of its levels that matters most. */
function levelLines(level: Level, changes: readonly JudgedChange[], pageOf: ReleaseNotes["pageOf"]): readonly string[] {
  const ofLevel = changes.filter((change) => levels.find((one) => change.levels.includes(one)) === level);
  if (ofLevel.length === 0) return [];
  return [`### ${headings[level]}`, "", ...ofLevel.map((change) => itemText(change, pageOf)), ""];
}

function itemText({ message, failure }: JudgedChange, pageOf: ReleaseNotes["pageOf"]): string {
  const address = failure === undefined ? undefined : pageOf(failure);
  const link = address === undefined ? "" : `[${markdownInline(String(failure))}](${address}): `;
  return `- ${link}${markdownInline(message)}`;
}
