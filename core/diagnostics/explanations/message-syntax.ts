import type { Explanation } from "../explanation.ts";

const count = '"params": { "count": { "type": "integer", "example": 3 } }';
const carrier = '"params": { "carrier": { "type": "enum", "values": ["bike", "van"], "example": "van" } }';
const nameAndCount =
  '"params": { "name": { "type": "string", "example": "Ada" }, "count": { "type": "integer", "example": 3 } }';
const ungrouped = '"params": { "order": { "type": "integer", "example": 30007, "grouping": false } }';
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
    right: message(count, "{count, plural, one {A parcel is lost} other {# parcels are lost}}"),
  },
  FC3107: {
    meaning:
      "The arm of a select is one of the enum's values; the arm of a plural is a category of plurals or an exact number. Another one never fits, and its text is never seen.",
    language: "json",
    wrong: message(carrier, "{carrier, select, boat {The boat sank} other {The parcel is lost}}"),
    right: message(carrier, "{carrier, select, bike {The bike broke} van {The van broke} other {The parcel is lost}}"),
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
  FC3111: {
    meaning:
      'An enum lists the values that programs send. A value without an arm of its own gets the arm "other", which is for the values of later versions and rarely says what is meant.',
    language: "json",
    wrong: message(carrier, "{carrier, select, bike {The bike broke} other {The parcel is lost}}"),
    right: message(carrier, "{carrier, select, bike {The bike broke} van {The van broke} other {The parcel is lost}}"),
  },
  FC3112: {
    meaning:
      'The arms of the plural differ by a number that none of them shows, nor the rest of the text. In languages where "one" is for 1, 21 and 31 people cannot tell how many are meant.',
    language: "json",
    wrong: message(count, "{count, plural, one {A parcel is lost} other {Parcels are lost}}"),
    right: message(count, "{count, plural, one {# parcel is lost} other {# parcels are lost}}"),
  },
  FC3113: {
    meaning:
      "An arm lacks a param that another arm of the same choice shows: mostly it was forgotten there. The number that a plural counts may be missing from any arm.",
    language: "json",
    wrong: message(nameAndCount, "{count, plural, one {A parcel for {name} is lost, of #} other {# parcels are lost}}"),
    right: message(
      nameAndCount,
      "{count, plural, one {# parcel for {name} is lost} other {# parcels for {name} are lost}}",
    ),
  },
  FC3114: {
    meaning:
      "The catalog says how long a text may be, in every language: a heading, a text message. The text is measured as it is shown, with the examples of its params, in every combination of arms, in characters as people count them: a letter with its accents is one, and so is an emoji of several parts.",
    language: "json",
    wrong:
      '{ "failures": [{ "code": 1001, "messages": { "title": { "text": "Your card was declined by the bank", "maxLength": 24 } } }] }',
    right:
      '{ "failures": [{ "code": 1001, "messages": { "title": { "text": "Your card was declined", "maxLength": 24 } } }] }',
  },
  FC3115: {
    meaning:
      "Texts for developers end up in logs, which are kept for long and read by many. A param that says something about a person has no place there.",
    language: "json",
    wrong:
      '{ "failures": [{ "code": 1001, "params": { "phone": { "type": "string", "example": "+15550100", "pii": true } }, "messages": { "detail": { "text": "Nobody answers at {phone}." }, "developer": { "text": "No answer from {phone}." } } }] }',
    right:
      '{ "failures": [{ "code": 1001, "params": { "phone": { "type": "string", "example": "+15550100", "pii": true } }, "messages": { "detail": { "text": "Nobody answers at {phone}." }, "developer": { "text": "No answer from the customer." } } }] }',
  },
  FC3116: {
    meaning:
      "The param says that its digits are not grouped: it is a code or a year. Written as a number, and as # in a plural, it is 30,007 in English and 30.007 in German.",
    language: "json",
    wrong: message(ungrouped, "Order {order, number} is lost"),
    right: message(ungrouped, "Order {order} is lost"),
  },
  FC3117: {
    meaning: "Only numbers have digits that could be grouped.",
    language: "json",
    wrong:
      '{ "failures": [{ "code": 1001, "params": { "card": { "type": "string", "example": "4242", "grouping": false } }, "messages": { "title": { "text": "The card {card} was declined" } } }] }',
    right:
      '{ "failures": [{ "code": 1001, "params": { "card": { "type": "integer", "example": 4242, "grouping": false } }, "messages": { "title": { "text": "The card {card} was declined" } } }] }',
  },
  FC3118: {
    meaning:
      "i18next and others write plural forms as keys of their own, by an ending: _one, _other. A code with such an ending is taken for a form of another code.",
    language: "json",
    wrong: '{ "codeType": "string", "failures": [{ "code": "CARD_OTHER" }] }',
    right: '{ "codeType": "string", "failures": [{ "code": "CARD_UNKNOWN" }] }',
  },
} as const satisfies Readonly<Record<string, Explanation>>;
