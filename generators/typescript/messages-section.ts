import type { Catalog, Failure } from "../../core/catalog.ts";
import { codeLiteral, stringLiteral } from "../../core/javascript-literal.ts";
import { messageTree } from "../../core/message-tree.ts";

/** The sections of the README about messages: as functions where they are there, and over compact JSON. */
export function messagesSections(catalog: Catalog, areFunctions: boolean): readonly string[] {
  return [
    "## Messages",
    ...(areFunctions ? [functionsText(catalog)] : []),
    ...(areFunctions ? ["### Messages as JSON"] : []),
    jsonText(catalog, areFunctions),
  ];
}

/** What `message` says of a failure without params; undefined where that is not plain text. */
function plainText({ messages, title }: Failure, isFallback: boolean): string | undefined {
  const message = messages.detail ?? messages.title;
  if (message === undefined) return isFallback && messages.action === undefined ? title : undefined;
  const [text, ...more] = messageTree(message.text);
  return typeof text === "string" && more.length === 0 ? text : undefined;
}

/** A call whose value is known, or one alone. */
function exampleLine(catalog: Catalog): string {
  const { failures, fallback } = catalog;
  for (const failure of [...failures, fallback]) {
    const text = plainText(failure, failure === fallback);
    if (text !== undefined && failure.params.length === 0) {
      return `message(${codeLiteral(failure.code)}); // ${stringLiteral(text)}`;
    }
  }
  const failure = failures.find(({ params }) => params.length === 0);
  return failure === undefined ? "" : `message(${codeLiteral(failure.code)});`;
}

/** A call that gives params, by their examples. */
function paramsLines({ failures }: Catalog): readonly string[] {
  const failure = failures.find(({ params }) => params.length > 0);
  if (failure === undefined) return [];
  return [`message(${codeLiteral(failure.code)}, { params: { ${givenParams(failure)} } });`];
}

function givenParams({ params }: Failure): string {
  const literal = (example: string | number): string =>
    typeof example === "number" ? String(example) : stringLiteral(example);
  return params.map(({ name, example }) => `${name}: ${literal(example)}`).join(", ");
}

function functionsText(catalog: Catalog): string {
  const other = catalog.locales.find(({ tag }) => tag !== catalog.defaultLocale);
  const lines = [
    `import { ${other === undefined ? "localizedMessage, message" : "message, messagesIn"} } from "${catalog.name}/message";`,
    ...(other === undefined ? [] : [`import { locale } from "${catalog.name}/message/${other.tag}";`]),
    "",
    exampleLine(catalog),
    ...paramsLines(catalog),
    ...(other === undefined
      ? [...localizedLines("localizedMessage", catalog, catalog.defaultLocale)]
      : ["", "const texts = messagesIn(locale);", "", ...localizedLines("texts.localizedMessage", catalog, other.tag)]),
  ].filter((line, index, all) => line !== "" || all[index - 1] !== "");
  const others =
    other === undefined
      ? ""
      : `

The default locale is there at once. Every other is a module, \`message/<locale>\`, that exports \`locale\`: give all that
you need to \`messagesIn\`, once, and use the functions that it returns. What is not imported is not bundled;
a dynamic import gets a locale when it is needed.`;
  return `\`\`\`ts\n${lines.join("\n")}\n\`\`\`

\`message(code, { locale, part, params })\` gives the text of a failure for its reader; a code that is written out has the
types of its params. \`part\` is \`title\`, \`detail\`, \`action\` or \`developer\` (for logs, not translated); without it,
it is the detail, or the title where there is none. \`localizedMessage\` tells besides which \`code\`, \`part\` and
\`resolvedLocale\` the text is of, and its \`direction\`.

There is always a text: a code that nobody knows has that of the fallback; a param that is not given stands as its name in
braces; \`locale\` may be any tag, and where it or a text of it is missing, the locales that stand in for it follow, the
default locale last.${others}`;
}

function localizedLines(name: string, { fallback }: Catalog, tag: string): readonly string[] {
  const code = codeLiteral(fallback.code);
  const params = fallback.params.length === 0 ? "" : `, params: { ${givenParams(fallback)} }`;
  return [
    `const answer = ${name}(${code}, { locale: "${tag}"${params} });`,
    "",
    `answer.code; // ${code}`,
    `answer.requestedLocale; // "${tag}"`,
  ];
}

function jsonText(catalog: Catalog, areFunctions: boolean): string {
  const tag = catalog.defaultLocale;
  const lines = [
    `import { messagesIn } from "${catalog.name}/message-json";`,
    `import texts from "${catalog.name}/messages/compact/${tag}.json" with { type: "json" };`,
    "",
    "const { message } = messagesIn(texts);",
    "",
    ...[exampleLine(catalog), ...paramsLines(catalog)].filter((line) => line !== "").slice(0, 1),
  ];
  const why = areFunctions
    ? "The same functions over JSON, for many locales on a server or texts that a page fetches"
    : "The functions over JSON";
  return `\`\`\`ts\n${lines.join("\n")}\n\`\`\`

${why}: \`messagesIn\` takes
files of \`messages/compact/\`, parsed, the default locale's among them. \`message(code, { locale, part, params })\` gives
a text, whatever it is given, and \`localizedMessage\` tells its locale too.`;
}
