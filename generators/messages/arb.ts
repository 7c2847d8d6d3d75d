import type { Catalog, Locale } from "../../core/catalog.ts";
import { generatedHeader } from "../../core/generated-header.ts";
import { localeResolution } from "../../core/locale-resolution.ts";
import { messageBundle, messageKey } from "../../core/message-bundle.ts";
import { messageTree } from "../../core/message-tree.ts";
import { stableJson } from "../../core/stable-json.ts";
import type { Json } from "../../core/target.ts";
import { arbLosses } from "./arb-losses.ts";
import { dartType, type Placeholder, placeholderJson, placeholdersOf } from "./arb-placeholders.ts";
import { arbText } from "./arb-text.ts";
import { sourceTextOf } from "./choice-shape.ts";
import { isolated } from "./isolates.ts";
import { type FormatFile, type MessageFormat, type ParsedMessage, textFile } from "./message-format.ts";

const capitalised = (word: string): string => (word[0] ?? "").toUpperCase() + word.slice(1).toLowerCase();

/** A name of a method in Dart: `e15005Title`. */
const keyOf: NonNullable<MessageFormat["keyOf"]> = ({ failure, part }) =>
  `e${[...String(failure.code).split(/[^A-Za-z0-9]+/), part].map(capitalised).join("")}`;

const fileName = (tag: string): string => `app_${tag.replaceAll("-", "_")}.arb`;

/** The placeholders of a message, as the default locale's text has them. */
function templateOf(message: ParsedMessage): readonly Placeholder[] {
  const source = sourceTextOf(message);
  const tree = source === undefined || source === message.text ? message.tree : messageTree(source);
  return placeholdersOf(tree, message.failure.params);
}

function metadataOf({ failure, part }: ParsedMessage, placeholders: readonly Placeholder[]): Json {
  const note = part === "developer" ? "For developers." : (failure.messages[part]?.description ?? "");
  return {
    description: note === "" ? messageKey(failure, part) : `${messageKey(failure, part)}: ${note}`,
    ...(placeholders.length === 0
      ? {}
      : { placeholders: Object.fromEntries(placeholders.map((one) => [one.name, placeholderJson(one)])) }),
  };
}

function fileOf(catalog: Catalog, locale: Locale, tag: string, messages: readonly ParsedMessage[]): FormatFile {
  const entries: Record<string, Json> = { "@@locale": tag.replaceAll("-", "_") };
  for (const message of messages) {
    const placeholders = templateOf(message);
    const key = keyOf(message);
    entries[key] = arbText(message.tree, locale.tag, placeholders, isolated(locale.tag, message.part));
    if (tag === catalog.defaultLocale) entries[`@${key}`] = metadataOf(message, placeholders);
  }
  return textFile(fileName(tag), stableJson(entries));
}

/** The language that a locale stands in for, since gen-l10n wants a file of every language that has one of a script or region. */
function languageOf(catalog: Catalog, tag: string): string | undefined {
  const [language = tag] = tag.split("-");
  const tags = catalog.locales.map((locale) => locale.tag).filter((one) => one.split("-")[0] === language);
  if (tags.includes(language)) return undefined;
  const written = localeResolution(catalog).chains.get(language) ?? [];
  const chosen = written.find((one) => tags.includes(one)) ?? tags[0];
  return chosen === tag ? language : undefined;
}

const inDart = (text: string): string => `'${text.replace(/['\\$]/g, "\\$&")}'`;

function argument({ param }: Placeholder): string {
  const type = dartType(param);
  const read = type === "String" ? "_text" : type === "int" ? "_integer" : "_number";
  return `${read}(params, ${inDart(param.name)})`;
}

function dartFile(catalog: Catalog): string {
  const [locale] = catalog.locales;
  const cases: string[] = [];
  const readers = new Set<string>();
  for (const message of locale === undefined ? [] : messageBundle(catalog, locale)) {
    const placeholders = placeholdersOf(messageTree(message.text), message.failure.params);
    const given = placeholders.map(argument);
    for (const one of given) readers.add(one.slice(0, one.indexOf("(")));
    const call = given.length === 0 ? "" : `(${given.join(", ")})`;
    cases.push(`    case ${inDart(messageKey(message.failure, message.part))}:
      return l.${keyOf(message)}${call};
`);
  }
  let file = generatedHeader(catalog)
    .map((line) => `// ${line}\n`)
    .join("");
  file += `
import 'app_localizations.dart';

/// The text of a failure by its code, known at run time only: [part] is title, detail, action or developer. Null for a code
/// or a part that there is not. A param that is missing is shown by its name, or is 0.
String? messageForCode(
  AppLocalizations l,
  String code,
  String part, [
  Map<String, Object?> params = const {},
]) {
  switch ('$code.$part') {
${cases.join("")}    default:
      return null;
  }
}
`;
  if (readers.has("_text")) {
    file += `
String _text(Map<String, Object?> params, String name) => params[name]?.toString() ?? '{$name}';
`;
  }
  if (readers.has("_number") || readers.has("_integer")) {
    file += `
num _number(Map<String, Object?> params, String name) {
  final value = params[name];
  return value is num ? value : num.tryParse('$value') ?? 0;
}
`;
  }
  if (readers.has("_integer")) {
    file += `
int _integer(Map<String, Object?> params, String name) {
  final value = _number(params, name);
  return value.isFinite ? value.toInt() : 0;
}
`;
  }
  return file;
}

function settings(catalog: Catalog): string {
  const header = generatedHeader(catalog).map((line) => `# ${line}\n`);
  return `${header.join("")}arb-dir: lib/l10n
template-arb-file: ${fileName(catalog.defaultLocale)}
output-localization-file: app_localizations.dart
use-escaping: true
`;
}

/** Application Resource Bundles, as Flutter's gen-l10n reads them. */
export const arb: MessageFormat = {
  purpose: "Application Resource Bundles for Flutter's `gen-l10n`, with a lookup by code in Dart.",
  usage: (catalog) => `\`\`\`dart
// The files in lib/l10n, and l10n.yaml beside pubspec.yaml; flutter gen-l10n
import 'l10n/failure_messages.dart';

messageForCode(AppLocalizations.of(context)!, '${catalog.fallback.code}', 'title', params);
\`\`\`

\`l10n.yaml\` says \`use-escaping: true\`, without which every apostrophe would be doubled on the screen: an app that has settings of
its own needs that line. \`keys.json\` says which method a key of the catalog is; its arguments are the placeholders of the
template \`${fileName(catalog.defaultLocale)}\`, in their order. A language that has locales of scripts or regions alone has a file too, with the
texts of one of them, since \`gen-l10n\` asks for it.`,
  lowering: {
    "a param, `{name}`":
      "`{name}`, a placeholder of type `String`, `int` or `num`; a word that Dart keeps for itself becomes `{inValue}`",
    "a number, `{n, number}`":
      "`{n}`, a placeholder with the format `decimalPattern`; one more, `{nNumber}`, where the text has `{n}` as it is too",
    "`integer`, `percent`, `::.00`": "the formats `decimalPatternDigits` and `percentPattern`",
    "`plural`": "ICU",
    "`selectordinal`": "cannot be held (FC5202)",
    "`=0`, `=1`": "`=0`, `=1`, `=2`, where no plural form of the language holds that number and others",
    "`select`": "ICU",
    "several choices": "ICU, one in another",
    "`#`": "`{n}`, formatted: `gen-l10n` does not know it",
    "a param of type date-time": "`{at}` of type `String`, ISO text",
    "special characters": "every apostrophe doubled, braces in apostrophes (`use-escaping: true`)",
    "direction of params": "isolates (U+2068, U+2069) around each in locales from right to left",
    "what it cannot hold":
      "ordinals, other exact numbers, arms that are no names, a param in a style that the text of the default locale does not have (FC5202)",
  },
  path: fileName,
  keyOf,
  locale: (catalog, locale, messages) => {
    const language = languageOf(catalog, locale.tag);
    const files = [fileOf(catalog, locale, locale.tag, messages)];
    return { files: language === undefined ? files : [...files, fileOf(catalog, locale, language, messages)] };
  },
  whole: (catalog) => [textFile("failure_messages.dart", dartFile(catalog)), textFile("l10n.yaml", settings(catalog))],
  losses: () => arbLosses,
};
