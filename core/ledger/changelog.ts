import type { Catalog } from "../catalog.ts";
import { type Level, levels } from "../evolution/evolution-rule.ts";
import type { JudgedChange } from "../evolution/verdict.ts";
import { markdownInline } from "../markdown.ts";
import { folderOf, joined } from "../output-path.ts";
import { asksForMigration, migrationLink } from "./migration.ts";
import type { ReleaseNotes } from "./release-notes.ts";
import { sectionHeading, withSection } from "./release-sections.ts";

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

/** The changelog with one more release at its top. What people wrote in it stays. */
export function changelogText(before: string | undefined, notes: ReleaseNotes): string {
  const section = sectionText(notes);
  const { catalog } = notes;
  return withSection(before, `Changes of ${markdownInline(catalog.title)}`, catalog.version, section) ?? section;
}

function extentOf({ failures }: Catalog): string {
  return failures.length === 1 ? "1 failure" : `${failures.length} failures`;
}

function sectionText(notes: ReleaseNotes): string {
  const { catalog, date, changes, pageOf } = notes;
  const lines = [`${sectionHeading(catalog.version)} (${date})`, ""];
  if (changes === undefined) lines.push(`The first release: ${extentOf(catalog)}.`, "");
  else if (changes.length === 0) lines.push("Nothing changed in the catalog; the artifacts were made anew.", "");
  else {
    if (asksForMigration(notes)) {
      lines.push(`Before you update, read [what this release asks of you](${migrationLink(catalog.version)}).`, "");
    }
    for (const level of levels) lines.push(...levelLines(level, changes, pageOf));
  }
  return `${lines.join("\n").trimEnd()}\n`;
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
