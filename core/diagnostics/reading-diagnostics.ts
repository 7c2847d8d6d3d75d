import type { DiagnosticSeries } from "./definition.ts";
import { sentence } from "./message-template.ts";

/** FC1…: reading a file, before anybody asks what it means. */
export const readingDiagnostics = {
  FC1001: {
    severity: "error",
    title: "Broken JSON",
    message: sentence`${"problem"}`,
    hint: sentence`${"remedy"}`,
  },
  FC1002: {
    severity: "error",
    title: "Byte-order mark",
    message: sentence`The file begins with a byte-order mark (U+FEFF), which JSON does not allow.`,
    hint: sentence`Save the file as UTF-8 without a byte-order mark.`,
  },
  FC1003: {
    severity: "error",
    title: "Not UTF-8",
    message: sentence`The byte ${"byte"} at offset ${"offset"} does not belong to any UTF-8 character.`,
    hint: sentence`Save the file as UTF-8.`,
  },
  FC1004: {
    severity: "error",
    title: "File too large",
    message: sentence`The file has ${"size"}, and at most ${"limit"} are read.`,
    hint: sentence`Split the file, or raise "maxFileSize" in failcodes.config.json.`,
  },
  FC1005: {
    severity: "error",
    title: "Nested too deep",
    message: sentence`Arrays and objects are nested deeper than ${"limit"} levels here.`,
    hint: sentence`Flatten the value, or keep it out of the file.`,
  },
  FC1006: {
    severity: "error",
    title: "Key written twice",
    message: sentence`The key ${"key"} is written twice in one object, and only the last one would count.`,
    hint: sentence`Remove one of the two, or rename it.`,
  },
  FC1007: {
    severity: "error",
    title: "Key __proto__",
    message: sentence`The key "__proto__" changes what an object inherits in many programs that read JSON.`,
    hint: sentence`Rename the key, or remove it.`,
  },
  FC1008: {
    severity: "error",
    title: "Number that loses digits",
    message: sentence`The number ${"written"} is read as ${"read"}.`,
    hint: sentence`Write a number that a double holds exactly, or write the digits as text in quotes.`,
  },
  FC1009: {
    severity: "error",
    title: "Number beyond the safe integers",
    message: sentence`The number ${"written"} is beyond the integers that every reader of JSON keeps apart.`,
    hint: sentence`Stay between -9007199254740991 and 9007199254740991, or write the digits as text in quotes.`,
  },
} as const satisfies DiagnosticSeries;
