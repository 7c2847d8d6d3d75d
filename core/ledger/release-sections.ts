/**
 * A Markdown file with one section a release, the newest first, and the section of one release written anew: undefined
 * where that release has none. What people wrote in the file stays; a section of the same version, left by a release that was not
 * finished, goes. Undefined where there is nothing to write.
 */
export function withSection(
  before: string | undefined,
  title: string,
  version: string,
  section: string | undefined,
): string | undefined {
  if (before === undefined) return section === undefined ? undefined : `# ${title}\n\n${section}`;
  const text = before.replaceAll("\r\n", "\n");
  const sections = text.split(/^(?=## )/m);
  const heading = `${sectionHeading(version)} `;
  const hasHead = !sections[0]?.startsWith("## ");
  const head = hasHead ? (sections.shift() ?? "").trimEnd() : "";
  const rest = sections.filter((one) => !one.startsWith(heading));
  const top = head === "" ? "" : `${head}\n\n`;
  if (section === undefined) return rest.length === sections.length ? before : `${top}${rest.join("")}`;
  return `${top}${section}${rest.length === 0 ? "" : "\n"}${rest.join("")}`;
}

/** How the heading of a release's section begins; a space follows. */
export function sectionHeading(version: string): string {
  return `## ${version}`;
}
