interface Words {
  readonly problem: string;
  readonly remedy: string;
}

const arms = "Write the arms as in {count, plural, one {# parcel} other {# parcels}}.";
const argument = "Write {name}, the name being a param of the failure; quote a brace that is text: '{'.";

/** What is said where the parser of ICU MessageFormat stops, by the name of its error. */
export const parserWords: { readonly [error: string]: Words } & Readonly<Record<"stray" | "other", Words>> = {
  stray: { problem: "This closing brace has no opening one.", remedy: "Remove it, or quote it: '}'." },
  other: { problem: "The text is not ICU MessageFormat here.", remedy: argument },
  EXPECT_ARGUMENT_CLOSING_BRACE: { problem: "A brace is opened and not closed.", remedy: argument },
  EMPTY_ARGUMENT: { problem: "There is no name between the braces.", remedy: argument },
  MALFORMED_ARGUMENT: { problem: "What stands between the braces is not a name.", remedy: argument },
  EXPECT_ARGUMENT_TYPE: {
    problem: "The comma is not followed by a kind of argument.",
    remedy: `Remove the comma. ${arms}`,
  },
  EXPECT_ARGUMENT_STYLE: {
    problem: "The comma is not followed by a style.",
    remedy: "Remove the comma, or write a style.",
  },
  UNCLOSED_QUOTE_IN_ARGUMENT_STYLE: { problem: "A quotation is not closed.", remedy: "Close it with an apostrophe." },
  EXPECT_NUMBER_SKELETON: {
    problem: "The two colons are not followed by a style.",
    remedy: "Write a style, as in ::percent.",
  },
  INVALID_NUMBER_SKELETON: {
    problem: "The style of the number is not one that is known.",
    remedy: "Write a style, as in ::percent.",
  },
  EXPECT_DATE_TIME_SKELETON: { problem: "The two colons are not followed by a style.", remedy: "Remove the style." },
  INVALID_DATE_TIME_SKELETON: {
    problem: "The style of the date is not one that is known.",
    remedy: "Remove the style.",
  },
  EXPECT_SELECT_ARGUMENT_OPTIONS: { problem: "The argument has no arms.", remedy: arms },
  EXPECT_PLURAL_ARGUMENT_OFFSET_VALUE: { problem: "The offset has no number.", remedy: "Remove the offset." },
  INVALID_PLURAL_ARGUMENT_OFFSET_VALUE: { problem: "The offset is not a number.", remedy: "Remove the offset." },
  EXPECT_SELECT_ARGUMENT_SELECTOR: {
    problem: "The select has no arm.",
    remedy: "Write the arms as in {size, select, small {…} other {…}}.",
  },
  EXPECT_PLURAL_ARGUMENT_SELECTOR: { problem: "An arm has no name that fits.", remedy: arms },
  EXPECT_SELECT_ARGUMENT_SELECTOR_FRAGMENT: {
    problem: "An arm has no text in braces.",
    remedy: "Write {…} after the arm's name, letters and digits only.",
  },
  EXPECT_PLURAL_ARGUMENT_SELECTOR_FRAGMENT: {
    problem: "An arm has no text in braces.",
    remedy: "Write {…} after the arm's name.",
  },
  INVALID_PLURAL_ARGUMENT_SELECTOR: {
    problem: "An equals sign is not followed by a number.",
    remedy: "Write a whole number, as in =0.",
  },
  DUPLICATE_PLURAL_ARGUMENT_SELECTOR: { problem: "An arm is written twice.", remedy: "Remove one of the two." },
  DUPLICATE_SELECT_ARGUMENT_SELECTOR: { problem: "An arm is written twice.", remedy: "Remove one of the two." },
};
