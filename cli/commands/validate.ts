import type { Catalog } from "../../core/catalog.ts";
import { type Conclusion, conclude, type ExitCode, mistakesOf } from "../conclusion.ts";
import { counted } from "../counted.ts";
import type { Host } from "../host/host.ts";
import { type GlobalOptions, type Loading, loadProject } from "../pipeline.ts";

/** Reports every mistake of the project. */
export async function validate(host: Host, options: GlobalOptions): Promise<ExitCode> {
  return conclude(host, options, conclusionOf(await loadProject(host, { ...options, targets: true })));
}

function conclusionOf(loading: Loading): Conclusion {
  const command = "validate";
  if (loading.kind !== "loaded") return mistakesOf(command, loading);
  const { diagnostics, root } = loading;
  const { catalog } = loading.project;
  return {
    command,
    diagnostics,
    root,
    text: (ink) => `${ink.green("Clean:")} ${catalog.file.path} holds ${extent(catalog)}.\n`,
    document: {
      catalog: {
        name: catalog.name,
        version: catalog.version,
        failures: catalog.failures.length,
        categories: catalog.categories.length,
        locales: catalog.locales.map(({ tag }) => tag),
      },
    },
  };
}

/** `27 failures in 3 categories, with messages in 3 locales (en, ar, ja)`. */
function extent({ failures, categories, locales }: Catalog): string {
  const tags = locales.map(({ tag }) => tag);
  const shown = tags.length > 12 ? `${tags.slice(0, 12).join(", ")}, …` : tags.join(", ");
  return (
    `${counted(failures.length, "failure")} in ${counted(categories.length, "category", "categories")}, ` +
    `with messages in ${counted(tags.length, "locale")} (${shown})`
  );
}
