import type { Lowering } from "./lowering.ts";

/** What reads the file: ICU's MessageFormat, java.text.MessageFormat, or a MessageSource of Spring. */
export type JavaDialect = "icu4j" | "text" | "spring";

const positional = {
  "a param, `{name}`":
    "`{0}`, its place in the failure's list; `{0,number,#}` if it is a number, so that digits are not grouped",
  "a number, `{n, number}`": "`{0,number}`",
  "`integer`, `percent`, `::.00`":
    "`{0,number,integer}`, `{0,number,percent}`, `{0,number,#,##0.00}`; Java rounds halves to even and groups in threes",
  "`plural`":
    "a key for each category: `<key>.n-one`, `<key>.n-other`; a category that the text does not name is `other`",
  "`selectordinal`": "as `plural`",
  "`=0`, `=1`": "`<key>.n-0`, `<key>.n-1`",
  "`select`": "a key for each arm: `<key>.size-small`",
  "several choices": "a key for each combination: `<key>.n-one.size-small`",
  "`#`": "`{0,number}`",
  "a param of type date-time": "`{0}`, ISO text: give it as a `String`",
} as const;

/** How each dialect writes a message. */
export const javaLowerings: Readonly<Record<JavaDialect, Lowering>> = {
  icu4j: {
    "a param, `{name}`": "`{name}`; `{n, number, ::group-off latin}` if it is a number, so that digits are not grouped",
    "a number, `{n, number}`": "as it is",
    "`integer`, `percent`, `::.00`": "as it is",
    "`plural`": "as it is",
    "`selectordinal`": "as it is",
    "`=0`, `=1`": "as it is",
    "`select`": "as it is",
    "several choices": "as it is",
    "`#`": "as it is",
    "a param of type date-time": "`{at}`, ISO text",
    "special characters":
      "`'` doubled where it could quote, `{` quoted, `<` as it is; `\\\\`, `\\n`; `\\uXXXX` beyond ASCII",
    "direction of params": "no isolates: the text is as it is written",
    "what it cannot hold": "–",
  },
  text: {
    ...positional,
    "special characters": "`'` doubled, `{` quoted; `\\\\`, `\\n`; `\\uXXXX` beyond ASCII",
    "direction of params": "no isolates: the text is as it is written",
    "what it cannot hold": "more than 200 combinations (FC5202)",
  },
  spring: {
    ...positional,
    "special characters": "as `java-text` if the failure has params, else as they are",
    "direction of params": "no isolates: the text is as it is written",
    "what it cannot hold": "more than 200 combinations (FC5202)",
  },
};

/** How the files of a dialect are used. */
export function javaUsage(dialect: JavaDialect, key: string): string {
  switch (dialect) {
    case "icu4j":
      return `\`\`\`java
// No fallback to the language of the machine: what a locale lacks is in the root.
var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
var bundle = ResourceBundle.getBundle("Messages", locale, control);
new com.ibm.icu.text.MessageFormat(bundle.getString("${key}"), locale).format(params); // a Map
\`\`\``;
    case "text":
      return `\`\`\`java
new java.text.MessageFormat(bundle.getString("${key}"), locale).format(new Object[] { /* the failure's params, in the order of the catalog */ });
\`\`\`

Where a text chooses, \`<key>.choices\` names what by, in order: \`count:plural:0 carrier:select:1\` is the param \`count\`, which
is argument 0, and so on. The text for an arm of each is \`<key>.count-one.carrier-bike\`, in the same order; \`<key>\` alone is
the one for \`other\`. For a number ask first for the number itself (\`count-0\`), then for its plural category, then for \`other\`.`;
    case "spring":
      return `\`\`\`java
messageSource.getMessage("${key}", params, locale); // all params of the failure, or none if it has none
\`\`\`

Spring parses a text only when it is given arguments: the texts of a failure without params are as they are, those of a failure
with params are quoted for \`MessageFormat\`, whether they use a param or not. With \`alwaysUseMessageFormat\` use \`java-text\`.`;
  }
}
