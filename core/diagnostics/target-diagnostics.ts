import type { DiagnosticSeries } from "./definition.ts";
import { sentence } from "./message-template.ts";

/** FC5…: targets and templates. */
export const targetDiagnostics = {
  FC5001: {
    severity: "error",
    title: "Said by a custom target",
    message: sentence`${"message"}`,
    hint: sentence`${"hint"}`,
  },
  FC5002: {
    severity: "error",
    title: "Template that cannot be read",
    message: sentence`The template ${"template"} cannot be read: ${"problem"}.`,
    hint: sentence`Mend the expression; https://handlebarsjs.com/guide/ describes what may stand between braces.`,
  },
  FC5003: {
    severity: "error",
    title: "Unknown variable in a template",
    message: sentence`There is no ${"variable"} here.`,
    hint: sentence`${"remedy"}`,
  },
  FC5004: {
    severity: "error",
    title: "Variable that may be absent",
    message: sentence`${"variable"} may be absent, and the template does not say what to write then.`,
    hint: sentence`${"remedy"}`,
  },
  FC5005: {
    severity: "error",
    title: "Variable of another kind",
    message: sentence`${"variable"} is ${"kind"}, and ${"use"}.`,
    hint: sentence`${"remedy"}`,
  },
  FC5006: {
    severity: "error",
    title: "Unknown helper in a template",
    message: sentence`There is no helper ${"helper"}.`,
    hint: sentence`${"remedy"}`,
  },
  FC5007: {
    severity: "error",
    title: "Unknown partial in a template",
    message: sentence`There is no partial ${"partial"}.`,
    hint: sentence`${"remedy"}`,
  },
  FC5008: {
    severity: "warning",
    title: "Template that nothing uses",
    message: sentence`No page uses the template ${"template"}.`,
    hint: sentence`${"remedy"}`,
  },
  FC5009: {
    severity: "error",
    title: "Expression that cannot be checked",
    message: sentence`${"construct"} cannot be checked before the pages are written, so templates do without.`,
    hint: sentence`${"remedy"}`,
  },
  FC5010: {
    severity: "error",
    title: "Partial that calls itself",
    message: sentence`The partial ${"partial"} calls itself${"by"}, and would never end.`,
    hint: sentence`Remove the call, or write a list with {{#each}}.`,
  },
  FC5011: {
    severity: "error",
    title: "Helper used in another way",
    message: sentence`${"helper"} ${"problem"}.`,
    hint: sentence`${"remedy"}`,
  },
  FC5012: {
    severity: "info",
    title: "Built-in template that changed",
    message: sentence`The built-in template ${"template"} changed since this one was ejected from it, in failcodes ${"version"}.`,
    hint: sentence`${"remedy"}`,
  },
  FC5013: {
    severity: "error",
    title: "Template that does not come to its end",
    message: sentence`The template ${"template"} was not written to its end: ${"problem"}.`,
    hint: sentence`Look for a list inside of the same list, and for partials that call others many times over.`,
  },
  FC5101: {
    severity: "error",
    title: "Name that npm does not take",
    message: sentence`"${"name"}" cannot be the name of an npm package: ${"problem"}.`,
    hint: sentence`Change the catalog's "name", for example to "${"example"}".`,
  },
  FC5102: {
    severity: "error",
    title: "Version that npm does not take",
    message: sentence`"${"version"}" cannot be the version of an npm package: ${"problem"}.`,
    hint: sentence`Give a shorter version with smaller numbers, for example "1.4.0".`,
  },
  FC5103: {
    severity: "warning",
    title: "Version of which npm drops a part",
    message: sentence`npm publishes this version as "${"published"}", without "${"build"}".`,
    hint: sentence`Leave "${"build"}" out, and count up the version for every release.`,
  },
  FC5104: {
    severity: "error",
    title: "Two ids, one member",
    message: sentence`"${"id"}" and "${"other"}" both become ${"member"} in TypeScript.`,
    hint: sentence`Rename one of them, so that they differ in more than hyphens and underscores.`,
  },
  FC5201: {
    severity: "error",
    title: "Two locales, one file",
    message: sentence`The locales "${"tag"}" and "${"other"}" would both be written to ${"path"}.`,
    hint: sentence`Remove one of them, or leave ${"format"} out of "formats" of the target messages.`,
  },
  FC5202: {
    severity: "error",
    title: "Text that a format cannot hold",
    message: sentence`The format ${"format"} cannot hold this text: it has ${"construct"}.`,
    hint: sentence`${"remedy"}, or leave ${"format"} out of "formats" of the target messages.`,
  },
  FC5203: {
    severity: "error",
    title: "Two texts, one key",
    message: sentence`${"message"} and ${"other"} would both have the key ${"key"} in the format ${"format"}.`,
    hint: sentence`Choose codes that differ in more than case and signs, or leave ${"format"} out of "formats" of the target messages.`,
  },
  FC5301: {
    severity: "error",
    title: "Example that is not a failed message",
    message: sentence`The example ${"title"} of ${"name"} is not a failed message: ${"problem"}.`,
    hint: sentence`Write the payload as it was received; the generated failed-message.schema.json says what a failed message is.`,
  },
  FC5401: {
    severity: "error",
    title: "Old address that no page can have had",
    message: sentence`${"address"} cannot be an old address: ${"problem"}.`,
    hint: sentence`${"remedy"}`,
  },
  FC5402: {
    severity: "error",
    title: "Old address that is a page",
    message: sentence`${"address"} is listed as an old address, and the page ${"page"} has it.`,
    hint: sentence`Remove it from "redirects": a page cannot lead away from itself.`,
  },
  FC5403: {
    severity: "error",
    title: "Redirect that leads nowhere",
    message: sentence`There is no page ${"address"}.`,
    hint: sentence`${"remedy"}`,
  },
  FC5404: {
    severity: "error",
    title: "Redirects that lead in a circle",
    message: sentence`These redirects lead in a circle: ${"circle"}.`,
    hint: sentence`Let one of them lead to a page.`,
  },
} as const satisfies DiagnosticSeries;
