import { markdownInline, yamlText } from "../../../core/markdown.ts";
import { indexPagePath } from "../../../core/page-address.ts";
import { type Flavour, type PageEntry, pageFile, type Site } from "./flavour.ts";

function summary({ header, navigation }: Site): string {
  const entry = (page: PageEntry): string => `* [${markdownInline(page.label)}](${pageFile(gitbook, page.address)})`;
  const groups = navigation.groups.flatMap(({ label, page, pages }) => {
    // A heading in the table of contents is a group that has no page.
    if (page === undefined) return ["", `## ${markdownInline(label)}`, "", ...pages.map(entry)];
    return [entry(page), ...pages.map((one) => `  ${entry(one)}`)];
  });
  const lines = ["# Table of contents", "", ...header.map((line) => `<!-- ${line} -->`), "", entry(navigation.first)];
  return `${[...lines, ...groups].join("\n")}\n`;
}

function settings({ header, redirects }: Site): string {
  const map = redirects.map(({ from, to }) => `  ${yamlText(from)}: ${yamlText(pageFile(gitbook, to))}`);
  return [
    ...header.map((line) => `# ${line}`),
    "",
    "root: ./",
    "",
    "structure:",
    `  readme: ${indexPagePath}`,
    "  summary: SUMMARY.md",
    ...(map.length === 0 ? [] : ["", "redirects:", ...map]),
    "",
  ].join("\n");
}

/** GitBook, where the folder of the pages is a space. */
export const gitbook: Flavour = {
  id: "gitbook",
  indexPath: indexPagePath,
  titleIsHeading: false,
  frontMatter: () => [],
  files: (site) => [
    { path: "SUMMARY.md", content: summary(site) },
    { path: ".gitbook.yaml", content: settings(site) },
  ],
};
