import type { DiagnosticSeries } from "./definition.ts";
import { sentence } from "./message-template.ts";

/** FC83…: blocks in pages that people wrote. */
export const injectDiagnostics = {
  FC8301: {
    severity: "error",
    title: "Unknown marker",
    message: sentence`There is no marker ${"marker"}.`,
    hint: sentence`${"remedy"}`,
  },
  FC8302: {
    severity: "error",
    title: "Block that is not closed",
    message: sentence`The block ${"marker"} is not closed.`,
    hint: sentence`Write ${"end"} where the text of failcodes is to end.`,
  },
  FC8303: {
    severity: "error",
    title: "Block inside of a block",
    message: sentence`${"marker"} begins a block inside of ${"outer"}, which is not closed yet.`,
    hint: sentence`Write ${"end"} before it, or take one of the two away.`,
  },
  FC8304: {
    severity: "error",
    title: "End of a block that did not begin",
    message: sentence`${"marker"} closes nothing: no block is open here.`,
    hint: sentence`Remove it, or write the marker that begins the block before it.`,
  },
  FC8305: {
    severity: "error",
    title: "Unknown option of a marker",
    message: sentence`${"marker"} has no option ${"option"}.`,
    hint: sentence`${"remedy"}`,
  },
  FC8306: {
    severity: "error",
    title: "Unknown value in a marker",
    message: sentence`${"what"} ${"value"}.`,
    hint: sentence`${"remedy"}`,
  },
  FC8307: {
    severity: "error",
    title: "Unknown failure in a marker",
    message: sentence`The catalog has no failure ${"code"}.`,
    hint: sentence`${"remedy"}`,
  },
  FC8308: {
    severity: "error",
    title: "Marker that cannot be read",
    message: sentence`The marker ${"marker"} cannot be read: ${"problem"}.`,
    hint: sentence`${"remedy"}.`,
  },
  FC8309: {
    severity: "error",
    title: "Marker that needs lines of its own",
    message: sentence`${"marker"} writes whole lines, and one of its markers stands in the middle of a line.`,
    hint: sentence`Give ${"marker"} and its end a line of their own each.`,
  },
  FC8310: {
    severity: "error",
    title: "Page that is not there",
    message: sentence`"inject" names ${"page"}, and there is no such page.`,
    hint: sentence`${"remedy"}`,
  },
  FC8311: {
    severity: "error",
    title: "Page that cannot hold blocks",
    message: sentence`Nothing is written into ${"page"}: ${"problem"}.`,
    hint: sentence`${"remedy"}`,
  },
  FC8312: {
    severity: "warning",
    title: "Page that check does not cover",
    message: sentence`\`failcodes check\` does not look at this page: the configuration does not name it.`,
    hint: sentence`Add ${"page"} to "inject" in failcodes.config.json, or run \`failcodes inject --check\` with the page.`,
  },
  FC8313: {
    severity: "warning",
    title: "Page without blocks",
    message: sentence`This page has no markers, so there is nothing to write into it.`,
    hint: sentence`Write <!-- failcodes:table --> and <!-- failcodes:end --> where the table is to stand; docs/inject.md lists the markers.`,
  },
  FC8314: {
    severity: "warning",
    title: "Marker that begins a line of text",
    message: sentence`This line begins with a comment, so Markdown takes all of it for HTML: nothing in it becomes a link, code or bold.`,
    hint: sentence`Let a word of the sentence begin the line, or give both markers a line of their own.`,
  },
  FC8315: {
    severity: "error",
    title: "Block that would not be found again",
    message: sentence`Once it is written, ${"marker"} would be read otherwise: a backtick, or a fence of code, takes hold of it then.`,
    hint: sentence`Close every backtick in the paragraph, and give a block of more than a word lines of its own.`,
  },
} as const satisfies DiagnosticSeries;
