import { type Command, InvalidArgumentError, Option } from "commander";
import type { AllocateOptions } from "./commands/allocate.ts";
import type { MergeDriverOptions } from "./commands/merge-driver.ts";
import type { GlobalOptions } from "./pipeline.ts";

/** A command about codes of new failures, with its options. */
export type CodeRequest =
  | { readonly command: "allocate"; readonly options: AllocateOptions }
  | { readonly command: "merge-driver"; readonly options: MergeDriverOptions }
  | { readonly command: "merge-driver --install"; readonly options: GlobalOptions };

type AddCommand = (name: string, summary: string, description: string, group: Command) => Command;

/** Adds the commands about codes of new failures. */
export function addCodeCommands(add: AddCommand, program: Command, choose: (request: CodeRequest) => void): void {
  add(
    "allocate",
    "propose the next free code of a category",
    "Names the next code of a category that nobody has: no failure of the catalog, none of a release, none on another branch or in another work tree, and no reservation. It comes behind the highest that is in use. Writes nothing.",
    program,
  )
    .requiredOption("--category <id>", "the category that the new failure belongs to")
    .addOption(new Option("--count <number>", "how many codes (default: 1)").argParser(countOf))
    .option("--reuse-holes", "give free codes between others too, the lowest first")
    .action((_options, command: Command) => choose({ command: "allocate", options: command.optsWithGlobals() }));
  add(
    "merge-driver",
    "merge two catalogs for git, failure by failure",
    "Git runs it, with the three versions of a catalog (%O %A %B) and its path (%P), and finds the result in the second. Of two failures that were added with one code, that of the other side gets the next free one, unless it was released. What both sides changed is left between conflict markers.",
    program,
  )
    .argument(
      "[files...]",
      "files with the version that both come from, with ours, which gets the result, and with theirs; then the path",
    )
    .addOption(new Option("--marker-size <number>", "length of conflict markers (%L)").argParser(countOf))
    .option("--install", "tell git to merge the catalog of this project so")
    .action((files: readonly string[], options: { readonly install?: boolean }, command: Command) => {
      const all: GlobalOptions = command.optsWithGlobals();
      if (options.install === true) return choose({ command: "merge-driver --install", options: all });
      const [base, ours, theirs, path, ...more] = files;
      if (base === undefined || ours === undefined || theirs === undefined || path === undefined || more.length > 0) {
        const code = "commander.missingArgument";
        return command.error("error: missing required argument 'base> <ours> <theirs> <path'", { code });
      }
      return choose({ command: "merge-driver", options: { ...all, files: { base, ours, theirs }, path } });
    });
}

function countOf(value: string): number {
  if (!/^[1-9][0-9]{0,2}$/.test(value)) throw new InvalidArgumentError("Write a number from 1 to 999.");
  return Number(value);
}
