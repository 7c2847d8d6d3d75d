import type { Catalog } from "../../core/catalog.ts";
import { type Content, textOf } from "../../core/content.ts";
import { surfaceOf } from "../../core/evolution/surface.ts";
import type { Surface } from "../../core/ledger/release-document.ts";
import { hasFunctions, runtimeModules } from "../../core/message-runtime/message-modules.ts";
import { stableJson } from "../../core/stable-json.ts";
import { codesDeclarations, failedMessageModule, failureCodeModule, failuresModule, indexModule } from "./modules.ts";
import { packageJson } from "./package-json.ts";
import { sourceDeclarations } from "./sources/source-artifacts.ts";
import type { Style } from "./style.ts";
import { failureCodes } from "./vocabulary.ts";

/** What programs would see of the package of a catalog, in this version of the generator; nothing is made but declarations. */
export function packageSurface(catalog: Catalog, style: Style, messageFunctions?: boolean): Surface | undefined {
  const areFunctions = hasFunctions(catalog, messageFunctions);
  const runtime = new Map<string, Content>();
  for (const { path, content } of runtimeModules(catalog, areFunctions)) runtime.set(path, content);
  const made: Readonly<Record<string, () => Content>> = {
    "package.json": () => stableJson(packageJson(catalog, style, areFunctions)),
    "index.d.ts": () => indexModule(catalog, "dts"),
    "failed-message.d.ts": () => failedMessageModule(catalog),
    "failure-code.d.ts": () => failureCodeModule(catalog, failureCodes(catalog), "dts", style),
    "codes.d.ts": () => codesDeclarations(catalog, style),
    "failures.d.ts": () => failuresModule(catalog, "dts", style),
    ...sourceDeclarations(catalog),
  };
  return surfaceOf((path) => {
    const make = Object.hasOwn(made, path) ? made[path] : undefined;
    const content = make === undefined ? runtime.get(path) : make();
    return content === undefined ? undefined : textOf(content);
  });
}
