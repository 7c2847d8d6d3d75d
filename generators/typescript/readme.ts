import { type Catalog, type Code, type Failure, messageParts } from "../../core/catalog.ts";
import { generatedHeader } from "../../core/generated-header.ts";
import { codeLiteral, stringLiteral } from "../../core/javascript-literal.ts";
import { markdownBlock, markdownInline } from "../../core/markdown.ts";
import { messageKey } from "../../core/message-bundle.ts";
import { categoryByRule, categoryExtent } from "./category-rule.ts";
import { jsType } from "./functions.ts";
import { messagesSections } from "./messages-section.ts";
import { sourcePath } from "./package-json.ts";
import { sourcesSection } from "./sources/readme-section.ts";
import type { Style } from "./style.ts";

// A comment after a statement of an example is the value of its expression: a test runs them.

/** The package's README.md. */
export function readme(catalog: Catalog, style: Style, areFunctions: boolean): string {
  const example = catalog.failures.find(({ aliases }) => aliases.length > 0) ?? catalog.fallback;
  const sections = [
    generatedHeader(catalog)
      .map((line) => `<!-- ${line.replaceAll("--", "- -")} -->`)
      .join("\n"),
    `# ${catalog.name}`,
    introduction(catalog),
    `\`\`\`sh\nnpm install ${catalog.name}\n\`\`\``,
    "## Codes",
    codesSection(catalog, example),
    "## A failed message",
    messageSection(catalog, example),
    ...sourcesSection(catalog),
    "## Facts",
    factsSection(catalog, example),
    "## Single codes",
    singleSection(catalog, example),
    ...messagesSections(catalog, areFunctions),
    "## Data",
    dataSection(catalog),
    ...(style === "const" ? ["## Source", sourceSection(catalog)] : []),
  ];
  return `${sections.join("\n\n")}\n`;
}

function introduction(catalog: Catalog): string {
  const count = catalog.failures.length === 1 ? "One failure code" : `${catalog.failures.length} failure codes`;
  const description = markdownBlock(catalog.description);
  const summary =
    `${count}, version ${catalog.version}: types, the facts of every failure, and functions that look them up. ` +
    "No dependencies; ES modules, for Node 18 and later and for browsers. No function throws, whatever it is given.";
  return [`**${markdownInline(catalog.title)}**`, ...(description === "" ? [] : [description]), summary].join("\n\n");
}

function typescriptBlock(lines: readonly string[]): string {
  return `\`\`\`ts\n${lines.join("\n")}\n\`\`\``;
}

function codesSection(catalog: Catalog, example: Failure): string {
  const code = codeLiteral(example.code);
  const unknown = unknownCode(catalog);
  const lines = [
    `import { categoryOf, describeCode, FailureCode, isFailureCode } from "${catalog.name}";`,
    "",
    `FailureCode.${example.name}; // ${code}`,
    `isFailureCode(${code}); // true`,
    `describeCode(${code}).known; // true`,
    `categoryOf(${code}); // "${example.category.id}"`,
    ...(unknown === undefined ? [] : [`categoryOf(${codeLiteral(unknown.code)}); // "${unknown.categoryId}"`]),
    "",
    `function handledBy(code: ${jsType(catalog)}): string {`,
    "  switch (code) {",
    `    case FailureCode.${example.name}:`,
    '      return "a case of its own";',
    "    default:",
    '      return categoryOf(code) ?? "the last resort";',
    "  }",
    "}",
    "",
    `handledBy(${code}); // "a case of its own"`,
    ...(unknown === undefined ? [] : [`handledBy(${codeLiteral(unknown.code)}); // "${unknown.categoryId}"`]),
  ];
  const extent = categoryExtent(catalog);
  const atLeast = extent === undefined ? "" : ` with at least the category by its ${extent}`;
  const unknownText =
    unknown === undefined ? "" : ` No failure has the code ${markdownInline(String(unknown.code))} yet.`;
  const aliases = catalog.failures.some((failure) => failure.aliases.length > 0)
    ? "\n\nOther published spellings of a name are deprecated members with the same value."
    : "";
  return `${typescriptBlock(lines)}

The set of codes is open: a newer version knows more, so give every \`switch\` a \`default\`. \`describeCode\` takes any
code and says \`known: true\` with the failure, or \`known: false\`${atLeast}.${unknownText}${aliases}`;
}

/** A code that no failure has and that nevertheless belongs to a category. */
function unknownCode(catalog: Catalog): { readonly code: Code; readonly categoryId: string } | undefined {
  const taken = new Set<Code>([...catalog.byCode.keys(), ...catalog.reserved.map(({ code }) => code)]);
  for (const { range, prefixes } of catalog.categories) {
    const candidates: Code[] = prefixes.map((prefix) => `${prefix}999`);
    for (let code = range?.to ?? 0; range !== undefined && code >= range.from && candidates.length === 0; code--) {
      if (!taken.has(code)) candidates.push(code);
    }
    for (const code of candidates) {
      const categoryId = taken.has(code) ? undefined : categoryByRule(catalog, code);
      if (categoryId !== undefined) return { code, categoryId };
    }
  }
  return undefined;
}

function messageSection(catalog: Catalog, example: Failure): string {
  const status = catalog.statuses[0]?.id ?? "failed";
  const guard = catalog.statuses.length > 0;
  const text = stringLiteral(String(example.code));
  const lines = [
    `import { ${guard ? "isFailureStatus, " : ""}readFailedMessage } from "${catalog.name}";`,
    "",
    "const reading = readFailedMessage({",
    `  status: "${status}",`,
    `  failure: { code: ${text}, source: { name: "sms", code: "1" } },`,
    "});",
    "",
    ...(guard ? ["isFailureStatus(reading.status); // true"] : []),
    `reading.failure?.known; // true`,
    `reading.failure?.category; // "${example.category.id}"`,
    `reading.failure?.failure?.name; // "${example.name}"`,
    'reading.source?.name; // "sms"',
    "readFailedMessage(null).failure; // undefined",
  ];
  const digits = catalog.codeType === "integer" ? " `failure.code` may be a number or its digits as text." : "";
  return `${typescriptBlock(lines)}

What is absent, or not of its type, is \`undefined\`.${digits}`;
}

function factsSection(catalog: Catalog, example: Failure): string {
  const alias = example.aliases[0];
  const lines = [
    `import { failureByCode, ${alias === undefined ? "" : "failureByName, "}failures } from "${catalog.name}";`,
    "",
    `failures.length; // ${catalog.failures.length}`,
    `failureByCode(${codeLiteral(example.code)})?.retry; // "${example.retry}"`,
    ...(alias === undefined ? [] : [`failureByName("${alias.name}")?.name; // "${example.name}"`]),
  ];
  return `${typescriptBlock(lines)}

A failure has \`code\`, \`name\`, \`aliases\`, \`category\`, \`title\`, \`description\`, \`guidance\` (\`causes\`,
\`actions\`), \`retry\` (\`never\`, \`later\`, \`after-change\`), \`statuses\` and \`related\`, and where it applies
\`since\`, \`deprecated\` and \`retired\`. A retired failure stays.`;
}

function singleSection(catalog: Catalog, example: Failure): string {
  const lines = [
    `import { ${example.name} } from "${catalog.name}/codes";`,
    "",
    `${example.name}; // ${codeLiteral(example.code)}`,
  ];
  return `${typescriptBlock(lines)}

A bundler keeps the code and nothing else; \`FailureCode\` is kept as a whole. \`categoryOf\` and \`isFailureCode\` do
not bring the facts along.`;
}

function dataSection(catalog: Catalog): string {
  const part = messageParts.find((one) => catalog.fallback.messages[one] !== undefined);
  const locales = catalog.locales.map(({ tag }) => `\`${tag}\``).join(", ");
  const text = part === undefined ? "" : (catalog.fallback.messages[part]?.text ?? "");
  const example =
    part === undefined
      ? ""
      : `\n\n${typescriptBlock([
          `import messages from "${catalog.name}/messages/${catalog.defaultLocale}.json" with { type: "json" };`,
          "",
          `messages["${messageKey(catalog.fallback, part)}"]; // ${stringLiteral(text)}`,
        ])}`;
  return `| file | what it holds |
|---|---|
| \`catalog.json\` | The whole catalog. |
| \`schema/*.schema.json\` | JSON Schemas of a failed message, its failure and its code. |
| \`messages/compact/<locale>.json\` | What a locale has itself, as \`message-json\` takes it. |
| \`messages/<locale>.json\` | Texts for end users, by code and part: ${locales}. |${example}

The types \`FailedMessage\`, \`FailureObject\` and \`FailureSource\` are those of the schemas. The texts are in ICU
MessageFormat and hold no tags: a \`<\` is quoted, so that it is read as the character.`;
}

function sourceSection(catalog: Catalog): string {
  return `\`${sourcePath}\` is the package as a single TypeScript file without imports: copy it into a project that
keeps the source. It has no syntax that type stripping cannot erase, and needs \`lib\` ES2022. It exports what
\`${catalog.name}\` exports, neither the single codes nor the messages.`;
}
