import { flag, list, record, text } from "../../core/template/shape.ts";

/** What filters a table of failures. */
export const filters = record("The filters of a table of failures.", {
  total: text("How many failures the table has."),
  facets: list(
    "What the failures can be told apart by.",
    record("A facet.", {
      id: text("Its name in the fragment of the address: category, retry, status, lifecycle or source."),
      title: text("Its title."),
      isLong: flag("Whether it has too many values to show them all at once."),
      values: list(
        "Its values.",
        record("A value.", {
          facet: text("The name of its facet."),
          value: text("Its name in the fragment of the address."),
          label: text("The value in words."),
          count: text("How many failures have it."),
        }),
      ),
    }),
  ),
});
