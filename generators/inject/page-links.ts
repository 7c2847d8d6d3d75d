import { addressInLink, pageUrl } from "../../core/page-address.ts";
import type { LinkKind } from "./vocabulary.ts";

/** Where reference pages are: what links in a page can lead to. */
export interface ReferencePlaces {
  /** Folder of the project that holds them; undefined where none are made. */
  readonly folder: string | undefined;
  /** Address that they are published under. */
  readonly baseUrl: string | undefined;
}

/** The address of a reference page, by its path among them; undefined where there is nothing to lead to. */
export type PageLink = (path: string) => string | undefined;

/** Links of one page. Unless a marker says otherwise they lead to the pages in the project, or else to the published ones. */
export function linksFrom(page: string, { folder, baseUrl }: ReferencePlaces, wanted?: LinkKind): PageLink {
  const kind = wanted ?? (folder === undefined ? "published" : "relative");
  if (kind === "relative" && folder !== undefined) return (path) => relativeAddress(page, `${folder}/${path}`);
  if (kind === "published" && baseUrl !== undefined) return (path) => pageUrl(baseUrl, path);
  return () => undefined;
}

function relativeAddress(from: string, to: string): string {
  const base = from.split("/").slice(0, -1);
  const steps = to.split("/");
  let shared = 0;
  while (shared < base.length && shared < steps.length - 1 && base[shared] === steps[shared]) shared += 1;
  const path = [...base.slice(shared).map(() => ".."), ...steps.slice(shared)].map(encodeURIComponent).join("/");
  return addressInLink(path).replace(/&/g, "&amp;");
}
