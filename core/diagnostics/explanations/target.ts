import type { Explanation } from "../explanation.ts";
import type { targetDiagnostics } from "../target-diagnostics.ts";

/** What the FC5… diagnostics mean. */
export const targetExplanations: Readonly<Record<keyof typeof targetDiagnostics, Explanation>> = {
  FC5001: {
    meaning:
      "A custom target, which is a module of your own project, found something that it cannot express. The sentence and " +
      "the hint are the target's own; every custom target says what it has to say under this one code.",
    language: "text",
    wrong: "A target for paper labels, and a title that is longer than a label.",
    right: "A title that fits on the label.",
  },
  FC5002: {
    meaning:
      "A template of yours is not in the language of Handlebars: an expression is not complete, or a block is not closed, " +
      "or closed under another name. The place is where reading stopped; the cause stands there or shortly before.",
    language: "handlebars",
    wrong: "{{#if failure.causes}}\n## Causes",
    right: "{{#if failure.causes}}\n## Causes\n{{/if}}",
  },
  FC5003: {
    meaning:
      "A template reads something that its view does not hold. Handlebars would write nothing there, or leave out the " +
      "whole block, and the page would be wrong without a word. Templates are therefore checked against the views before " +
      "a page is written. Inside of {{#each}} and {{#with}} names belong to the item; ../ reaches what is around.",
    language: "handlebars",
    wrong: "# {{failure.titel}}",
    right: "# {{failure.title}}",
  },
  FC5004: {
    meaning:
      "The view holds this only sometimes: not every failure has been retired, not every catalog has a notice. A template " +
      "reads it where it is known to be there, and so decides what the page says otherwise.",
    language: "handlebars",
    wrong: "Retired in {{failure.retired.since}}.",
    right: "{{#if failure.retired}}\nRetired in {{failure.retired.since}}.\n{{/if}}",
  },
  FC5005: {
    meaning:
      "A list, a group of fields and a yes or no cannot be written as they are, and only a list can be gone through. " +
      "Handlebars would write [object Object], or nothing.",
    language: "handlebars",
    wrong: "{{failure.causes}}",
    right: "{{#each failure.causes}}\n- {{this}}\n{{/each}}",
  },
  FC5006: {
    meaning:
      "The only helpers are if, unless, each, with and lookup. Whatever else a page needs is worked out before, in the " +
      "view, so that every page of a catalog can be checked without being written.",
    language: "handlebars",
    wrong: "{{uppercase failure.name}}",
    right: "{{failure.name}}",
  },
  FC5007: {
    meaning:
      "A partial is another template, called by its path in the same folder, without .hbs. There is none of this name, " +
      "neither among your own templates nor among the built-in ones.",
    language: "handlebars",
    wrong: "{{> notice page}}",
    right: "{{> partials/notice page}}",
  },
  FC5008: {
    meaning:
      "A file lies in the folder of your templates, and no page comes by it: it has no built-in template's name, and no " +
      "template calls it. A misspelt name would silently leave the built-in template in its place.",
    language: "text",
    wrong: "templates/docs/failures.hbs",
    right: "templates/docs/failure.hbs",
  },
  FC5009: {
    meaning:
      "Handlebars can compute the name of a partial or of a field, and hand blocks around. What such an expression leads " +
      "to is known only when a page is written, too late to find a mistake, so these forms are left out.",
    language: "handlebars",
    wrong: '{{> (lookup failure "name")}}',
    right: "{{> partials/notice page}}",
  },
  FC5010: {
    meaning:
      "A partial calls itself, directly or through another one. The views hold nothing of unknown depth, so there is " +
      "nothing that such a call could come to an end with.",
    language: "handlebars",
    wrong: "{{> failure}}",
    right: "{{#each failure.related}}\n- {{title}}\n{{/each}}",
  },
  FC5011: {
    meaning:
      "A helper is given too much, too little, or a setting it does not have. if, unless, each and with begin a block and " +
      "take one value; lookup takes a list or a group of fields, and a place in it.",
    language: "handlebars",
    wrong: "{{#if failure.causes failure.actions}}\nThere is advice.\n{{/if}}",
    right: "{{#if failure.causes}}\nThere is advice.\n{{/if}}",
  },
  FC5012: {
    meaning:
      "A template of yours was written by `failcodes templates eject`, and a later version of failcodes has another one " +
      "under its name: a mended mistake, a field more. Yours stays in its place, and the pages are as you made them; this " +
      "note only says that there is something to look at. Its first line holds the beginning of the digest of the " +
      "built-in template that was last looked at.",
    language: "text",
    wrong: "A template that was ejected from failcodes 0.1.0, and failcodes 0.2.0 with a new one of that name.",
    right: "The same with what is new taken over, and the digest that the hint gives in its first line.",
  },
  FC5013: {
    meaning:
      "Templates are checked before a page is written, and what passes says something for every view. Only how much it " +
      "says is not known before: a list that is written once for each of its own items, and again inside of that, or " +
      "partials that call each other hundreds of times, can come to more than a text can hold.",
    language: "text",
    wrong:
      "{{#each categories}}{{#each @root.categories}}… in five partials, each of which calls the next a hundred times",
    right: "{{#each categories}}…{{/each}}",
  },
  FC5101: {
    meaning:
      "The name of a catalog is also the name of its npm package. npm takes at most 214 characters. A package that " +
      'is called like a module of Node, "events" for instance, could be installed, but an import would get the ' +
      "module of Node.",
    language: "json",
    wrong: '{ "name": "events" }',
    right: '{ "name": "event-failures" }',
  },
  FC5102: {
    meaning:
      "The version of a catalog is also the version of its npm package. npm takes at most 256 characters, and no " +
      "number above 9007199254740991, the largest that JavaScript holds exactly; a date with a time of day and more " +
      "can exceed it.",
    language: "json",
    wrong: '{ "version": "1.0.20260115093000123456" }',
    right: '{ "version": "1.0.3" }',
  },
  FC5103: {
    meaning:
      "What stands after a plus sign in a semantic version does not count when versions are compared, and npm drops " +
      "it. Two releases of a catalog that differ in nothing else would be one version of the package, and npm " +
      "publishes a version only once.",
    language: "json",
    wrong: '{ "version": "1.4.0+van.7" }',
    right: '{ "version": "1.4.1" }',
  },
  FC5104: {
    meaning:
      "The ids of categories and statuses become members of FailureCategory and FailureStatus, in capitals and with " +
      "underscores for hyphens. Two ids that differ in nothing else would be one member with two values.",
    language: "json",
    wrong: '{ "categories": [{ "id": "late-parcel" }, { "id": "late_parcel" }] }',
    right: '{ "categories": [{ "id": "late-parcel" }, { "id": "lost-parcel" }] }',
  },
  FC5201: {
    meaning:
      "Every stack names its files of messages in its own way. gettext knows Chinese by the region that writes its script, " +
      "so zh-Hans and zh-CN are one file there, and one of the two would take the other's place.",
    language: "json",
    wrong: '{ "locale": "zh-CN", "failures": {} }',
    right: '{ "locale": "zh-SG", "failures": {} }',
  },
  FC5202: {
    meaning:
      "A format of the target messages cannot say what the text says. i18next chooses by one number and one word, has keys " +
      "for the plural categories of the language and for zero but for no other number, and takes $t(…) in a text for a " +
      "call. For java.text and Spring every combination of choices is a text of its own, and there can be too many.",
    language: "json",
    wrong: '{ "text": "{boxes, plural, one {# box} other {# boxes}}, {bags, plural, one {# bag} other {# bags}}" }',
    right: '{ "text": "Boxes: {boxes, number}, bags: {bags, number}" }',
  },
  FC5203: {
    meaning:
      "Some stacks allow few signs in a key, or take capitals and small letters for the same. Two codes that differ in " +
      "nothing else become one key there, and one of the two texts would take the other's place.",
    language: "json",
    wrong: '[{ "code": "LOST-1" }, { "code": "LOST_1" }]',
    right: '[{ "code": "LOST-1" }, { "code": "LOST-2" }]',
  },
  FC5301: {
    meaning:
      "The examples of a catalog are payloads as they were received. Pages show them and readers copy them, so each has " +
      "to hold to the schema of a failed message that is generated from the same catalog: a status that means failure, " +
      "and a failure object with a code.",
    language: "json",
    wrong: '{ "title": "No such card", "payload": { "status": "delivered", "failure": { "code": "1001" } } }',
    right: '{ "title": "No such card", "payload": { "status": "payment_failed", "failure": { "code": 1001 } } }',
  },
  FC5401: {
    meaning:
      "An old address is what a link of other people holds: the path of the page that was there, below the first page of " +
      "the reference, without ending. It becomes a file or an entry in a list of redirects for every kind of site, so it " +
      "is made of letters, digits and . _ ~ - /, and is not what some of them take for the first page of a folder.",
    language: "json",
    wrong: '"redirects": { "/codes/card-declined.html": "codes/1001" }',
    right: '"redirects": { "codes/card-declined": "codes/1001" }',
  },
  FC5402: {
    meaning:
      "A page is there under this address today, and a redirect would hide it: whoever opens the page would be led away " +
      "from it. Capitals do not count, since not every system keeps files apart that differ in nothing else.",
    language: "json",
    wrong: '"redirects": { "codes/1001": "codes/1002" }',
    right: '"redirects": { "codes/card-declined": "codes/1001" }',
  },
  FC5403: {
    meaning:
      "A redirect has to end at a page, or it would replace a dead link by another one. A page is named as it is in an " +
      'address: the path of its file without ending, and "" for the first page. A redirect may lead to another old address.',
    language: "json",
    wrong: '"redirects": { "codes/card-declined": "codes/1001.md" }',
    right: '"redirects": { "codes/card-declined": "codes/1001" }',
  },
  FC5404: {
    meaning:
      "Each of these old addresses leads to the next, and the last to the first, so that nobody who follows one of them " +
      "ever comes to a page.",
    language: "json",
    wrong: '"redirects": { "codes/declined": "codes/refused", "codes/refused": "codes/declined" }',
    right: '"redirects": { "codes/declined": "codes/refused", "codes/refused": "codes/1001" }',
  },
};
