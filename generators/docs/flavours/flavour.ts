import type { Redirect } from "../../../core/page-redirects.ts";
import type { Artifact } from "../../../core/target.ts";

/** Ids of the flavours: what shows the pages. */
export const flavourIds = ["github", "docusaurus", "vitepress", "starlight", "mkdocs", "gitbook"] as const;

/** Id of a flavour. */
export type FlavourId = (typeof flavourIds)[number];

/** A page of the site, as lists of pages name it. Its label is as it is written in the catalog: nothing is escaped yet. */
export interface PageEntry {
  /** Without ending; "" for the first page. */
  readonly address: string;
  readonly label: string;
}

/** Pages that belong together: the codes of a category, after the category's own page. */
export interface PageGroup {
  readonly label: string;
  /** The page of the group itself; codes without a category and sources have none. */
  readonly page: PageEntry | undefined;
  readonly pages: readonly PageEntry[];
}

/** All pages, in the order of a reader. */
export interface Navigation {
  readonly first: PageEntry;
  readonly groups: readonly PageGroup[];
}

/** What the files beside the pages are made from. */
export interface Site {
  /** The lines that every generated file begins with, without comment marks. */
  readonly header: readonly string[];
  /** Folder that the pages lie in, below that of all pages of the site; "" where they are the site. */
  readonly path: string;
  /** Path of the pages' address, without a slash at the end: `/failures`, or "". */
  readonly root: string;
  readonly navigation: Navigation;
  readonly redirects: readonly Redirect[];
}

/** What the front matter of a page is made from. */
export interface PageFacts extends PageEntry {
  /** Its place among the pages of its folder, for those that know it without the others. */
  readonly position: number | undefined;
}

/** A page that has moved, to be led away from. */
export interface MovedFacts {
  /** Where the page is now, without ending. */
  readonly to: string;
  /** The same as a whole address, where it is known. */
  readonly permalink: string | undefined;
  readonly path: string;
}

/** How pages are written for what shows them. None of it hangs on a catalog. */
export interface Flavour {
  readonly id: FlavourId;
  /** Name of the first page's file. */
  readonly indexPath: string;
  /** Whether the title in the front matter is the page's heading, so that the page must have no other. */
  readonly titleIsHeading: boolean;
  /** What no escape keeps from doing harm in a sidebar or in front matter: a page is called by its id then. */
  readonly unfit?: RegExp;
  /** Address of a page, as pages of a folder write it; without it, the path of its file. */
  readonly link?: (folder: string, address: string) => string;
  /** Lines of front matter besides title and description. */
  readonly frontMatter: (page: PageFacts, path: string) => readonly string[];
  /** What is done to a written page; without it nothing. */
  readonly finish?: (page: string) => string;
  /** What a page that has moved holds besides a link, where this kind of site knows no list of redirects. */
  readonly moved?: (page: MovedFacts) => { readonly frontMatter: readonly string[]; readonly body: string | undefined };
  /** The sidebar, and the redirects in the form that is read here. */
  readonly files: (site: Site) => Iterable<Artifact>;
}

/** Path of a page's file, below the folder of the pages. */
export function pageFile({ indexPath }: Flavour, address: string): string {
  return address === "" ? indexPath : `${address}.md`;
}

/** A path below a folder; the folder may be "". */
export function below(folder: string, path: string): string {
  return folder === "" || path === "" ? folder + path : `${folder}/${path}`;
}
