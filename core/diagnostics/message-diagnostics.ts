import type { DiagnosticSeries } from "./definition.ts";
import { sentence } from "./message-template.ts";

/** FC3…: texts, messages and locales. */
export const messageDiagnostics = {
  FC3001: {
    severity: "error",
    title: "Empty text",
    message: sentence`${"what"} holds no text.`,
    hint: sentence`Write the text, or remove the property if it may be absent.`,
  },
  FC3002: {
    severity: "error",
    title: "White space around a text",
    message: sentence`The text ${"text"} ${"where"} with white space.`,
    hint: sentence`Remove the white space at the ends.`,
  },
  FC3003: {
    severity: "error",
    title: "Control character",
    message: sentence`The text holds the control character ${"character"}.`,
    hint: sentence`${"remedy"}`,
  },
  FC3004: {
    severity: "error",
    title: "Bidirectional control character",
    message: sentence`The text holds ${"character"}, which changes the direction of what is read after it.`,
    hint: sentence`Remove the character; the direction of a text follows from its letters.`,
  },
  FC3005: {
    severity: "error",
    title: "Half a character",
    message: sentence`The text holds ${"character"}, one half of a surrogate pair without the other.`,
    hint: sentence`Write the whole character, or remove the half.`,
  },
  FC3006: {
    severity: "error",
    title: "Text that is not NFC",
    message: sentence`${"written"} is not in Unicode Normalization Form C.`,
    hint: sentence`Write ${"normal"}, which looks the same and is the composed form.`,
  },
  FC3007: {
    severity: "error",
    title: "Text used twice",
    message: sentence`The ${"what"} ${"text"} belongs to more than one failure.`,
    hint: sentence`Say how the failures differ.`,
  },
  FC3008: {
    severity: "warning",
    title: "Messages that read the same",
    message: sentence`The message ${"text"} of the failure ${"name"} reads the same as that of another failure.`,
    hint: sentence`Say in one part of the message how the failures differ.`,
  },
  FC3101: {
    severity: "error",
    title: "Broken message syntax",
    message: sentence`${"problem"}`,
    hint: sentence`${"remedy"}`,
  },
  FC3102: {
    severity: "error",
    title: "Undeclared param",
    message: sentence`The text uses ${"param"}, which is not a param of the failure ${"failure"}.`,
    hint: sentence`${"remedy"}`,
  },
  FC3103: {
    severity: "warning",
    title: "Param that no text uses",
    message: sentence`No text of the failure ${"failure"} uses the param ${"param"}.`,
    hint: sentence`Use it in a text, or remove it.`,
  },
  FC3104: {
    severity: "error",
    title: "No arm for everything else",
    message: sentence`The ${"kind"} of ${"param"} has no arm "other".`,
    hint: sentence`Add other {…}: it is shown wherever no arm fits.`,
  },
  FC3105: {
    severity: "error",
    title: "Syntax that not every target has",
    message: sentence`The text uses ${"construct"}, which not every format of messages can express.`,
    hint: sentence`${"remedy"}`,
  },
  FC3106: {
    severity: "error",
    title: "Param used as another type",
    message: sentence`The text uses ${"param"} as ${"use"}, and its type is "${"type"}".`,
    hint: sentence`${"remedy"}`,
  },
  FC3107: {
    severity: "error",
    title: "Arm that is never shown",
    message: sentence`The arm ${"arm"} of ${"param"} is never shown.`,
    hint: sentence`Write ${"choices"}.`,
  },
  FC3201: {
    severity: "error",
    title: "Locale in the wrong file",
    message: sentence`The file ${"file"} holds the locale ${"locale"}.`,
    hint: sentence`Name the file ${"expected"}, or change "locale".`,
  },
  FC3202: {
    severity: "error",
    title: "Locale in two files",
    message: sentence`The locale ${"locale"} has more than one file.`,
    hint: sentence`Put its texts into one file.`,
  },
  FC3203: {
    severity: "error",
    title: "Translation of the default locale",
    message: sentence`The locale ${"locale"} is the default locale, whose texts stand in the catalog.`,
    hint: sentence`Move the texts into the catalog and remove this file, or change "defaultLocale".`,
  },
  FC3204: {
    severity: "error",
    title: "Translation of an unknown failure",
    message: sentence`No failure has the name ${"name"}.`,
    hint: sentence`${"remedy"}`,
  },
  FC3205: {
    severity: "error",
    title: "Translation of a part that is not there",
    message: sentence`The failure ${"name"} has no ${"part"} in the default locale ${"locale"}.`,
    hint: sentence`Write the text in the catalog first, or remove the translation.`,
  },
  FC3206: {
    severity: "error",
    title: "Param that the source does not use",
    message: sentence`The translation uses ${"param"}, which the text it translates does not.`,
    hint: sentence`${"remedy"}`,
  },
  FC3207: {
    severity: "warning",
    title: "Param lost in translation",
    message: sentence`The translation does not use ${"param"}, which the text it translates does.`,
    hint: sentence`Add {${"bare"}} where the translation needs it.`,
  },
  FC3208: {
    severity: "info",
    title: "Texts not translated",
    message: sentence`${"missing"} of ${"all"} texts are not translated into ${"locale"}.`,
    hint: sentence`Translate them; until then the texts of ${"source"} stand in.`,
  },
} as const satisfies DiagnosticSeries;
