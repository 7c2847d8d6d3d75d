import { flag, list, optional, record, text } from "../../core/template/shape.ts";
import { filters } from "./filter-shapes.ts";
import { category, language, link, page, reference, reservedRow, retry, row } from "./part-shapes.ts";

const map = record("The codes by category and by advice on sending again.", {
  isTitled: flag("Whether there are so few codes that their titles fit in."),
  columns: list(
    "The kinds of advice.",
    record("An advice.", { retry, count: text("How many codes it is given for.") }),
  ),
  rows: list(
    "The categories.",
    record("A category.", {
      category,
      count: text("How many codes it has, in words: 7 codes."),
      cells: list(
        "Its codes by advice, in the order of the columns.",
        record("The codes of a category that have an advice.", {
          retry,
          codes: list(
            "The codes; empty in a catalog that is too big to show them all.",
            record("A failure.", {
              ...reference.fields,
              lifecycle: text("active, deprecated or retired."),
              mark: text("Deprecated or Retired, or empty."),
            }),
          ),
          area: optional(
            record("The same as an area, in such a catalog; absent where there is no code.", {
              count: text("How many codes there are."),
              side: text("Side of a square whose area stands for that number, in CSS pixels."),
              category: text("Title of the category."),
              short: text("The advice in a word or two."),
              link: text("Address of the page of the category, with the filter."),
            }),
          ),
        }),
      ),
    }),
  ),
});

const languages = list(
  "How far the messages are translated, the default language first.",
  record("A language.", {
    language,
    translated: text("How many texts it has."),
    total: text("How many texts there are."),
    share: text("The share that it has, in per cent and rounded down."),
    width: text("The same with two decimals, as the width of a bar in per cent."),
  }),
);

const count = text("How many of its errors.");

const sources = list(
  "How far the errors of platforms are mapped, by name of the source.",
  record("A source.", {
    name: text("As a failed message has it."),
    title: text("Its title."),
    link,
    errors: text("How many errors of it the catalog has."),
    documented: count,
    derived: count,
    notJudged: count,
    noFailure: count,
    summary: text("The shares in words, for who cannot see the bar."),
    segments: list(
      "The pieces of a bar, from its start.",
      record("A piece.", {
        kind: text("documented, derived, not-judged or no-failure."),
        start: text("Where it begins, in per cent."),
        width: text("How wide it is, in per cent."),
      }),
    ),
  }),
);

const changes = list(
  "What changed lately, the newest version first.",
  record("A version.", {
    version: text("Version of the catalog."),
    date: text("Day of the release, YYYY-MM-DD; empty where unknown."),
    kinds: list(
      "What happened in it, by kind.",
      record("A kind of change.", {
        kind: text("added, deprecated, retired, renamed, moved, meaning or params."),
        title: text("The same in a word or two."),
        isBrief: flag("Whether there are so many that their codes have to do."),
        failures: list(
          "The failures that it happened to.",
          record("A failure.", { failure: reference, note: text("More about it; may be empty.") }),
        ),
      }),
    ),
    more: text("How many more changes there were in it; empty where these are all."),
  }),
);

/** What the first page reads. */
export const overviewShape = record("The first page.", {
  page,
  description: text("What the catalog covers. Paragraphs."),
  facts: list(
    "How much of everything there is.",
    record("A number.", {
      value: text("The number."),
      label: text("What there are so many of."),
      link: text("Fragment of the place on this page that shows them."),
    }),
  ),
  changes,
  map,
  total: text("How many failures there are."),
  filters: optional(filters),
  failures: list("All failures, by code; empty in a catalog that is too big to list them on one page.", row),
  languages,
  sources,
  isMapped: flag("Whether there is any source."),
  fallback: reference,
  surfaces: list(
    "Where a reader meets a code.",
    record("A place.", { title: text("Its title."), description: text("More about it; may be empty.") }),
  ),
  statuses: list(
    "The statuses that mean failure.",
    record("A status.", {
      id: text("As the API writes it."),
      title: text("Its title."),
      description: text("What it means; may be empty."),
    }),
  ),
  retries: list("What each advice on sending again says.", retry),
  reserved: list(
    "Reserved codes; in a catalog with many, those that no page of a category lists, and some others.",
    reservedRow,
  ),
  moreReserved: text("How many more reserved codes there are; empty where these are all."),
});
