import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Parser } from "htmlparser2";

/** A page of a built site. */
export interface BuiltPage {
  /** Where a browser shows it, below the site's address: `/failures/codes/1001`. */
  readonly url: string;
  readonly title: string;
  /** What a reader sees, without any white space. */
  readonly text: string;
  /** The headings of the first rank: a page should have one. */
  readonly headings: readonly string[];
  readonly ids: ReadonlySet<string>;
  /** What links and redirects of the page lead to, as they are written. */
  readonly links: readonly string[];
  /** Where the page itself leads a browser to. */
  readonly refresh: string | undefined;
}

const unseen = new Set(["script", "style", "template", "noscript"]);

/** A text without what a renderer may change: white space, and what is not seen. */
export function bare(text: string): string {
  return text.replace(/[\s\u200b\ufeff\u2028\u2029]/g, "");
}

/** Reads a page as a browser without scripts shows it. */
export function builtPage(url: string, html: string): BuiltPage {
  const ids = new Set<string>();
  const links: string[] = [];
  const headings: string[] = [];
  let text = "";
  let title = "";
  let refresh: string | undefined;
  let hidden = 0;
  const open: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      open.push(name);
      if (unseen.has(name)) hidden += 1;
      const { id, href, content } = attributes;
      if (id !== undefined) ids.add(id);
      if (name === "a" && href !== undefined) links.push(href);
      if (name === "meta" && attributes["http-equiv"]?.toLowerCase() === "refresh") {
        refresh = /url=['"]?([^'"]*)/i.exec(content ?? "")?.[1];
      }
      if (name === "h1") headings.push("");
    },
    onclosetag(name) {
      open.pop();
      if (unseen.has(name)) hidden -= 1;
    },
    ontext(piece) {
      if (open.includes("title") && open.includes("head")) title += piece;
      if (hidden > 0 || open.includes("head")) return;
      text += piece;
      if (open.includes("h1")) headings[headings.length - 1] += piece;
    },
  });
  parser.end(html);
  return { url, title, text: bare(text), headings: headings.map(bare), ids, links, refresh };
}

/** Reads all pages of a built site, by their address. */
export function builtPages(folder: string): ReadonlyMap<string, BuiltPage> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".html") && statSync(join(folder, name)).isFile())
    .sort();
  const pages = names.map((name) => {
    const url = `/${name.replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, "")}`;
    return builtPage(url, readFileSync(join(folder, name), "utf8"));
  });
  return new Map(pages.map((page) => [page.url, page]));
}

/** The page that an address below a site's leads to, as every web server finds it. */
export function pageAt(pages: ReadonlyMap<string, BuiltPage>, path: string): BuiltPage | undefined {
  const bareUrl = path.replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, "");
  return pages.get(bareUrl) ?? pages.get(`${bareUrl}/`) ?? pages.get(bareUrl.replace(/\/$/, ""));
}

/** Links within a site that lead to no page of it, or to a place that its page does not have: `page → link`. */
export function deadLinks(pages: ReadonlyMap<string, BuiltPage>, base = ""): readonly string[] {
  const dead: string[] = [];
  for (const page of pages.values()) {
    const from = new URL(`https://site.example.com${base}${page.url}`);
    for (const link of page.refresh === undefined ? page.links : [...page.links, page.refresh]) {
      const to = URL.canParse(link, from.href) ? new URL(link, from.href) : undefined;
      if (to === undefined) dead.push(`${page.url} → ${link}`);
      if (to === undefined || to.host !== from.host) continue;
      const path = decodeURIComponent(to.pathname);
      const found = path.startsWith(base) ? pageAt(pages, path.slice(base.length)) : undefined;
      const place = decodeURIComponent(to.hash.slice(1));
      const isThere = found !== undefined && (place === "" || found.ids.has(place));
      if (!isThere && !/\.(xml|txt|json|ya?ml|svg|png|ico)$/.test(path)) dead.push(`${page.url} → ${link}`);
    }
  }
  return dead;
}
