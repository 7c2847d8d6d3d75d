import { markdownInline, yamlText } from "../../core/markdown.ts";
import { indexPagePath } from "../../core/page-address.ts";
import type { Redirect } from "../../core/page-redirects.ts";
import type { Edition } from "./edition.ts";
import type { PageViews } from "./views.ts";

/** The view of the page at an old address; `label` is what the page is called that it leads to. */
export function movedView(edition: Edition, { to }: Redirect, label: string): PageViews["moved"] {
  const { flavour, settings } = edition.look;
  const path = to === "" ? indexPagePath : `${to}.md`;
  const permalink = edition.permalink(path);
  const own = flavour.moved?.({ to, permalink, path: settings.path });
  return {
    page: edition.page,
    frontMatter: {
      title: yamlText("Moved"),
      description: undefined,
      id: undefined,
      lines: own?.frontMatter ?? [],
      isHeading: flavour.titleIsHeading,
    },
    title: markdownInline(label),
    link: edition.link(path),
    onward: own?.body,
    permalink,
    indexLink: edition.link(indexPagePath),
  };
}
