import type { DiagnosticSeries } from "./definition.ts";
import { sentence } from "./message-template.ts";

/** FC8…: files that come back from translators, and how much is asked of them. */
export const exchangeDiagnostics = {
  FC8001: {
    severity: "error",
    title: "File of translations that cannot be read",
    message: sentence`Nothing is taken from this file. ${"reason"}`,
    hint: sentence`Mend it here, or have it written again by the tool it comes from.`,
  },
  FC8002: {
    severity: "error",
    title: "Translation of an unknown text",
    message: sentence`No text to translate has the id ${"id"}.`,
    hint: sentence`${"remedy"}`,
  },
  FC8003: {
    severity: "error",
    title: "File of translations without a language",
    message: sentence`The file does not say which language it holds.`,
    hint: sentence`Add ${"where"}, for example "pt-BR".`,
  },
  FC8004: {
    severity: "error",
    title: "Text translated twice",
    message: sentence`The id ${"id"} stands in this file before.`,
    hint: sentence`Keep one of the two.`,
  },
  FC8005: {
    severity: "error",
    title: "Translation changed on both sides",
    message: sentence`${"id"} was changed here too since it was given out: it is ${"ours"} here, and ${"theirs"} in this file.`,
    hint: sentence`Import it again with --theirs to take the text of this file, or with --ours to keep the other.`,
  },
  FC8006: {
    severity: "warning",
    title: "Translations of texts that are not named",
    message: sentence`Translations here that do not say which text they were made from, and so count as stale: ${"texts"}.`,
    hint: sentence`Look at them, then remove "src": "00000000" in the file of the locale and run \`failcodes messages stamp\`.`,
  },
  FC8007: {
    severity: "error",
    title: "Text that a file for translators cannot hold",
    message: sentence`${"id"} is left out: it holds ${"character"}, which ${"format"} has no way to write.`,
    hint: sentence`Export it to "xliff2", "po", "json" or "csv", or remove the character.`,
  },
  FC8101: {
    severity: "error",
    title: "Too little of a locale",
    message: sentence`Of the texts in ${"locale"}, ${"part"} % are ${"state"}; ${"least"} % are asked for.`,
    hint: sentence`${"remedy"}`,
  },
} as const satisfies DiagnosticSeries;
