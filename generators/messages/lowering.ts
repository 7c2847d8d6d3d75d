import type { MessageFormatId } from "./message-format.ts";

const constructs = [
  "a param, `{name}`",
  "a number, `{n, number}`",
  "`integer`, `percent`, `::.00`",
  "`plural`",
  "`selectordinal`",
  "`=0`, `=1`",
  "`select`",
  "nested choices",
  "`#`",
  "a param of type date-time",
  "`'`, `{`, `<`, `\\`, line feed",
  "what it cannot hold",
] as const;

const positional = [
  "`{0}`, its place in the failure's list; `{0,number,#}` if it is a number, so that digits are not grouped",
  "`{0,number}`",
  "`{0,number,integer}`, `{0,number,percent}`, `{0,number,#,##0.00}`; Java rounds halves to even and groups in threes",
  "a key for each category: `<key>.n-one`, `<key>.n-other`; a category that the text does not name is `other`",
  "as `plural`",
  "`<key>.n-0`, `<key>.n-1`",
  "a key for each arm: `<key>.size-small`",
  "a key for each combination: `<key>.n-one.size-small`",
  "`{0,number}`",
  "`{0}`, ISO text: give it as a `String`",
];

const rows: Readonly<Record<MessageFormatId, readonly string[]>> = {
  "icu-json": [
    "as it is",
    "as it is",
    "as it is",
    "as it is",
    "as it is",
    "as it is",
    "as it is",
    "as it is",
    "as it is",
    "`{at}`, ISO text",
    "`<` is quoted",
    "–",
  ],
  i18next: [
    "`{{name}}`",
    "`{{n, number}}`",
    "`{{n, number(maximumFractionDigits: 0)}}` and the like",
    "`_one` … `_other`, every category of the language",
    "`_ordinal_one` … `_ordinal_other`",
    "`_zero`; another number only where its category has no other number (`=1` in English is `_one`)",
    "`_small`, `context`; what is not an arm falls to `other`",
    "one plural in one select: `_small_one`",
    "`{{n, number}}`",
    "`{{at}}`, ISO text",
    "as they are",
    "two plurals, two selects, other exact numbers, `$t(…)`, `{{name}}` as text where it would be taken for a param (FC5202)",
  ],
  "java-icu4j": [
    "`{name}`; `{n, number, ::group-off latin}` if it is a number, so that digits are not grouped",
    "as it is",
    "as it is",
    "as it is",
    "as it is",
    "as it is",
    "as it is",
    "as it is",
    "as it is",
    "`{at}`, ISO text",
    "`'` doubled where it could quote, `{` quoted, `<` as it is; `\\\\`, `\\n`; `\\uXXXX` beyond ASCII",
    "–",
  ],
  "java-text": [
    ...positional,
    "`'` doubled, `{` quoted; `\\\\`, `\\n`; `\\uXXXX` beyond ASCII",
    "more than 200 combinations (FC5202)",
  ],
  "java-spring": [
    ...positional,
    "as `java-text` if the failure has params, else as they are",
    "more than 200 combinations (FC5202)",
  ],
  po: [
    "ICU MessageFormat, flagged `icu-message-format`",
    "ICU",
    "ICU",
    "`msgid_plural` if the text is one plural with `one` and `other` in the source and nothing else; else ICU",
    "ICU",
    "ICU",
    "ICU",
    "ICU",
    "`{n, number}` in a `msgstr[n]`",
    "ICU `{at}`, ISO text",
    '`\\\\`, `\\"`, `\\n`; quoted for ICU in flagged entries alone',
    "–",
  ],
};

/** The table of how each construct of a message is written in each format, and what a format cannot hold. */
export function lowering(ids: readonly MessageFormatId[]): string {
  const head = `| in the catalog | ${ids.map((id) => `\`${id}\``).join(" | ")} |`;
  const body = constructs.map(
    (construct, row) => `| ${construct} | ${ids.map((id) => rows[id][row] ?? "").join(" | ")} |`,
  );
  return ["How a message of the catalog is written:", "", head, `|---|${ids.map(() => "---|").join("")}`, ...body].join(
    "\n",
  );
}
