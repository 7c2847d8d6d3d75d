import { folderOf, joined } from "../../core/output-path.ts";
import { ejectedText } from "../../core/template/ejection.ts";
import { version } from "../build-constants.ts";
import { type Conclusion, conclude, type ExitCode } from "../conclusion.ts";
import type { Host } from "../host/host.ts";
import { absolutePath } from "../host/project-files.ts";
import { replaceFile } from "../host/replace-file.ts";
import type { GlobalOptions } from "../pipeline.ts";
import { openTemplates, type TemplateProject } from "../project-templates.ts";
import { namedTemplates, templatesIn } from "../template-names.ts";
import { builtInTemplates, fileName, ownStanding } from "../template-standing.ts";

/** Options of `templates eject`. */
export interface EjectOptions extends GlobalOptions {
  /** Names of templates; `*` stands for anything. */
  readonly names: readonly string[];
  /** A target all of whose templates are wanted. */
  readonly all?: string;
  readonly force?: boolean;
}

/** Writes built-in templates into the project's own folder, to be changed there. What is there is kept, unless it is forced. */
export async function templatesEject(host: Host, options: EjectOptions): Promise<ExitCode> {
  const command = "templates eject";
  const opened = await openTemplates(host, command, options);
  return conclude(host, options, "closed" in opened ? opened.closed : ejected(host, command, opened.project, options));
}

type Deed = "written" | "overwritten" | "kept" | "unchanged";

function ejected(host: Host, command: string, project: TemplateProject, options: EjectOptions): Conclusion {
  const { root, settings, sets, own, diagnostics } = project;
  const builtIn = builtInTemplates(sets);
  const known = [...builtIn.keys()];
  const named = namedTemplates(options.names, known);
  if ("problem" in named) return { command, root, problem: named.problem };
  const whole = options.all === undefined ? { names: [] } : templatesIn(options.all, known);
  if ("problem" in whole) return { command, root, problem: whole.problem };
  const names = [...new Set([...named.names, ...whole.names])];
  if (names.length === 0) {
    const hint = "Name one, for example docs/failure, or all of a target: --all docs.";
    return { command, root, problem: { message: "No template is named.", hint } };
  }
  const done = names.map((name) => {
    const text = builtIn.get(name) ?? "";
    const path = joined(settings.templates, fileName(name));
    const file = absolutePath(root, path);
    const standing = ownStanding(host, own, name, text);
    let deed: Deed = host.files.kind(file) === undefined ? "written" : "overwritten";
    if (standing?.isSame === true && standing.ejection !== undefined && !standing.isOutdated) deed = "unchanged";
    else if (deed === "overwritten" && options.force !== true) deed = "kept";
    if (deed === "written" || deed === "overwritten") {
      host.files.createFolder(absolutePath(root, folderOf(path)));
      replaceFile(host, host.files.realPath(file) ?? file, ejectedText(fileName(name), text, version, host.digest));
    }
    return { name, path, deed };
  });
  const of = (deed: Deed): readonly string[] => done.filter((one) => one.deed === deed).map(({ path }) => path);
  const off = sets.filter(({ folder, isGenerated }) => {
    return !isGenerated && names.some((name) => name.startsWith(`${folder.folder}/`));
  });
  const first = done.find(({ deed }) => deed === "written" || deed === "overwritten");
  return {
    command,
    root,
    diagnostics,
    found: of("kept").length > 0,
    document: {
      written: of("written"),
      overwritten: of("overwritten"),
      kept: of("kept"),
      unchanged: of("unchanged"),
    },
    text: (ink) => {
      const lines = [
        ...of("written").map((path) => `${ink.green("wrote")}  ${path}`),
        ...of("overwritten").map((path) => `${ink.green("wrote")}  ${path}, over what was there`),
        ...of("unchanged").map((path) => `${ink.dim("same")}   ${path}: it is the built-in one already`),
        ...of("kept").map((path) => `${ink.yellow("kept")}   ${path}: it is there already; --force writes over it`),
        ...off.map(({ folder }) => `The target ${folder.folder} is off: put it under "targets" in the configuration.`),
      ];
      if (first !== undefined) lines.push("", ink.bold("Next"), ...nextSteps(project, first.name));
      return `${lines.join("\n")}\n`;
    },
  };
}

function nextSteps({ sets }: TemplateProject, name: string): readonly string[] {
  const set = sets.find(({ folder }) => name.startsWith(`${folder.folder}/`));
  const target = set?.folder.folder ?? "";
  const isPage = Object.hasOwn(set?.shapes ?? {}, name.slice(target.length + 1));
  const steps = [
    [isPage ? `failcodes model ${name}` : "failcodes model", "what a page gives its template"],
    ["failcodes generate --watch", "write the pages anew at every change"],
    ["failcodes validate", "mistakes in templates, with their places"],
    [`failcodes templates diff ${name}`, "what yours says otherwise than the built-in one"],
  ] as const;
  const longest = Math.max(...steps.map(([command]) => command.length));
  return [
    ...steps.map(([command, purpose]) => `  ${command.padEnd(longest)}  ${purpose}`),
    "Remove a file to have the built-in template back.",
  ];
}
