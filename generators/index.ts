import type { BuiltInTargetId } from "../core/configuration-shape.ts";
import type { SourceFile } from "../core/source-file.ts";
import type { Json, Target } from "../core/target.ts";
import type { TemplateFolder } from "../core/template/set-render.ts";
import { configuredDocs, docs, docsTemplates } from "./docs.ts";
import { jsonSchema } from "./json-schema.ts";
import { messages } from "./messages.ts";
import { configuredSite, site, siteTemplates } from "./site.ts";
import { sources } from "./sources.ts";
import { typescript } from "./typescript.ts";

/** The built-in targets: id → factory. */
export const builtInTargets = {
  typescript,
  "json-schema": jsonSchema,
  docs,
  messages,
  sources,
  site,
} as const satisfies Readonly<Record<BuiltInTargetId, (options?: never) => Target>>;

/** What built-in targets render, by their ids: the folders of templates that a user may replace. */
export const templateFolders: Readonly<Partial<Record<BuiltInTargetId, TemplateFolder>>> = {
  docs: docsTemplates,
  site: siteTemplates,
};

/** A built-in target with the options of a configuration, which were checked against its schema; `file` is where they are written. */
export function builtInTarget(
  id: BuiltInTargetId,
  options: { readonly [key: string]: Json },
  file?: SourceFile | undefined,
): Target {
  if (id === "docs") return configuredDocs(options, file);
  if (id === "site") return configuredSite(options, file);
  const make: (options: never) => Target = builtInTargets[id];
  return make(options as never);
}
