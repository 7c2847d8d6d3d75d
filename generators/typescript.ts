import type { Catalog } from "../core/catalog.ts";
import { catalogText } from "../core/catalog-document.ts";
import { failureSchemaTexts } from "../core/failed-message-schema.ts";
import { icuJson, parserFor } from "../core/icu-json.ts";
import { bundleRenderer } from "../core/message-bundle.ts";
import { hasFunctions, localeModules, runtimeModules } from "../core/message-runtime/message-modules.ts";
import { success } from "../core/outcome.ts";
import { stableJson } from "../core/stable-json.ts";
import type { MessageParser } from "../core/tag-free-text.ts";
import type { Artifact, OwnKit, Target } from "../core/target.ts";
import {
  codesDeclarations,
  codesModule,
  failedMessageModule,
  failureCodeModule,
  failuresModule,
  indexModule,
  sourceModule,
} from "./typescript/modules.ts";
import { npmLimits } from "./typescript/npm-limits.ts";
import { packageJson, sourcePath } from "./typescript/package-json.ts";
import { readme } from "./typescript/readme.ts";
import { sourceArtifacts } from "./typescript/sources/source-artifacts.ts";
import type { Style } from "./typescript/style.ts";
import { failureCodes } from "./typescript/vocabulary.ts";

/** Options of the target typescript. */
export interface TypescriptOptions {
  /**
   * `enum` (the default) declares `enum FailureCode`; `const` an object `as const` and a union of the same name, to
   * which literals can be assigned, and adds the package as one file of TypeScript source.
   */
  readonly style?: Style;
  /** Whether the messages are there as functions too, besides compact JSON; without it they are for up to 500 failures. */
  readonly messageFunctions?: boolean;
}

function* artifacts(
  catalog: Catalog,
  kit: OwnKit,
  style: Style,
  areFunctions: boolean,
  parser: MessageParser | undefined,
): Generator<Artifact> {
  yield { path: "package.json", content: stableJson(packageJson(catalog, style, areFunctions)) };
  yield { path: "README.md", content: readme(catalog, style, areFunctions) };
  yield { path: "catalog.json", content: catalogText(catalog, kit.memory) };
  yield { path: "index.js", content: indexModule(catalog, "js") };
  yield { path: "index.d.ts", content: indexModule(catalog, "dts") };
  yield { path: "failed-message.d.ts", content: failedMessageModule(catalog) };
  const codes = failureCodes(catalog);
  yield { path: "failure-code.js", content: failureCodeModule(catalog, codes, "js", style) };
  yield { path: "failure-code.d.ts", content: failureCodeModule(catalog, codes, "dts", style) };
  yield { path: "codes.js", content: codesModule(catalog, codes) };
  yield { path: "codes.d.ts", content: codesDeclarations(catalog, style) };
  yield { path: "failures.js", content: failuresModule(catalog, "js", style) };
  yield { path: "failures.d.ts", content: failuresModule(catalog, "dts", style) };
  yield* sourceArtifacts(catalog);
  if (style === "const") yield { path: sourcePath, content: sourceModule(catalog, codes) };
  for (const [fileName, content] of failureSchemaTexts(catalog, kit)) {
    yield { path: `schema/${fileName}`, content };
  }
  yield* runtimeModules(catalog, areFunctions);
  const rendered = bundleRenderer(catalog, kit.memory);
  for (const locale of catalog.locales) {
    // As the target messages writes it.
    const { content } = rendered(locale, "icu-json", parser, (bundle) => icuJson(bundle, parser));
    yield { path: `messages/${locale.tag}.json`, content };
    yield* localeModules(catalog, locale, areFunctions, "messages/compact", rendered);
  }
}

/** The npm package: codes, the facts of every failure, functions that look them up, and the data of other targets. */
export function typescript(options: TypescriptOptions = {}): Target {
  const { style = "enum", messageFunctions } = options;
  return {
    id: "typescript",
    title: "TypeScript",
    options: { style, ...(messageFunctions === undefined ? {} : { messageFunctions }) },
    templates: [],
    check: npmLimits,
    generate: async (catalog, kit: OwnKit) => {
      const areFunctions = hasFunctions(catalog, messageFunctions);
      return success(artifacts(catalog, kit, style, areFunctions, await parserFor(catalog)));
    },
  };
}
