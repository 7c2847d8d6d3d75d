import { colouredDiff } from "../../core/report/drift-text.ts";
import { type Conclusion, conclude, type ExitCode } from "../conclusion.ts";
import { counted } from "../counted.ts";
import type { Host } from "../host/host.ts";
import { namedDiff } from "../host/text-diff.ts";
import type { Ink } from "../ink.ts";
import type { GlobalOptions } from "../pipeline.ts";
import { openTemplates, type TemplateProject } from "../project-templates.ts";
import { namedTemplates } from "../template-names.ts";
import { builtInTemplates, fileName, ownStanding } from "../template-standing.ts";

/** Options of `templates diff`. */
export interface TemplatesDiffOptions extends GlobalOptions {
  /** Names of templates; `*` stands for anything. All that have one of the project's own in their place where it is empty. */
  readonly names: readonly string[];
}

/** Shows what the project's own templates say otherwise than the built-in ones. */
export async function templatesDiff(host: Host, options: TemplatesDiffOptions): Promise<ExitCode> {
  const command = "templates diff";
  const opened = await openTemplates(host, command, options);
  if ("closed" in opened) return conclude(host, options, opened.closed);
  return conclude(host, options, await compared(host, command, opened.project, options));
}

async function compared(
  host: Host,
  command: string,
  project: TemplateProject,
  { names }: TemplatesDiffOptions,
): Promise<Conclusion> {
  const { root, sets, own, diagnostics } = project;
  const builtIn = builtInTemplates(sets);
  const named = namedTemplates(names, [...builtIn.keys()]);
  if ("problem" in named) return { command, root, problem: named.problem };
  const wanted = names.length > 0 ? named.names : [...builtIn.keys()].filter((name) => own.has(fileName(name)));
  const differences: Difference[] = [];
  for (const name of wanted) differences.push(await differenceOf(host, project, name, builtIn.get(name) ?? ""));
  return {
    command,
    root,
    diagnostics,
    document: {
      differences: differences.map(({ name, path, diff, outdated }) => ({
        name,
        own: path ?? null,
        builtInChangedSince: outdated ?? null,
        diff,
      })),
    },
    text: (ink) => {
      if (wanted.length === 0) return "No template is your own: `failcodes templates eject NAME` gives you one.\n";
      // Who names none wants to see what differs.
      const shown = names.length > 0 ? differences : differences.filter(({ diff }) => diff !== "");
      const same = differences.length - shown.length;
      const rest = same === 0 ? [] : [`${counted(same, "template")} of your own: the same as the built-in one.\n`];
      return [...shown.map((difference) => differenceText(difference, ink)), ...rest].join("\n");
    },
  };
}

interface Difference {
  readonly name: string;
  /** Of the user's own; undefined where there is none. */
  readonly path: string | undefined;
  /** From the built-in template to the user's own; "" where they say the same. */
  readonly diff: string;
  /** The version that it was ejected from, where the built-in one changed since. */
  readonly outdated: string | undefined;
}

async function differenceOf(host: Host, { own }: TemplateProject, name: string, builtIn: string): Promise<Difference> {
  const standing = ownStanding(host, own, name, builtIn);
  if (standing === undefined) return { name, path: undefined, diff: "", outdated: undefined };
  const { file, text, isSame, isOutdated, ejection } = standing;
  const before = [`failcodes/templates/${fileName(name)}`, builtIn] as const;
  const diff = isSame ? "" : await namedDiff(host.programs, before, [file.path, text]);
  return { name, path: file.path, diff, outdated: isOutdated === true ? ejection?.version : undefined };
}

function differenceText({ name, path, diff, outdated }: Difference, ink: Ink): string {
  if (path === undefined) return `${name}: the built-in one; \`failcodes templates eject ${name}\` makes it yours.\n`;
  if (diff === "") return `${name}: ${path} is the same as the built-in one.\n`;
  const since =
    outdated === undefined
      ? ""
      : `${ink.yellow(`${name}: the built-in one changed since this was ejected from it, in failcodes ${outdated}.`)}\n`;
  return since + colouredDiff(diff, ink);
}
