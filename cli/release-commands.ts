import { type Command, Option } from "commander";
import { profiles } from "../core/profile.ts";
import type { DiffOptions } from "./commands/diff.ts";
import type { OutdatedOptions } from "./commands/outdated.ts";
import type { ReleaseOptions } from "./commands/release.ts";
import type { VerifyOptions } from "./commands/verify.ts";

/** A command about releases and what changed between them, with its options. */
export type ReleaseRequest =
  | { readonly command: "diff"; readonly options: DiffOptions }
  | { readonly command: "release"; readonly options: ReleaseOptions }
  | { readonly command: "verify"; readonly options: VerifyOptions }
  | { readonly command: "outdated"; readonly options: OutdatedOptions };

type AddCommand = (name: string, summary: string, description: string, group: Command) => Command;

/** Adds the commands about releases. */
export function addReleaseCommands(add: AddCommand, program: Command, choose: (request: ReleaseRequest) => void): void {
  add(
    "diff",
    "what changed in the catalog, who breaks, and which version says so",
    "Compares two catalogs, as they are resolved: failures, aliases, categories, reserved codes, params, messages, locales, sources. Each change has a rule, a level, a severity and both places. Without words, the last release is compared with the project as it is now.",
    program,
  )
    .argument(
      "[base]",
      "@released (the default); a file or folder; a branch, tag or commit; or main:path/to/catalog.json",
    )
    .argument("[head]", "the same; without it, the project as it is now")
    .addOption(
      new Option("--profile <profile>", "in release, a version that says too little is refused too").choices(profiles),
    )
    .action((base: string | undefined, head: string | undefined, _options, command: Command) =>
      choose({ command: "diff", options: { ...command.optsWithGlobals(), base, head } }),
    );
  add(
    "release",
    "write the catalog as it is into the ledger of releases",
    "Adds a line to the ledger beside the catalog, keeps the whole catalog in releases/, writes a section of CHANGELOG.md and, where an update asks something of anybody, one of MIGRATION.md, and generates everything again. Refused unless `validate --profile release`, `check` and the version are in order, and no change is refused.",
    program,
  )
    .option("--dry-run", "say what would be written; write nothing")
    .action((_options, command: Command) => choose({ command: "release", options: command.optsWithGlobals() }));
  add(
    "verify",
    "whether artifacts that were copied are as they were generated",
    "For a repository that keeps a copy of generated files: says, from the manifests among them alone, whether they are whole and unmodified, and from which release they are. Needs no catalog and no network.",
    program,
  )
    .argument("<folder>", "the folder that was copied; folders in it are looked through")
    .action((folder: string, _options, command: Command) =>
      choose({ command: "verify", options: { ...command.optsWithGlobals(), folder } }),
    );
  add(
    "outdated",
    "what an update of the npm package would change, and whether it breaks anything",
    "For whoever uses the artifacts: compares the catalog that the package in use carries with that of a newer one, in all languages. Where folders hold the artifacts of the targets typescript and sources, what errors of platforms mean is compared too; and where the catalog is the same, the exports. What is not compared, the report says. Needs no network.",
    program,
  )
    .argument(
      "<folder>",
      "the package in use: node_modules/message-failure-codes, for example; or a copy of generated/",
    )
    .argument("<newer>", "a newer one, unpacked")
    .action((folder: string, newer: string, _options, command: Command) =>
      choose({ command: "outdated", options: { ...command.optsWithGlobals(), folder, newer } }),
    );
}
