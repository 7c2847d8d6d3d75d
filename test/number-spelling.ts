import { type Conformance, formatted } from "./message-conformance.ts";

/** Consumers with a CLDR of their own write the digits of a locale where FormatJS writes a param as it is. */
export function westernDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u0966-\u096f]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .replace(/\u066a/g, "%")
    .replace(/\u066c/g, ",")
    .replace(/\u066b/g, ".");
}

/** Java and .NET group four digits in every language, where Spanish leaves them alone; Java groups Hindi in threes. */
export function ungrouped(tag: string, text: string): string {
  const parts = new Intl.NumberFormat(tag).formatToParts(1_000_000);
  const sign = westernDigits(parts.find(({ type }) => type === "group")?.value ?? ",");
  const separators = new RegExp(`(?<=\\d)[${sign}](?=\\d)`, "g");
  return westernDigits(text).replace(separators, "");
}

/** Whether four digits are grouped differs between versions of CLDR. */
export function ungroupedFour(text: string): string {
  return westernDigits(text).replace(/(?<![\d.,])(\d)[.,\u00a0\u202f](\d{3})(?!\d)/g, "$1$2");
}

/** What a consumer says that writes a number as it is with the locale's own decimal sign, without groups. */
export function localText({ declared, written, tag, params }: Conformance): string {
  let text = written;
  for (const { name, type } of declared) {
    if (type === "integer" || type === "number") text = text.replaceAll(`{${name}}`, `{${name}, number, ::group-off}`);
  }
  return formatted(text, tag, params);
}
