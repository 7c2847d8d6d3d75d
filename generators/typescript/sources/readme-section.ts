import type { Catalog, Mapping, MappingKey, Source } from "../../../core/catalog.ts";
import { codeLiteral, stringLiteral } from "../../../core/javascript-literal.ts";
import { markdownInline } from "../../../core/markdown.ts";
import { tableNames } from "./table-names.ts";

// A comment after a statement of an example is the value of its expression: a test runs them.

/** The parts of the README about the errors of platforms: none where the catalog has no sources. */
export function sourcesSection(catalog: Catalog): readonly string[] {
  if (catalog.sources.length === 0) return [];
  return ["## Errors of platforms", [...examples(catalog), advice, table(catalog)].join("\n\n")];
}

const advice = `A table costs its bytes where it is imported, and nothing elsewhere. \`classify\` and \`classifyMessage\` take anything and
never throw. \`outcome\` is one of:

| \`outcome\` | what it means |
|---|---|
| \`failure\` | The error means \`failure\`: as \`evidence\` says, \`documented\` by the vendor, or \`derived\`, which is judged here, for \`mapping.reason\`. |
| \`fallback\` | The error is known, but nobody can judge it; \`failure\` is the fallback. |
| \`notAFailure\` | All is well. |
| \`unknownCode\` | The source has no row for it; \`failure\` is the fallback. |
| \`unknownSource\` | No table is for this source; \`failure\` is the fallback. |

\`retry\` is the advice for this very error, which may differ from the failure's. \`mapping\` is the row that was found: its \`key\`,
the platform's own \`name\` of the error, and \`provenance\`, how well the error itself is known. \`input\` is what was asked
about, untouched. \`failureByCode\` has the facts of a \`failure\`.

\`readFailedMessage\` gives a \`reason\` of the form \`details: …; reason: …; code: …\` in its parts too, as \`parsedReason\`, and
\`parseReason\` parses one.`;

function examples(catalog: Catalog): string[] {
  const found = exampleIn(catalog);
  if (found === undefined) return [];
  const { source, mapping, code } = found;
  const failure = mapping.failure === undefined ? "undefined" : codeLiteral(mapping.failure.code);
  const name = tableNames(catalog)(source);
  const written = `source: ${stringLiteral(source.name)}, code: ${stringLiteral(code)}`;
  const single = [
    `import { classifier } from "${catalog.name}/classify";`,
    `import { ${name} } from "${catalog.name}/sources/${source.name}";`,
    "",
    `const classify = classifier(${name});`,
    `const found = classify({ ${written} });`,
    "",
    `found.outcome; // "${mapping.outcome}"`,
    `found.failure; // ${failure}`,
    `found.mapping?.name; // ${stringLiteral(mapping.name)}`,
    'classify({ source: "", code: 1 }).outcome; // "unknownSource"',
  ];
  const whole = [
    `import { classifyMessage } from "${catalog.name}/sources";`,
    "",
    "const message = classifyMessage({",
    '  reason: "details: no such number; reason: no_such_number; code: 1",',
    `  failure: { code: ${codeLiteral(catalog.fallback.code)}, source: { ${written.replace("source:", "name:")} } },`,
    "});",
    "",
    `message.failure; // ${codeLiteral(catalog.fallback.code)}`,
    'message.saidBy; // "message"',
    `message.differs; // ${mapping.outcome !== "fallback" && mapping.failure !== catalog.fallback}`,
    `message.error; // ${stringLiteral(mapping.name)}`,
    'message.reason?.details; // "no such number"',
  ];
  return [
    "Each source of failures has a table of its platform's errors. Choose the tables:",
    fence(single),
    "Or take all of them. Of a whole message, its own `failure.code` counts more than the table, and `differs` says whether\nthe table judges otherwise:",
    fence(whole),
  ];
}

function fence(lines: readonly string[]): string {
  return `\`\`\`ts\n${lines.join("\n")}\n\`\`\``;
}

interface Example {
  readonly source: Source;
  readonly mapping: Mapping;
  readonly code: string;
}

/** An error whose code says everything: in the biggest table that has one, of a failure rather than of anything else. */
function exampleIn(catalog: Catalog): Example | undefined {
  const bySize = [...catalog.sources].sort((left, right) => right.mappings.length - left.mappings.length);
  const found = bySize.flatMap((source) => {
    const plain = plainCodes(source);
    return plain.find(({ mapping }) => mapping.outcome === "failure") ?? plain[0] ?? [];
  });
  return found.find(({ mapping }) => mapping.outcome === "failure") ?? found[0];
}

/** The codes of a source that only one row is for. */
function plainCodes(source: Source): Example[] {
  const byCode = new Map<string, Mapping[]>();
  for (const mapping of source.mappings) {
    if (mapping.key.kind !== "exact") continue;
    const known = byCode.get(mapping.key.code);
    if (known === undefined) byCode.set(mapping.key.code, [mapping]);
    else known.push(mapping);
  }
  return [...byCode].flatMap(([code, [mapping, ...others]]) =>
    mapping === undefined || others.length > 0 || !isPlain(mapping.key) ? [] : { source, mapping, code },
  );
}

function isPlain(key: MappingKey): boolean {
  return key.kind === "exact" && key.text === undefined && key.subcode === undefined;
}

function table(catalog: Catalog): string {
  const nameOf = tableNames(catalog);
  const rows = catalog.sources.map((source) => {
    const aliases = source.aliases.map(({ name }) => `\`${name}\``).join(", ");
    const from = `\`${catalog.name}/sources/${source.name}\``;
    return `| ${markdownInline(source.title)} | ${from} | \`${nameOf(source)}\` | ${aliases} | ${source.mappings.length} |`;
  });
  return `| source | from | import | aliases | rows |\n|---|---|---|---|---:|\n${rows.join("\n")}`;
}
