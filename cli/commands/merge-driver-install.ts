import { quoted } from "../../core/quoted.ts";
import { addLines } from "../added-lines.ts";
import { conclude, type ExitCode } from "../conclusion.ts";
import { gitObjects } from "../host/git-objects.ts";
import type { Host } from "../host/host.ts";
import { type GlobalOptions, readConfiguration } from "../pipeline.ts";
import type { Problem } from "../problem.ts";

const command = "merge-driver";

const settings = [
  ["merge.failcodes.name", "failure codes, entry by entry"],
  ["merge.failcodes.driver", "npx failcodes merge-driver %O %A %B %P"],
] as const;

/** Tells git to merge the project's catalog with failcodes: in `.gitattributes`, and in the configuration of this clone. */
export async function installMergeDriver(host: Host, options: GlobalOptions): Promise<ExitCode> {
  const configured = readConfiguration(host, options);
  if (configured.kind === "stopped") return conclude(host, options, { command, problem: configured.problem });
  const { root, outcome } = configured;
  if (!outcome.ok) return conclude(host, options, { command, root, diagnostics: outcome.diagnostics, hindered: true });
  const objects = gitObjects(host.programs, root);
  if (objects.ask("rev-parse", "--show-toplevel") === undefined) {
    return conclude(host, options, { command, problem: noRepository });
  }
  const set: string[] = [];
  for (const [name, value] of settings) {
    const before = objects.ask("config", "--get", name);
    if (before === value) continue;
    if (before !== undefined) return conclude(host, options, { command, problem: otherDriver(name, before) });
    objects.ask("config", "--local", name, value);
    set.push(name);
  }
  const { spec } = outcome.value;
  const pattern = /\s/.test(spec) ? JSON.stringify(spec) : spec;
  const attributes = addLines(host, root, { path: ".gitattributes", lines: [`${pattern} merge=failcodes`] });
  return conclude(host, options, {
    command,
    root,
    document: { installed: { config: set, attributes: attributes.deed } },
    text: (ink) => {
      const lines = [
        set.length === 0 ? `${ink.dim("kept")}  the settings of git` : `${ink.green("set")}   ${set.join(", ")}`,
        attributes.deed === "kept"
          ? `${ink.dim("kept")}  ${attributes.path}`
          : `${ink.green("added")} a line to ${attributes.path}: commit it`,
        "",
        "Settings of git are not shared: everybody who merges runs this once. A merge on a server runs no driver;",
        "`failcodes validate` finds there what it would have mended.",
      ];
      return `${lines.join("\n")}\n`;
    },
  });
}

const noRepository: Problem = {
  message: "There is no git repository here.",
  hint: "Run `git init` first, or start in the folder of a repository.",
};

function otherDriver(name: string, value: string): Problem {
  return {
    message: `Git has another ${quoted(name)} already: ${quoted(value)}.`,
    hint: `Run \`git config --unset ${name}\` if it is not needed.`,
  };
}
