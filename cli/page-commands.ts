import { type Command, Option } from "commander";
import { pageMakes } from "../core/reconcile/published-page.ts";
import type { InjectOptions } from "./commands/inject.ts";
import type { ReconcileOptions } from "./commands/reconcile.ts";

/** A command about pages that people wrote or published, with its options. */
export type PageRequest =
  | { readonly command: "inject"; readonly options: InjectOptions }
  | { readonly command: "reconcile"; readonly options: ReconcileOptions };

type AddCommand = (name: string, summary: string, description: string, group: Command) => Command;

/** Adds the commands about pages. */
export function addPageCommands(add: AddCommand, program: Command, choose: (request: PageRequest) => void): void {
  add(
    "inject",
    "write tables, lists and counts into pages that people wrote",
    "Writes what stands between markers such as <!-- failcodes:table category=platform --> and <!-- failcodes:end -->, and nothing else of a page. Without pages, those that the configuration names, which generate and check look after too. What a person wrote into a block is kept and named.",
    program,
  )
    .argument("[pages...]", "Markdown or MDX files of the project")
    .option("--check", "say which blocks differ, and why; write nothing")
    .option("--diff", "with --check: show the differing lines too")
    .option("--force", "overwrite also what a person wrote into a block")
    .action((pages: readonly string[], _options, command: Command) =>
      choose({ command: "inject", options: { ...command.optsWithGlobals(), pages } }),
    );
  add(
    "reconcile",
    "what a published page says otherwise than the catalog",
    "Compares the catalog with a reference page that was published elsewhere (Markdown, HTML, or text copied from a browser), and reports codes that one side lacks, other numbers, other spellings, moved categories, and texts that say something else. Texts alone are warnings, since they may say the same in other words.",
    program,
  )
    .requiredOption("--page <file>", "the page")
    .addOption(
      new Option("--from <make>", "what it is written in (default: by its name and its beginning)").choices(pageMakes),
    )
    .option("--strict", "take warnings for errors, texts included")
    .action((_options, command: Command) => choose({ command: "reconcile", options: command.optsWithGlobals() }));
}
