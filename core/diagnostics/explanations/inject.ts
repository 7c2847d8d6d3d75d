import type { Explanation } from "../explanation.ts";
import type { injectDiagnostics } from "../inject-diagnostics.ts";

/** What the FC83… diagnostics mean. In the examples the catalog has 1001 CARD_DECLINED and the category "payment". */
export const injectExplanations: Readonly<Record<keyof typeof injectDiagnostics, Explanation>> = {
  FC8301: {
    meaning:
      "A comment that begins with failcodes: is a marker, and there is none of this name. Markers are table, list, count, code and source; end closes each of them. As long as a page has a mistake in a marker, nothing is written into it.",
    language: "text",
    wrong: "<!-- failcodes:tabel category=payment -->\n<!-- failcodes:end -->",
    right: "<!-- failcodes:table category=payment -->\n<!-- failcodes:end -->",
  },
  FC8302: {
    meaning:
      "A block has no end, so nobody can say which text belongs to it. An end that stands in fenced code or in a code span does not count.",
    language: "text",
    wrong: "There are <!-- failcodes:count -->27 codes.",
    right: "There are <!-- failcodes:count -->27<!-- failcodes:end --> codes.",
  },
  FC8303: {
    meaning: "Blocks do not stand in each other: what is between two markers is written by failcodes, all of it.",
    language: "text",
    wrong: "<!-- failcodes:table -->\n<!-- failcodes:count --><!-- failcodes:end -->\n<!-- failcodes:end -->",
    right: "<!-- failcodes:count --><!-- failcodes:end -->\n\n<!-- failcodes:table -->\n<!-- failcodes:end -->",
  },
  FC8304: {
    meaning:
      "A marker closes a block, and none is open. The one that began it was removed, or stands in code, where markers are only text.",
    language: "text",
    wrong: "There are 27<!-- failcodes:end --> codes.",
    right: "There are <!-- failcodes:count -->27<!-- failcodes:end --> codes.",
  },
  FC8305: {
    meaning: "The option does not belong to this marker. Each marker has its own; docs/inject.md lists them.",
    language: "text",
    wrong: "<!-- failcodes:table colums=code,name -->\n<!-- failcodes:end -->",
    right: "<!-- failcodes:table columns=code,name -->\n<!-- failcodes:end -->",
  },
  FC8306: {
    meaning:
      "An option has a value that means nothing: a column that no table has, or a category, a source or a status that the catalog does not know; or links are asked for that have nothing to lead to. Were it passed over, the table would silently hold something else than was asked for.",
    language: "text",
    wrong: "<!-- failcodes:table category=payments -->\n<!-- failcodes:end -->",
    right: "<!-- failcodes:table category=payment -->\n<!-- failcodes:end -->",
  },
  FC8307: {
    meaning:
      "A marker names a failure that the catalog does not have, neither by code nor by name or alias. Reserved codes are no failures; retired ones are.",
    language: "text",
    wrong: "<!-- failcodes:code 1010 --><!-- failcodes:end -->",
    right: "<!-- failcodes:code 1001 --><!-- failcodes:end -->",
  },
  FC8308: {
    meaning:
      "A marker stands on one line: its name, for some markers one word that says which failure or source, and options with their values, joined by commas. What has spaces stands in quotation marks. Something in this one does not fit into that.",
    language: "text",
    wrong: "<!-- failcodes:table columns=code, name -->\n<!-- failcodes:end -->",
    right: "<!-- failcodes:table columns=code,name -->\n<!-- failcodes:end -->",
  },
  FC8309: {
    meaning: "A table cannot stand in a sentence. Counts, single codes and lists can.",
    language: "text",
    wrong: "The codes: <!-- failcodes:table --><!-- failcodes:end -->",
    right: "The codes:\n\n<!-- failcodes:table -->\n<!-- failcodes:end -->",
  },
  FC8310: {
    meaning:
      'An entry of "inject" in the configuration, a path or a pattern, fits no page. A page that was moved or renamed would be out of date from then on, and no check would say so.',
    language: "json",
    wrong: '{ "inject": ["READM.md"] }',
    right: '{ "inject": ["README.md"] }',
  },
  FC8311: {
    meaning:
      "Blocks are written into files of the project that people wrote. A folder, a link, something behind a link and a file that failcodes generates are none. Links are not followed, so that nothing outside of the project is ever changed.",
    language: "json",
    wrong: '{ "inject": ["docs"] }',
    right: '{ "inject": ["docs/**/*.md"] }',
  },
  FC8312: {
    meaning:
      '`failcodes inject` writes into any page that is named to it, but only pages that "inject" in the configuration names are looked at by `failcodes check` and mended by `failcodes generate`. Until it is named there, nobody hears of it when the catalog changes.',
    language: "json",
    wrong: '{ "inject": ["README.md"] }',
    right: '{ "inject": ["README.md", "docs/codes.md"] }',
  },
  FC8313: {
    meaning:
      "A page was named, and it has no marker outside of code. Either the markers were removed, or it is another page that was meant.",
    language: "text",
    wrong: "# Our codes",
    right: "# Our codes\n\n<!-- failcodes:table -->\n<!-- failcodes:end -->",
  },
  FC8314: {
    meaning:
      "A line that begins with <!-- is a block of HTML to CommonMark, even in the middle of a paragraph, and Markdown in it is shown as it is written. In MDX, and with the comment of MDX, it is not so.",
    language: "text",
    wrong: "<!-- failcodes:code 1001 --><!-- failcodes:end --> is the most frequent failure.",
    right: "Most frequent is <!-- failcodes:code 1001 --><!-- failcodes:end -->.",
  },
  FC8315: {
    meaning:
      "What stands in a block now keeps two backticks, or two fences, apart that would belong together without it: the marker would stand in code, and the next run would not see it. Nothing is written into the page.",
    language: "text",
    wrong: "A lone ` here: <!-- failcodes:count -->\n\n<!-- failcodes:end --> and ` there.",
    right: "A lone \\` here: <!-- failcodes:count --><!-- failcodes:end --> and \\` there.",
  },
};
