import type { Catalog, Failure } from "./catalog.ts";
import type { CodeHistory } from "./ledger/code-history.ts";
import { categoryPagePath, codePagePath, indexPagePath, localePagePath, sourcePagePath } from "./page-address.ts";

/**
 * Old addresses of pages, and where they lead. An address is the path of a page in the site without ending,
 * `codes/12007`; that of the first page is "". It hangs on no site generator, so neither do redirects.
 */
export interface Redirect {
  readonly from: string;
  /** Address of a page that exists. */
  readonly to: string;
}

/** What a project says of addresses that its pages had. */
export interface RedirectSettings {
  /** Old address → address of today, or another old one. */
  readonly written: { readonly [from: string]: string };
  /** Whether other names of a source are addresses too: `sources/<alias>`. */
  readonly sources: boolean;
  /** Whether names are addresses of codes too: `names/<name>`, for aliases as well. */
  readonly names: boolean;
  /** Whether languages have pages, `locales/<tag>`, that addresses can lead to. */
  readonly languages?: boolean;
}

/** The address of a page, by its path: `codes/12007.md` → `codes/12007`. */
export function pageAddress(path: string): string {
  return path === indexPagePath ? "" : path.replace(/\.md$/, "");
}

/** What two addresses share that no file system of every kind keeps apart. */
export function addressKey(address: string): string {
  return address.toLowerCase();
}

/** The addresses of all pages of a catalog, by their key. */
export function pageAddresses(catalog: Catalog, languages = false): ReadonlyMap<string, string> {
  const paths = [
    indexPagePath,
    ...catalog.categories.map(({ id }) => categoryPagePath(id)),
    ...[...catalog.failures, ...catalog.reserved].map(({ code }) => codePagePath(code)),
    ...catalog.sources.map(({ name }) => sourcePagePath(name)),
    ...(languages ? catalog.locales.map(({ tag }) => localePagePath(tag)) : []),
  ];
  return new Map(paths.map(pageAddress).map((address) => [addressKey(address), address]));
}

/** Where a written redirect ends: the page that it leads to, no page, or itself again. */
export type WrittenEnd =
  | { readonly kind: "page"; readonly address: string }
  | { readonly kind: "nothing"; readonly address: string }
  | { readonly kind: "circle"; readonly through: readonly string[] };

/** Follows a written redirect, over others if need be. */
export function writtenEnd(
  from: string,
  written: RedirectSettings["written"],
  pages: ReadonlyMap<string, string>,
): WrittenEnd {
  const through = [from];
  for (;;) {
    const to = written[through.at(-1) ?? ""] ?? "";
    if (pages.get(addressKey(to)) === to) return { kind: "page", address: to };
    if (!Object.hasOwn(written, to)) return { kind: "nothing", address: to };
    if (through.includes(to)) return { kind: "circle", through: [...through.slice(through.indexOf(to)), to] };
    through.push(to);
  }
}

/**
 * Every old address that leads to a page, by address: those that are written, of which the ones that lead nowhere are left
 * out; then categories that the releases know by another id; other names of sources; names of codes. What is the address
 * of a page is none, and what is written counts more than what follows from the catalog.
 */
export function pageRedirects(catalog: Catalog, settings: RedirectSettings, history: CodeHistory): readonly Redirect[] {
  const pages = pageAddresses(catalog, settings.languages);
  const found = new Map<string, Redirect>();
  const add = (from: string, to: string): void => {
    const key = addressKey(from);
    if (!pages.has(key) && !found.has(key)) found.set(key, { from, to });
  };
  for (const from of Object.keys(settings.written)) {
    if (addressProblem(from) !== undefined) continue;
    const end = writtenEnd(from, settings.written, pages);
    if (end.kind === "page") add(from, end.address);
  }
  for (const [id, now] of renamedCategories(catalog, history)) {
    add(pageAddress(categoryPagePath(id)), pageAddress(categoryPagePath(now)));
  }
  if (settings.sources) {
    for (const { name, aliases } of catalog.sources) {
      for (const alias of aliases) add(pageAddress(sourcePagePath(alias.name)), pageAddress(sourcePagePath(name)));
    }
  }
  if (settings.names) {
    for (const failure of catalog.failures) {
      for (const name of namesOf(failure)) add(`names/${name}`, pageAddress(codePagePath(failure.code)));
    }
  }
  return [...found.values()].sort((left, right) => (left.from < right.from ? -1 : 1));
}

function namesOf({ name, aliases }: Failure): readonly string[] {
  return [name, ...aliases.map((alias) => alias.name)];
}

/** Categories that releases name and the catalog does not, each with the one that most of its codes belong to now. */
function renamedCategories(catalog: Catalog, history: CodeHistory): ReadonlyMap<string, string> {
  const known = new Set(catalog.categories.map(({ id }) => id));
  const counts = new Map<string, Map<string, number>>();
  for (const { code, category } of catalog.failures) {
    for (const former of new Set(history(code).map((change) => change.category))) {
      if (known.has(former)) continue;
      const now = counts.get(former) ?? new Map<string, number>();
      counts.set(former, now.set(category.id, (now.get(category.id) ?? 0) + 1));
    }
  }
  return new Map([...counts].map(([former, now]) => [former, mostFrequent(now)]));
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  let [most = "", highest = 0] = [...counts][0] ?? [];
  for (const [id, count] of counts) if (count > highest) [most, highest] = [id, count];
  return most;
}

/** The file `_redirects` of Netlify and Cloudflare Pages: each line an old path and a path of today, from the root of the host. */
export function redirectList(header: readonly string[], moves: readonly Redirect[]): string {
  const lines = moves.map(({ from, to }) => `${from} ${to} 301`);
  return [...header.map((line) => `# ${line}`), ...lines, ""].join("\n");
}

/** Names that a page of a folder has with one site generator or another, or that are devices on Windows. */
const taken = /^(index|readme|summary|con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/** What keeps an old address from being the path of a page everywhere, as a clause; undefined where nothing does. */
export function addressProblem(address: string): string | undefined {
  if (address === "") return "that is the address of the first page";
  if (address.startsWith("/") || /^[A-Za-z]+:/.test(address)) return "it begins outside of the pages";
  if (/\.(md|mdx|html?)$/i.test(address)) return "it has an ending";
  const [odd] = /[^A-Za-z0-9._~/-]/.exec(address) ?? [];
  if (odd !== undefined) return `it holds ${JSON.stringify(odd)}, which has to be written as a number in an address`;
  for (const step of address.split("/")) {
    if (step === "") return "a step of it is empty";
    if (/^\./.test(step) || /\.$/.test(step)) return `the step "${step}" begins or ends with a dot`;
    if (taken.test(step)) return `"${step}" is the first page of a folder, or a device on Windows`;
    if (step.length > 200) return "a step of it is longer than 200 characters";
  }
  return undefined;
}
