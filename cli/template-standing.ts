import type { Configuration } from "../core/configuration.ts";
import type { BuiltInTargetId } from "../core/configuration-shape.ts";
import { type Diagnostic, diagnostic } from "../core/diagnostics/diagnostic.ts";
import { quoted } from "../core/quoted.ts";
import type { SourceFile } from "../core/source-file.ts";
import { builtInDigest, type Standing, standingOf } from "../core/template/ejection.ts";
import type { TemplateFolder } from "../core/template/set-render.ts";
import type { RecordShape } from "../core/template/shape.ts";
import type { Host } from "./host/host.ts";

/** The templates of a target, loaded: what is built in, and what they may read. */
export interface LoadedTemplates {
  readonly folder: TemplateFolder;
  /** Of the target that renders them. */
  readonly title: string;
  /** Whether the project generates what they make. */
  readonly isGenerated: boolean;
  /** By name without folder and ending. */
  readonly sources: Readonly<Record<string, string>>;
  /** Of pages, by name; the other templates are partials. */
  readonly shapes: Readonly<Record<string, RecordShape>>;
}

/** The templates of all targets that have any. */
export async function loadTemplates(settings: Configuration): Promise<readonly LoadedTemplates[]> {
  const { builtInTargets, templateFolders } = await import("../generators/index.ts");
  const entries = Object.entries(templateFolders) as readonly (readonly [BuiltInTargetId, TemplateFolder])[];
  return Promise.all(
    entries.map(async ([id, folder]) => ({
      folder,
      title: builtInTargets[id]().title,
      isGenerated: settings.targets.some((target) => target.kind === "built-in" && target.id === id),
      sources: await folder.sources(),
      shapes: await folder.shapes(),
    })),
  );
}

/** `docs/failure` → `docs/failure.hbs` */
export function fileName(template: string): string {
  return template.endsWith(".hbs") ? template : `${template}.hbs`;
}

/** The names of built-in templates, with folder and without ending, and their texts. */
export function builtInTemplates(sets: readonly LoadedTemplates[]): ReadonlyMap<string, string> {
  return new Map(
    sets.flatMap(({ folder: { folder }, sources }) =>
      Object.entries(sources).map(([name, text]) => [`${folder}/${name}`, text] as const),
    ),
  );
}

/** How the user's own template of a name stands to the built-in one; undefined where there is none of their own. */
export function ownStanding(
  host: Host,
  own: ReadonlyMap<string, SourceFile>,
  template: string,
  builtIn: string,
): (Standing & { readonly file: SourceFile }) | undefined {
  const file = own.get(fileName(template));
  return file && { file, ...standingOf(fileName(template), file.text, builtIn, host.digest) };
}

/** The user's own templates of which the built-in ones have changed since they were ejected from them. */
export async function outdatedTemplates(
  host: Host,
  settings: Configuration,
  own: ReadonlyMap<string, SourceFile>,
): Promise<readonly Diagnostic[]> {
  const sets = (await loadTemplates(settings)).filter(({ isGenerated }) => isGenerated);
  const found: Diagnostic[] = [];
  for (const [template, builtIn] of builtInTemplates(sets)) {
    const standing = ownStanding(host, own, template, builtIn);
    if (standing?.ejection === undefined || standing.isOutdated !== true) continue;
    const { file, ejection, isChanged } = standing;
    const remedy =
      isChanged === true
        ? `See \`failcodes templates diff ${template}\`, take over what should be here, and write "sha256 ${builtInDigest(builtIn, host.digest)}" in this line.`
        : `Nothing was changed here: take the new one with \`failcodes templates eject ${template} --force\`.`;
    const words = { template: quoted(template), version: ejection.version, remedy };
    found.push(
      diagnostic("FC5012", { file, start: 0, end: file.text.slice(0, ejection.length).trimEnd().length }, words),
    );
  }
  return found;
}
