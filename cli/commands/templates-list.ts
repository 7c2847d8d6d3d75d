import { choice, quoted } from "../../core/quoted.ts";
import type { Json } from "../../core/target.ts";
import { conclude, type ExitCode } from "../conclusion.ts";
import { counted } from "../counted.ts";
import type { Host } from "../host/host.ts";
import type { Ink } from "../ink.ts";
import type { GlobalOptions } from "../pipeline.ts";
import { openTemplates } from "../project-templates.ts";
import { type ListedSet, type ListedTemplate, listedTemplates } from "../template-list.ts";
import { wrap } from "../wrap.ts";

/** Options of `templates list`. */
export interface TemplatesListOptions extends GlobalOptions {
  /** The target whose templates are wanted; all of them where it is undefined. */
  readonly target?: string;
}

/** Names every template, what it makes, and whether the project has its own in its place. */
export async function templatesList(host: Host, options: TemplatesListOptions): Promise<ExitCode> {
  const command = "templates list";
  const opened = await openTemplates(host, command, options);
  if ("closed" in opened) return conclude(host, options, opened.closed);
  const { root, settings, diagnostics } = opened.project;
  const { target } = options;
  const wanted = opened.project.sets.filter(({ folder }) => target === undefined || folder.folder === target);
  if (target !== undefined && wanted.length === 0) {
    const folders = opened.project.sets.map(({ folder }) => folder.folder);
    const problem = { message: `No target ${quoted(target)} has templates.`, hint: `Use ${choice(folders)}.` };
    return conclude(host, options, { command, root, problem });
  }
  const sets = await listedTemplates(host, { ...opened.project, sets: wanted });
  return conclude(host, options, {
    command,
    root,
    diagnostics,
    document: { templateFolder: settings.templates, templates: sets.flatMap(listDocument) },
    text: (ink, width) =>
      sets.map((set) => setText(set, ink, width)).join("\n") + closing(sets, settings.templates, ink),
  });
}

function setText({ set, templates }: ListedSet, ink: Ink, width: number): string {
  const { folder, modelVersion } = set.folder;
  const off = set.isGenerated ? "" : ink.yellow(` The target ${folder} is off: nothing is made of them.`);
  const longest = Math.max(...templates.map(({ name }) => name.length));
  const rows = templates.map((template) => {
    const { name, own } = template;
    const label = (own === undefined ? ink.dim : ink.bold)(name.padEnd(longest));
    return `  ${label}  ${wrap(rowText(template, ink), width, longest + 4)}\n`;
  });
  return `${ink.bold(`${set.title}: templates/${folder}`)}, model ${modelVersion}.${off}\n${rows.join("")}`;
}

function rowText({ makes, calledBy, own }: ListedTemplate, ink: Ink): string {
  const use = makes ?? (calledBy.length === 0 ? "Called by nothing." : `In ${shortList(calledBy)}.`);
  if (own === undefined) return use;
  const { path, ejectedFrom, isSame, isOutdated } = own;
  const details = [
    ...(ejectedFrom === undefined ? [] : [`from ${ejectedFrom}`]),
    ...(isSame === true ? ["unchanged"] : ejectedFrom === undefined ? [] : ["changed"]),
  ].join(", ");
  const yours = `Yours: ${path}${details === "" ? "" : ` (${details})`}.`;
  const text = `${use.replace(/\.?$/, ".")} ${ink.green(yours)}`;
  return isOutdated === true ? `${text} ${ink.yellow("The built-in one changed since.")}` : text;
}

function shortList(names: readonly string[]): string {
  const most = 3;
  const shown = names.slice(0, names.length > most + 1 ? most : most + 1);
  const more = names.length - shown.length;
  return more === 0 ? shown.join(", ") : `${shown.join(", ")} and ${more} more`;
}

function closing(sets: readonly ListedSet[], folder: string, ink: Ink): string {
  const all = sets.flatMap(({ templates }) => templates);
  const own = all.filter((template) => template.own !== undefined);
  const outdated = own.filter((template) => template.own?.isOutdated === true).map(({ name }) => name);
  const count =
    own.length === 0
      ? `None of the ${all.length} templates is your own.`
      : `${counted(own.length, "template")} of ${all.length} ${own.length === 1 ? "is" : "are"} your own, in ${folder}/.`;
  const lines = [
    count,
    `${ink.cyan("failcodes templates eject NAME")} gives you one to change; ${ink.cyan("failcodes model")} shows what each can read.`,
    ...(outdated.length === 0
      ? []
      : [`${ink.cyan(`failcodes templates diff ${outdated.join(" ")}`)} shows what differs.`]),
  ];
  return `\n${lines.join("\n")}\n`;
}

function listDocument({ set, templates }: ListedSet): readonly Json[] {
  return templates.map(({ name, makes, calledBy, isBuiltIn, own }) => ({
    name,
    target: set.folder.folder,
    modelVersion: set.folder.modelVersion,
    generated: set.isGenerated,
    kind: makes === undefined ? "partial" : "page",
    ...(makes === undefined ? {} : { makes }),
    calledBy,
    builtIn: isBuiltIn,
    own:
      own === undefined
        ? null
        : {
            path: own.path,
            ejectedFrom: own.ejectedFrom ?? null,
            sameAsBuiltIn: own.isSame ?? null,
            changedSinceEjected: own.isChanged ?? null,
            builtInChangedSince: own.isOutdated ?? null,
          },
  }));
}
