import type { Catalog } from "./catalog.ts";
import { type Diagnostic, diagnostic } from "./diagnostics/diagnostic.ts";
import { locate } from "./json.ts";
import { addressKey, addressProblem, pageAddresses, type RedirectSettings, writtenEnd } from "./page-redirects.ts";
import { quoted } from "./quoted.ts";
import type { Location, SourceFile } from "./source-file.ts";
import { suggestion } from "./suggestion.ts";

/** Where a redirect is written: its old address, or what it leads to. */
export type RedirectPlace = (from: string, part: "key" | "value") => Location;

/** Where the redirects of a target are written: in its options, or nowhere, where a program made it. */
export function redirectPlace(catalog: Catalog, target: string, file: SourceFile | undefined): RedirectPlace {
  return (from, part) =>
    file === undefined
      ? { file: catalog.file, start: 0, end: 0 }
      : locate(file, ["targets", target, "redirects", from], part);
}

/** What is wrong with the redirects that a project writes down. */
export function redirectMistakes(
  catalog: Catalog,
  written: RedirectSettings["written"],
  at: RedirectPlace,
  languages = false,
): readonly Diagnostic[] {
  const pages = pageAddresses(catalog, languages);
  const found: Diagnostic[] = [];
  const seen = new Map<string, string>();
  const inCircles = new Set<string>();
  for (const from of Object.keys(written)) {
    const problem = addressWords(from, seen);
    const page = pages.get(addressKey(from));
    if (problem !== undefined) {
      found.push(diagnostic("FC5401", at(from, "key"), { address: quoted(from), ...problem }));
    } else if (page !== undefined) {
      found.push(diagnostic("FC5402", at(from, "key"), { address: quoted(from), page: quoted(page) }));
    }
    seen.set(addressKey(from), from);
    // Said once of all that a circle is made of, and once of what leads to nothing.
    const end = writtenEnd(from, written, pages);
    if (end.kind === "nothing" && end.address === written[from]) {
      found.push(diagnostic("FC5403", at(from, "value"), nothingWords(end.address, [...pages.values()])));
    } else if (end.kind === "circle" && end.through[0] === from && !inCircles.has(from)) {
      for (const step of end.through) inCircles.add(step);
      found.push(diagnostic("FC5404", at(from, "value"), { circle: end.through.map(quoted).join(" → ") }));
    }
  }
  return found;
}

function addressWords(
  from: string,
  seen: ReadonlyMap<string, string>,
): { readonly problem: string; readonly remedy: string } | undefined {
  const problem = addressProblem(from);
  if (problem !== undefined) {
    const remedy = 'Write the path of the old page below the first page, without ending: "codes/card-declined".';
    return { problem, remedy };
  }
  const other = seen.get(addressKey(from));
  if (other === undefined) return undefined;
  return { problem: `it differs from ${quoted(other)} in capitals alone`, remedy: "Remove one of the two." };
}

function nothingWords(
  address: string,
  pages: readonly string[],
): { readonly address: string; readonly remedy: string } {
  const bare = address.replace(/^\/+|\/+$/g, "").replace(/\.(md|html?)$/i, "");
  const near = pages.includes(bare) && bare !== address ? bare : suggestion(address, pages);
  const remedy =
    near === undefined
      ? `Name a page by its path without ending, for example ${quoted(pages.find((page) => page.startsWith("codes/")) ?? "codes/1001")}; "" is the first page.`
      : `Did you mean ${quoted(near)}?`;
  return { address: quoted(address), remedy };
}
