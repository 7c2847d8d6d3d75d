import type { DiagnosticSeries } from "./definition.ts";
import { sentence } from "./message-template.ts";

/** FC82…: a reference page that was published elsewhere, against the catalog. */
export const reconcileDiagnostics = {
  FC8201: {
    severity: "error",
    title: "Failure that a published page lacks",
    message: sentence`${"page"} does not have ${"failure"}.`,
    hint: sentence`${"remedy"}`,
  },
  FC8202: {
    severity: "error",
    title: "Published code that the catalog lacks",
    message: sentence`The catalog does not have ${"failure"}, which is published here.`,
    hint: sentence`${"remedy"}`,
  },
  FC8203: {
    severity: "error",
    title: "Failure published under another number",
    message: sentence`${"name"} is published as ${"published"}; in the catalog it is ${"code"}${"owner"}.`,
    hint: sentence`Correct the page; if the published number is the true one, correct the catalog, and never change it again.`,
  },
  FC8204: {
    severity: "error",
    title: "Two published numbers in each other's place",
    message: sentence`${"first"} and ${"second"} have each other's code on the page: in the catalog they are ${"firstCode"} and ${"secondCode"}.`,
    hint: sentence`Exchange the two where they are wrong.`,
  },
  FC8205: {
    severity: "error",
    title: "Name published in another spelling",
    message: sentence`${"code"} is published as ${"published"}; in the catalog it is ${"name"}.`,
    hint: sentence`${"remedy"}`,
  },
  FC8206: {
    severity: "error",
    title: "Failure published in another category",
    message: sentence`${"failure"} is published under ${"published"}; in the catalog its category is ${"category"}.`,
    hint: sentence`Move it to ${"category"} on the page, or correct its category in the catalog.`,
  },
  FC8207: {
    severity: "warning",
    title: "Published text that says something else",
    message: sentence`Of ${"failure"} the page says ${"published"}, and the catalog says ${"written"}.`,
    hint: sentence`${"remedy"}`,
  },
  FC8208: {
    severity: "error",
    title: "Reserved code that is published",
    message: sentence`${"code"} is reserved in the catalog, and this page gives it a meaning.`,
    hint: sentence`Take it off the page; if clients have it already, make it a failure of the catalog.`,
  },
  FC8209: {
    severity: "warning",
    title: "Retired failure published like any other",
    message: sentence`${"failure"} is retired since ${"since"}, and the page does not say so.`,
    hint: sentence`Say on the page that it is retired, or take it off.`,
  },
  FC8210: {
    severity: "info",
    title: "Alias published in place of the name",
    message: sentence`${"code"} is published as ${"alias"}, an alias of ${"name"}.`,
    hint: sentence`Publish ${"name"} when the page is next revised; the alias stays usable.`,
  },
} as const satisfies DiagnosticSeries;
