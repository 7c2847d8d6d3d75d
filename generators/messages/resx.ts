import type { Catalog } from "../../core/catalog.ts";
import { generatedHeader } from "../../core/generated-header.ts";
import { messageKey, type TextSource } from "../../core/message-bundle.ts";
import type { ParamNode } from "../../core/message-tree.ts";
import type { Variant } from "../../core/message-variants.ts";
import { isolated } from "./isolates.ts";
import { dottedEnd, dottedEntries, keyedLowering, keyedTexts, sharedKey } from "./keyed-texts.ts";
import { type Loss, type MessageFormat, type ParsedMessage, textFile } from "./message-format.ts";
import { tooManyVariants } from "./too-many-variants.ts";

const inXml = (text: string): string =>
  text.replace(/[&<>]/g, (unit) => (unit === "&" ? "&amp;" : unit === "<" ? "&lt;" : "&gt;"));
const inAttribute = (text: string): string => inXml(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;");
/** A comment ends at two hyphens. */
const inComment = (text: string): string => text.replace(/-(?=-|$)/g, "- ");

function formatItem(failure: TextSource, { name, style }: ParamNode): string {
  const index = failure.params.findIndex((param) => param.name === name);
  if (style === "text") return `{${index}}`;
  if (style === "number") return `{${index}:#,0.###}`;
  return `{${index}:${style === "percent" ? "P0" : `N${typeof style === "object" ? style.decimals : 0}`}}`;
}

/** A text of a failure without params is not formatted. */
function textOf(nodes: string | Variant["nodes"], failure: TextSource, isolate: (param: string) => string): string {
  if (typeof nodes === "string") return nodes;
  return nodes
    .map((node) => {
      if (typeof node !== "string") return isolate(formatItem(failure, node));
      return failure.params.length > 0 ? node.replace(/[{}]/g, "$&$&") : node;
    })
    .join("");
}

/** What ResXResourceReader asks for. */
const headers: Readonly<Record<string, string>> = {
  resmimetype: "text/microsoft-resx",
  version: "2.0",
  reader:
    "System.Resources.ResXResourceReader, System.Windows.Forms, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
  writer:
    "System.Resources.ResXResourceWriter, System.Windows.Forms, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
};

function commentOf({ failure, part }: ParsedMessage): string {
  const note = part === "developer" ? "For developers." : (failure.messages[part]?.description ?? "");
  const params = failure.params.map(
    ({ name, type, example }, index) => `{${index}}: ${name} (${type}, for example ${JSON.stringify(example)})`,
  );
  return [note, ...params].filter((line) => line !== "").join("\n");
}

function fileOf(catalog: Catalog, messages: readonly ParsedMessage[], tag: string): string {
  let file = `<?xml version="1.0" encoding="utf-8"?>\n`;
  for (const line of generatedHeader(catalog)) file += `<!-- ${inComment(line)} -->\n`;
  file += "<root>\n";
  for (const name of Object.keys(headers)) {
    file += `  <resheader name="${name}">\n    <value>${headers[name]}</value>\n  </resheader>\n`;
  }
  for (const message of messages) {
    const isolate = isolated(tag, message.part);
    const comment = tag === catalog.defaultLocale ? commentOf(message) : "";
    for (const [key, nodes] of dottedEntries(messageKey(message.failure, message.part), keyedTexts(message, tag))) {
      file += `  <data name="${inAttribute(key)}" xml:space="preserve">\n`;
      file += `    <value>${inXml(textOf(nodes, message.failure, isolate))}</value>\n`;
      if (comment !== "" && typeof nodes !== "string") file += `    <comment>${inXml(comment)}</comment>\n`;
      file += "  </data>\n";
    }
  }
  return `${file}</root>\n`;
}

const notInXml = /[\ufffe\uffff]/;

function* losses(message: ParsedMessage, tag: string): Iterable<Loss> {
  yield* tooManyVariants(message, tag);
  if (notInXml.test(message.text)) {
    yield { construct: "a character that XML does not have", remedy: "Remove U+FFFE and U+FFFF" };
  }
  const { texts } = keyedTexts(message, tag);
  // MSBuild takes the names of resources without regard to case, and passes over the second one.
  const shared = sharedKey(texts, (text) => dottedEnd(text).toUpperCase());
  if (shared !== undefined) yield shared;
  // Isolates stand between them.
  if (isolated(tag, message.part)("") !== "") return;
  for (const { nodes } of texts) {
    const isRead = nodes.some((node, index) => {
      const next = nodes[index + 1];
      return typeof node !== "string" && node.style !== "text" && typeof next === "string" && next.startsWith("}");
    });
    if (!isRead) continue;
    yield { construct: "a closing brace right after a number that is formatted", remedy: "Write a space between them" };
    return;
  }
}

const pathOf = (tag: string): string => `Failures.${tag}.resx`;

/** Resources of .NET: the default locale is the neutral file, which every other culture falls back to. */
export const resx: MessageFormat = {
  purpose: "Resources of .NET: `Failures.resx` for the default locale, `Failures.<culture>.resx` for every other.",
  usage: (catalog) => `\`\`\`csharp
var resources = new ResourceManager("YourNamespace.Failures", typeof(Failures).Assembly);
var text = resources.GetString("${catalog.fallback.code}.title", culture);
var shown = values.Length == 0 ? text : string.Format(culture, text, values); // all params, in the catalog's order
\`\`\`

Texts of a failure without params are not formatted: their braces are as they are. Numbers are given as numbers, not as strings.

Where a text chooses, \`<key>.choices\` says by what and among which arms: \`n:plural:0,one,other vehicle:select:bike,other\`.
.NET knows no plural categories: take them from ICU or from a library. For a \`plural\` or \`selectordinal\` take the arm that is
the number itself, else the number's plural category in the culture, else \`other\`; for a \`select\` the value, else \`other\`. The
text is \`<key>.n-one.vehicle-bike\`, the arms in that order; where all are \`other\`, it is \`<key>\` itself.`,
  lowering: {
    "a param, `{name}`": "`{0}`, its place in the failure's list",
    "a number, `{n, number}`": "`{0:#,0.###}`, groups as the culture has them",
    "`integer`, `percent`, `::.00`": "`{0:N0}`, `{0:P0}`, `{0:N2}`",
    ...keyedLowering,
    "`#`": "`{0:#,0.###}`",
    "a param of type date-time": "`{0}`, ISO text: give it as a `string`",
    "special characters": "`{{`, `}}` if the failure has params; `&amp;`, `&lt;`, `&gt;`",
    "direction of params": "isolates (U+2068, U+2069) around each in locales from right to left",
    "what it cannot hold":
      "a `}` right after a number that is formatted, U+FFFE and U+FFFF, arms that differ in case alone, more than 200 combinations (FC5202)",
  },
  path: pathOf,
  locale: (catalog, { tag }, messages) => {
    const path = tag === catalog.defaultLocale ? "Failures.resx" : pathOf(tag);
    return { files: [textFile(path, fileOf(catalog, messages, tag))] };
  },
  hazard: notInXml,
  losses:
    () =>
    (message, { tag }) =>
      losses(message, tag),
};
