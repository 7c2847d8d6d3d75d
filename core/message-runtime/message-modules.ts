import type { Catalog, Locale } from "../catalog.ts";
import { type Content, type Pieces, pieces } from "../content.ts";
import type { BundleRenderer } from "../message-bundle.ts";
import { moduleHeader } from "../module-header.ts";
import type { Artifact } from "../target.ts";
import { compactJson } from "./compact-json.ts";
import { functionDeclarations, jsonDeclarations, localeDeclarations, messageTypes } from "./declarations.ts";
import { functionModule } from "./function-module.ts";
import { formatModule, localesModule } from "./locale-modules.ts";
import { functionRuntime, jsonRuntime } from "./runtime-modules.ts";

/** The most failures whose messages are functions unless somebody says so: a module is slower to load than JSON. */
const mostFunctions = 500;

/** Whether messages are there as functions too. */
export function hasFunctions(catalog: Catalog, messageFunctions?: boolean): boolean {
  return messageFunctions ?? catalog.failures.length <= mostFunctions;
}

/** The runtime of messages: as functions if they are meant, and over compact JSON. */
export function* runtimeModules(catalog: Catalog, areFunctions: boolean): Generator<Artifact> {
  const file = (path: string, body: string | Pieces): Artifact => ({ path, content: moduleOf(catalog, path, body) });
  yield file("message-types.d.ts", messageTypes(catalog));
  yield file("message-locales.js", localesModule(catalog));
  yield file("message-json.js", jsonRuntime);
  yield file("message-json.d.ts", jsonDeclarations);
  if (!areFunctions) return;
  yield file("message.js", functionRuntime(catalog.defaultLocale));
  yield file("message.d.ts", functionDeclarations(catalog));
  yield file("message-format.js", formatModule);
}

/** The texts of a locale as the runtime takes them: compact JSON in the folder `compact`, and functions if they are meant. */
export function* localeModules(
  catalog: Catalog,
  locale: Locale,
  areFunctions: boolean,
  compact: string,
  rendered: BundleRenderer,
): Generator<Artifact> {
  const { tag } = locale;
  const json = rendered(locale, "compact-json", undefined, (bundle) => compactJson(tag, bundle));
  yield { path: `${compact}/${tag}.json`, content: json.content };
  if (!areFunctions) return;
  const header = headed(catalog, false);
  const functions = rendered(
    locale,
    "message-functions",
    header,
    (bundle) => `${header}${functionModule(tag, bundle)}\n`,
  );
  yield { path: `message/${tag}.js`, content: functions.content };
  yield { path: `message/${tag}.d.ts`, content: moduleOf(catalog, `${tag}.d.ts`, localeDeclarations) };
}

function headed(catalog: Catalog, isDeclaration: boolean): string {
  return `${moduleHeader(catalog, isDeclaration).join("\n")}\n\n`;
}

function moduleOf(catalog: Catalog, path: string, body: string | Pieces): Content {
  const header = headed(catalog, path.endsWith(".d.ts"));
  if (typeof body === "string") return `${header}${body}\n`;
  return pieces(function* () {
    yield header;
    yield* body;
    yield "\n";
  });
}
