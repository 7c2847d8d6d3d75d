import { categoryPagePath, codePagePath, sitePath, sourcePagePath } from "../../../core/page-address.ts";
import type { SearchCore } from "../search-data.ts";
import type { Answer, Hit } from "./search-engine.ts";

/** A result, as it is shown. */
export interface Result {
  /** From the first page of the site. */
  readonly link: string;
  /** A code, or "". */
  readonly code: string;
  readonly name: string;
  readonly title: string;
  /** Deprecated, Retired, Reserved, or "". */
  readonly mark: string;
  /** What else is to be said: whose error it is, or where the words were found. */
  readonly note: string;
}

/** Results of one kind, best first. */
export interface ResultGroup {
  readonly title: string;
  readonly results: readonly Result[];
}

/** The most results that are shown; those that are exactly what was asked for are all shown. */
const mostShown = 20;

type Kind = "codes" | "errors" | "places";

const kinds: readonly { readonly kind: Kind; readonly title: string; readonly most: number }[] = [
  { kind: "codes", title: "Codes", most: 10 },
  { kind: "errors", title: "Errors of platforms", most: 6 },
  { kind: "places", title: "Sources and categories", most: 4 },
];

/** Documents as results. */
export function resultMaker(core: SearchCore): (answer: Answer) => readonly ResultGroup[] {
  const afterFailures = core.codes.length;
  const afterReserved = afterFailures + core.reserved.length;
  const afterCategories = afterReserved + core.categories.length;
  const afterSources = afterCategories + core.sources.length;
  const deprecated = new Set(core.deprecated);
  const retired = new Set(core.retired);
  const languages = new Map(core.locales);
  const aliases = new Map<number, string[]>();
  for (const [document, name] of core.aliases) aliases.set(document, [...(aliases.get(document) ?? []), name]);

  const kindOf = ({ document }: Hit): Kind => {
    if (document < afterReserved) return "codes";
    return document < afterSources ? "places" : "errors";
  };
  const resultOf = (hit: Hit): Result => {
    const { document } = hit;
    if (document < afterFailures) return failureResult(hit);
    if (document < afterReserved) {
      const [code = "", title = ""] = core.reserved[document - afterFailures] ?? [];
      const link = sitePath(codePagePath(code));
      return { link, code: String(code), name: "", title, mark: "Reserved", note: "" };
    }
    if (document < afterCategories) {
      const [name = "", title = ""] = core.categories[document - afterReserved] ?? [];
      return { link: sitePath(categoryPagePath(name)), code: "", name, title, mark: "", note: "Category" };
    }
    if (document < afterSources) {
      const [name = "", title = ""] = core.sources[document - afterCategories] ?? [];
      return { link: sitePath(sourcePagePath(name)), code: "", name, title, mark: "", note: "Source of failures" };
    }
    return errorResult(document - afterSources);
  };
  const failureResult = ({ document, place }: Hit): Result => {
    const code = core.codes[document] ?? "";
    const others = aliases.get(document);
    const locale = typeof place === "object" ? place.locale : undefined;
    const found =
      locale === undefined ? "Found in its texts" : `Found in its message: ${languages.get(locale) ?? locale}`;
    return {
      link: sitePath(codePagePath(code)) + (locale === undefined ? "" : `#message-${locale}`),
      code: String(code),
      name: core.names[document] ?? "",
      title: core.titles[document] ?? "",
      mark: retired.has(document) ? "Retired" : deprecated.has(document) ? "Deprecated" : "",
      note: place !== "heading" ? found : others === undefined ? "" : `Also ${others.join(", ")}`,
    };
  };
  const errorResult = (place: number): Result => {
    const [source = 0, code = "", title = "", leadsTo = -1, fragment = ""] = core.errors[place] ?? [];
    const [name = "", sourceTitle = ""] = core.sources[source] ?? [];
    const target = core.codes[leadsTo];
    const row = `${sitePath(sourcePagePath(name))}#${fragment}`;
    return {
      link: encodeURI(target === undefined ? row : sitePath(codePagePath(target))),
      code,
      name: "",
      title,
      mark: "",
      note:
        target === undefined
          ? `Error of ${sourceTitle}; it leads to no code`
          : `Error of ${sourceTitle}, leads to ${target} ${core.names[leadsTo] ?? ""}`,
    };
  };

  return ({ hits }) => {
    const exact = hits.filter(({ isExact }) => isExact).length;
    let room = Math.max(mostShown, exact) - exact;
    const chosen = new Map<Kind, Hit[]>(kinds.map(({ kind }) => [kind, []]));
    const take = (within: (kind: Kind, taken: number) => boolean): void => {
      for (const hit of hits) {
        const list = chosen.get(kindOf(hit));
        if (list === undefined || list.includes(hit) || hit.isExact || room === 0) continue;
        if (!within(kindOf(hit), list.length)) continue;
        list.push(hit);
        room -= 1;
      }
    };
    for (const hit of hits) if (hit.isExact) chosen.get(kindOf(hit))?.push(hit);
    take((kind, taken) => taken < (kinds.find((one) => one.kind === kind)?.most ?? 0));
    take((kind) => kind === "codes");
    take((kind) => kind === "errors");
    const order = new Map(hits.map((hit, place) => [hit, place]));
    const groups = kinds.map(({ kind, title }) => {
      const list = (chosen.get(kind) ?? []).sort((left, right) => (order.get(left) ?? 0) - (order.get(right) ?? 0));
      return { title, isExact: list[0]?.isExact === true, results: list.map(resultOf) };
    });
    // What was asked for by its own name comes first; else codes do.
    return [...groups.filter(({ isExact }) => isExact), ...groups.filter(({ isExact }) => !isExact)]
      .filter(({ results }) => results.length > 0)
      .map(({ title, results }) => ({ title, results }));
  };
}
