import type { CodeHistory } from "../../core/ledger/code-history.ts";
import { type Redirect, redirectList } from "../../core/page-redirects.ts";
import type { Artifact } from "../../core/target.ts";
import { type Edition, type EditionBasis, edition } from "./edition.ts";
import { pageFile, type Site } from "./flavours/flavour.ts";
import { redirectsOf, siteOf } from "./flavours/look.ts";
import { movedView } from "./moved-view.ts";
import type { PageViews } from "./views.ts";

/** Makes the page at an old address. */
type MovedMaker = (path: string, view: () => PageViews["moved"]) => Artifact;

/** The files beside the pages: sidebars, pages at old addresses, and lists of redirects. None, with GitHub, where nothing has moved. */
export function* besides(basis: EditionBasis, history: CodeHistory, moved: MovedMaker): Generator<Artifact> {
  const { catalog, baseUrl, look } = basis;
  const { flavour } = look;
  const redirects = redirectsOf(catalog, look, history);
  if (flavour.id === "github" && redirects.length === 0) return;
  const site = siteOf(catalog, look, baseUrl, redirects);
  if (flavour.moved !== undefined) yield* movedPages(basis, site, moved);
  yield* flavour.files(site);
  // What GitBook shows is served by GitBook alone.
  if (redirects.length > 0 && flavour.id !== "gitbook")
    yield { path: "_redirects", content: redirectList(site.header, movesOn(site)) };
}

function movesOn({ root, redirects }: Site): readonly Redirect[] {
  return redirects.map(({ from, to }) => ({ from: `${root}/${from}`, to: `${root}/${to}` }));
}

function* movedPages(basis: EditionBasis, { navigation, redirects }: Site, moved: MovedMaker): Generator<Artifact> {
  const { first, groups } = navigation;
  const labels = new Map<string, string>();
  for (const entry of [first, ...groups.flatMap(({ page, pages }) => [page, ...pages])]) {
    if (entry !== undefined) labels.set(entry.address, entry.label);
  }
  const editions = new Map<string, Edition>();
  for (const redirect of redirects) {
    const folder = redirect.from.slice(0, Math.max(redirect.from.lastIndexOf("/"), 0));
    const own = editions.get(folder) ?? edition(basis, folder);
    editions.set(folder, own);
    const label = labels.get(redirect.to) ?? redirect.to;
    yield moved(pageFile(basis.look.flavour, redirect.from), () => movedView(own, redirect, label));
  }
}
