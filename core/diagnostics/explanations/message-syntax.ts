import type { Explanation } from "../explanation.ts";

const count = '"params": { "count": { "type": "integer", "example": 3 } }';
const carrier = '"params": { "carrier": { "type": "enum", "values": ["bike", "van"], "example": "van" } }';
const name = '"params": { "name": { "type": "string", "example": "Ada" } }';

function message(params: string, text: string): string {
  return `{\n  "failures": [\n    {\n      "code": 2001,\n      ${params},\n      "messages": { "title": { "text": "${text}" } }\n    }\n  ]\n}`;
}

function inFrench(text: string): string {
  return message(count, text).replace("{\n", '{\n  "defaultLocale": "fr",\n');
}

/** What the FC31… diagnostics mean: the syntax of messages, and their params. */
export const syntaxExplanations = {
  FC3101: {
    meaning:
      "Messages are written in ICU MessageFormat. Braces enclose params; a brace that is meant as text stands between apostrophes, and an apostrophe between letters is itself.",
    language: "json",
    wrong: message(count, "{count parcels are lost"),
    right: message(count, "{count} parcels are lost"),
  },
  FC3102: {
    meaning:
      "Programs fill in the params that a failure declares. A param that is not declared stays as a name in braces in front of a customer, or stops the program.",
    language: "json",
    wrong: message(count, "{counts} of {count} parcels are lost"),
    right: message(count, "{count} parcels are lost"),
  },
  FC3103: {
    meaning:
      "Programs must supply every declared param. One that no text uses is work for nothing, or a text has lost it.",
    language: "json",
    wrong: message(count, "Parcels are lost"),
    right: message(count, "{count} parcels are lost"),
  },
  FC3104: {
    meaning:
      'A plural or select shows the arm that fits, and "other" where none does. Languages differ in the arms they need, and enums grow: without "other" there would be nothing to show.',
    language: "json",
    wrong: message(count, "{count, plural, one {A parcel is lost}}"),
    right: message(count, "{count, plural, one {A parcel is lost} other {# parcels are lost}}"),
  },
  FC3105: {
    meaning:
      "Messages are generated for many formats, from gettext to Android. They use what all of these can express: params, numbers, plural, selectordinal and select, with whole sentences in the arms. Formats of dates, offsets and patterns of numbers differ from one to the next.",
    language: "json",
    wrong: message(count, "{count, plural, offset:1 one {A parcel is lost} other {# parcels are lost}}"),
    right: message(count, "{count, plural, one {A parcel is lost} other {# parcels are lost}}"),
  },
  FC3106: {
    meaning:
      "The text treats a param as something that its declared type is not: only numbers have plurals, only words are selected by.",
    language: "json",
    wrong: message(name, "{name, plural, one {A parcel is lost} other {Parcels are lost}}"),
    right: message(count, "{count, plural, one {A parcel is lost} other {Parcels are lost}}"),
  },
  FC3107: {
    meaning:
      "The arm of a select is one of the enum's values; the arm of a plural is a category of plurals or an exact number. Another one never fits, and its text is never seen.",
    language: "json",
    wrong: message(carrier, "{carrier, select, boat {The boat sank} other {The parcel is lost}}"),
    right: message(carrier, "{carrier, select, bike {The bike broke} other {The parcel is lost}}"),
  },
  FC3108: {
    meaning:
      "Languages differ in the forms that go with numbers: English has one and other, Polish one, few, many and other. The arm for a form that the text's language has is missing, so that people read the wrong form for these numbers. An arm of exact numbers, as =1, stands in for a form that is for no other number. The forms are those of CLDR 48.",
    language: "json",
    wrong: message(count, "{count, plural, other {# parcels are lost}}"),
    right: message(count, "{count, plural, one {A parcel is lost} other {# parcels are lost}}"),
  },
  FC3109: {
    meaning:
      "The arm is named after a form that the text's language does not have, according to CLDR 48: no number ever leads to it. It may have been copied from another language; a text for an exact number is written with =.",
    language: "json",
    wrong: message(
      count,
      "{count, plural, zero {No parcel is lost} one {A parcel is lost} other {# parcels are lost}}",
    ),
    right: message(count, "{count, plural, =0 {No parcel is lost} one {A parcel is lost} other {# parcels are lost}}"),
  },
  FC3110: {
    meaning:
      'The text\'s language has a form for millions, or for numbers that are no integers, and the plural has no arm for it. The text of "other" is shown instead, which is seldom quite right. Some programs show nothing at all there. A param of the type integer needs no arm for fractions.',
    language: "json",
    wrong: inFrench("{count, plural, one {# colis} other {# colis}}"),
    right: inFrench("{count, plural, one {# colis} many {# de colis} other {# colis}}"),
  },
} as const satisfies Readonly<Record<string, Explanation>>;
