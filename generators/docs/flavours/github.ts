import { indexPagePath } from "../../../core/page-address.ts";
import type { Flavour } from "./flavour.ts";

const none: readonly string[] = [];

/** GitHub and whatever else shows a folder of Markdown: pages and nothing else, so that a page that has moved leaves one behind. */
export const github: Flavour = {
  id: "github",
  indexPath: indexPagePath,
  titleIsHeading: false,
  frontMatter: () => none,
  // Read by jekyll-redirect-from, which GitHub Pages has.
  moved: ({ permalink }) => ({
    frontMatter: permalink === undefined ? none : [`redirect_to: ${JSON.stringify(permalink)}`],
    body: undefined,
  }),
  files: () => [],
};
