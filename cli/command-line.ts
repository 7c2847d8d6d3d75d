import { type Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { exchangeFormats } from "../core/exchange/exchange-unit.ts";
import { profiles } from "../core/profile.ts";
import { choice, quoted } from "../core/quoted.ts";
import { pageMakes } from "../core/reconcile/published-page.ts";
import { type ReportFormat, reportFormats } from "../core/report/report-format.ts";
import { type UnitKind, unitKinds } from "../core/translation-units.ts";
import { version } from "./build-constants.ts";
import { addCodeCommands, type CodeRequest } from "./code-commands.ts";
import type { ExportOptions } from "./commands/messages-export.ts";
import type { ImportOptions } from "./commands/messages-import.ts";
import type { StampOptions } from "./commands/messages-stamp.ts";
import type { ValidateOptions } from "./commands/validate.ts";
import { addPageCommands, type PageRequest } from "./page-commands.ts";
import type { GlobalOptions, ReportFile } from "./pipeline.ts";
import type { Problem } from "./problem.ts";
import { addReleaseCommands, type ReleaseRequest } from "./release-commands.ts";
import { addServeCommand, type ServeRequest } from "./serve-command.ts";
import { addTemplateCommands, type TemplateRequest } from "./template-commands.ts";

/** A command with its options, as the words of the command line ask for it. */
export type Request =
  | { readonly command: "validate"; readonly options: ValidateOptions }
  | { readonly command: "generate"; readonly options: GenerateOptions }
  | { readonly command: "check"; readonly options: CheckOptions }
  | { readonly command: "explain"; readonly options: ExplainOptions }
  | { readonly command: "messages status"; readonly options: GlobalOptions }
  | { readonly command: "messages stamp"; readonly options: StampOptions }
  | { readonly command: "messages export"; readonly options: ExportOptions }
  | { readonly command: "messages import"; readonly options: ImportOptions }
  | ServeRequest
  | ReleaseRequest
  | CodeRequest
  | PageRequest
  | TemplateRequest
  | { readonly command: "init"; readonly options: GlobalOptions };

/** Options of `generate`. */
export interface GenerateOptions extends GlobalOptions {
  readonly watch?: boolean;
  readonly only?: readonly string[];
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

/** Options of `check`. */
export interface CheckOptions extends GlobalOptions {
  readonly only?: readonly string[];
  readonly diff?: boolean;
}

/** Options of `explain`. */
export interface ExplainOptions extends GlobalOptions {
  /** Without one, or for "-", a message's JSON is read from standard input. */
  readonly subject?: string;
  /** What the platform says of the error that is asked for. */
  readonly text?: string;
}

/** What the words came to: a command to run; a text that was printed instead (help, version); or words that mean nothing. */
export type Parsed =
  | { readonly kind: "request"; readonly request: Request }
  | { readonly kind: "printed"; readonly exitCode: 0 | 2 }
  | { readonly kind: "mistake"; readonly problem: Problem; readonly format: ReportFormat | undefined };

/** Where help goes. */
export interface Printer {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly columns: number;
  readonly bold: (text: string) => string;
}

const examples = `
Examples:
  failcodes init                        start with a small working catalog
  failcodes validate                    every mistake of the catalog, with place and hint
  failcodes validate --profile release  nothing missing in any language, nothing out of date
  failcodes messages status             how far the translations are
  failcodes messages export --locale fr --to xliff12 --output fr.xlf
  failcodes messages import fr.xlf      what translators made of it
  failcodes generate --watch            keep all artifacts up to date while you write
  failcodes generate --only docs        one target alone (several: --only docs,messages)
  failcodes serve --open                the reference in your browser, anew on every change
  failcodes check --diff                what differs from the catalog, why, and how
  failcodes inject README.md            the tables and counts between markers of a page
  failcodes diff main                   what changed since main, who breaks, and which version says so
  failcodes release --dry-run           whether a release is in order, and what it would write
  failcodes verify vendor/failures      whether copied artifacts are as they were generated
  failcodes explain PAYMENT_DECLINED    a failure, by its name, alias or code
  failcodes explain FC2003              a diagnostic, with a wrong and a right example
  failcodes explain whatsapp:131047     which failure an error of a platform is, and why
  failcodes explain < message.json      what happened to a message, and what to do
  failcodes allocate --category parcel  the next code that is free on every branch
  failcodes reconcile --page codes.html what a page that was published elsewhere says otherwise
  failcodes templates eject docs/index  a template of your own, to change the pages with
  failcodes check --format github       annotations in a pull request
  failcodes check --report sarif=failcodes.sarif --report junit=failcodes.xml`;

const exitCodes = `
Exit codes:
  0  clean
  1  found something: mistakes in the catalog, artifacts that differ, or a change that is refused
  2  could not work: usage, configuration, a file that cannot be read, a bug`;

const files = `
Files:
  failcodes.config.json is looked for here and in the folders above; paths in it are relative to it.
  Without it: spec/failure-codes.json, spec/locales/, spec/sources/, spec/templates/ and generated/.
  Beside the catalog: ledger.jsonl and releases/, which \`failcodes release\` writes, and evolution.json with what people decided.
  The package's spec/schema/ describes each file that people write, and the report that --format json prints.

Environment:
  NO_COLOR, FORCE_COLOR    without or with colour, whatever the terminal
  FAILCODES_DEBUG=1        show where a bug or a custom target stopped`;

function targetNames(value: string, before: readonly string[] | undefined): readonly string[] {
  const names = value.split(",").map((name) => name.trim());
  if (names.includes(""))
    throw new InvalidArgumentError('Write names with commas between, for example "docs,messages".');
  return [...(before ?? []), ...names];
}

/** `sarif=failcodes.sarif` */
function reportFile(value: string, before: readonly ReportFile[] | undefined): readonly ReportFile[] {
  const [, word, file] = /^([^=]*)=(.+)$/s.exec(value) ?? [];
  const format = reportFormats.find((one) => one === word);
  if (format === undefined || file === undefined) {
    throw new InvalidArgumentError(
      `Write a format and a file, for example "sarif=failcodes.sarif"; the format is ${choice(reportFormats)}.`,
    );
  }
  return [...(before ?? []), { format, file }];
}

function onlyOption(): Option {
  return new Option("--only <targets>", "these targets alone, with commas between").argParser(targetNames);
}

/** Reads the words after `failcodes`. */
export function parseCommandLine(words: readonly string[], printer: Printer): Parsed {
  let request: Request | undefined;
  let last: Command | undefined;
  const program = new Command("failcodes");
  const configure = (command: Command): Command =>
    command
      .exitOverride()
      .configureOutput({
        writeOut: printer.out,
        writeErr: printer.error,
        getOutHelpWidth: () => printer.columns,
        getErrHelpWidth: () => printer.columns,
        outputError: () => {
          last = command;
        },
      })
      .configureHelp({ showGlobalOptions: true, styleTitle: printer.bold, subcommandTerm })
      .helpOption("-h, --help", "show this help");

  configure(program)
    .description("One JSON catalog of failure codes, and everything that is generated from it.")
    .version(version, "--version", "show the version")
    .usage("<command> [options]")
    .helpCommand("help [command]", "show help of a command")
    .option("-C, --cwd <folder>", "work as if started in this folder")
    .option("--config <file>", "configuration to use instead of the nearest failcodes.config.json")
    .addOption(
      new Option("--format <format>", "how to report (default: pretty in a terminal, else plain)").choices(
        reportFormats,
      ),
    )
    .addOption(
      new Option("--report <report>", "write one into a file too: format=file, as often as needed").argParser(
        reportFile,
      ),
    )
    .addHelpText("after", `${examples}\n${exitCodes}\n${files}`);
  const add = (name: string, summary: string, description: string, group = program): Command =>
    configure(group.command(name).summary(summary).description(description)).addHelpText("after", exitCodes);

  add(
    "init",
    "write a small working catalog to begin with",
    "Writes a small working catalog, a locale, a configuration and a workflow for GitHub. What is already there is kept.",
  ).action((_options, command: Command) => {
    request = { command: "init", options: command.optsWithGlobals() };
  });
  add(
    "validate",
    "report every mistake of the catalog",
    "Reads the catalog, its locales and sources, the configuration and the templates, and reports every mistake with its place and a hint. For a release, every text has to be translated from what it says today.",
  )
    .addOption(new Option("--profile <profile>", "what it is held to (default: pr)").choices(profiles))
    .action((_options, command: Command) => {
      request = { command: "validate", options: command.optsWithGlobals() };
    });
  add(
    "generate",
    "write the artifacts that differ",
    "Writes every artifact that differs from what the catalog says, and removes what is no longer generated. Files with equal bytes are not touched; files edited by hand are kept and named.",
  )
    .addOption(onlyOption())
    .option("--watch", "stay, and generate again on every change")
    .option("--dry-run", "say what would be written and removed, and why; write nothing")
    .option("--force", "overwrite also what was edited by hand")
    .action((_options, command: Command) => {
      request = { command: "generate", options: command.optsWithGlobals() };
    });
  add(
    "check",
    "report artifacts that differ, and why",
    "Generates everything in memory, compares it with the files, and says of each that differs why it does and which command mends it. Writes nothing.",
  )
    .addOption(onlyOption())
    .option("--diff", "show the differing lines too")
    .action((_options, command: Command) => {
      request = { command: "check", options: command.optsWithGlobals() };
    });
  const choose = (chosen: Request): void => {
    request = chosen;
  };
  addServeCommand(add, program, choose);
  addReleaseCommands(add, program, choose);
  const messages = configure(program.command("messages"))
    .summary("how far translations are; texts to translators and back")
    .description("Works on the translations of the messages, in the files of locales.")
    .usage("<command> [options]")
    .helpCommand(false);
  add(
    "status",
    "how far the translation into each locale has come",
    "Counts for every locale the texts that are translated, in need of a review, final, missing, and stale: made from a text that has changed since.",
    messages,
  ).action((_options, command: Command) => {
    request = { command: "messages status", options: command.optsWithGlobals() };
  });
  add(
    "stamp",
    "write which texts translations were made from",
    "Writes the hash of the text of today into every translation that has none, so that a later change of the text is noticed; with --source-texts the text too, so that translators see what was changed. Nothing else in the files changes.",
    messages,
  )
    .option("--locale <tag>", "this locale alone")
    .option("--source-texts", "write the texts too, into every translation that was made from the text of today")
    .action((_options, command: Command) => {
      request = { command: "messages stamp", options: command.optsWithGlobals() };
    });
  addExchange(add, messages, choose);
  add(
    "explain",
    "all about a failure, an error of a platform, a message",
    "Says everything about a failure of the catalog (by code, name or alias; retired and reserved codes too); which failure an error of a platform means, why, who can fix it and what to do; or what a diagnostic of failcodes means. With - for the subject, or without one where standard input is no terminal, it reads a failed message's JSON and explains that.",
  )
    .argument(
      "[subject]",
      "failure (14005), platform error (whatsapp:131047), source (whatsapp), diagnostic (FC2003) or -",
    )
    .option("--text <text>", "what the platform says of the error, where the code alone says too little")
    .action((subject: string | undefined, _options, command: Command) => {
      const named = subject === undefined ? {} : { subject };
      request = { command: "explain", options: { ...command.optsWithGlobals(), ...named } };
    });
  addCodeCommands(add, program, choose);
  addPageCommands(add, program, choose);
  addTemplateCommands(add, program, configure(program.command("templates")), choose);
  try {
    program.parse(words, { from: "user" });
  } catch (problem) {
    if (!(problem instanceof CommanderError)) throw problem;
    if (last !== undefined) return { kind: "mistake", problem: mistakeOfUsage(problem, last), format: formatIn(words) };
    return { kind: "printed", exitCode: problem.exitCode === 0 ? 0 : 2 };
  }
  if (request === undefined) throw new Error("no command was chosen, and nothing was printed");
  return { kind: "request", request };
}

type Add = (name: string, summary: string, description: string, group?: Command) => Command;

function addExchange(add: Add, messages: Command, choose: (request: Request) => void): void {
  add(
    "export",
    "give the texts of a locale to translators",
    "Writes the texts of the default locale and their translations as a file for translators, with notes, params and limits. Nothing in it depends on the day: the same texts give the same file.",
    messages,
  )
    .requiredOption("--locale <tag>", "the language to translate into")
    .addOption(new Option("--to <format>", "format of the file").choices(exchangeFormats).makeOptionMandatory())
    .addOption(
      new Option("--only <kinds>", `these texts alone, with commas between: ${unitKinds.join(", ")}`).argParser(kinds),
    )
    .option("--output <file>", "file to write (default: standard output)")
    .action((_options, command: Command) => choose({ command: "messages export", options: command.optsWithGlobals() }));
  add(
    "import",
    "take over what translators made of them",
    "Reads a file that export wrote, in any of its formats, and takes over what was changed in it. Each text is held to the rules by itself; one with a mistake is reported and stays out. A translation counts as made from the text that the file shows, so that one which comes back late is stale.",
    messages,
  )
    .argument("<file>", "file that came back")
    .addOption(new Option("--ours", "where both sides changed a text, keep the one that is here").conflicts("theirs"))
    .option("--theirs", "where both sides changed a text, take the one of the file")
    .action((file: string, _options, command: Command) =>
      choose({ command: "messages import", options: { ...command.optsWithGlobals(), file } }),
    );
}

function kinds(value: string, before: readonly UnitKind[] | undefined): readonly UnitKind[] {
  const words = value.split(",").map((word) => {
    const kind = unitKinds.find((one) => one === word.trim());
    if (kind === undefined) throw new InvalidArgumentError(`Use ${choice(unitKinds)}, with commas between.`);
    return kind;
  });
  return [...(before ?? []), ...words];
}

function subcommandTerm(command: Command): string {
  return [command.name(), ...command.registeredArguments.map(argumentTerm)].join(" ");
}

function argumentTerm(argument: Argument): string {
  return argument.required ? `<${argument.name()}>` : `[${argument.name()}]`;
}

const choices: Readonly<Record<string, readonly string[]>> = {
  "--format": reportFormats,
  "--from": pageMakes,
  "--profile": profiles,
  "--to": exchangeFormats,
};

/** Commander's `error: unknown command 'chekc'\n(Did you mean check?)` in our words. */
function mistakeOfUsage(problem: CommanderError, command: Command): Problem {
  const [, subject = ""] = /'([^']*)'/.exec(problem.message) ?? [];
  const [, near] = /\(Did you mean (.+)\?\)/.exec(problem.message) ?? [];
  const path = pathOf(command);
  const more = `Run \`${path} --help\` to see what there is.`;
  const hint = near === undefined ? more : `Did you mean ${near.replace("one of ", "")}? ${more}`;
  switch (problem.code) {
    case "commander.unknownCommand":
      return { message: `There is no command ${quoted(subject)}.`, hint };
    case "commander.unknownOption":
      return { message: `${quoted(path)} has no option ${quoted(subject)}.`, hint };
    case "commander.excessArguments":
      return {
        message: `${quoted(path)} takes ${argumentsOf(command)}, and got ${command.args.map(quoted).join(", ")}.`,
        hint,
      };
    case "commander.missingArgument":
      return { message: `${quoted(path)} needs a <${subject}>.`, hint };
    case "commander.missingMandatoryOptionValue": {
      const [flag = ""] = /--\S+/.exec(problem.message) ?? [];
      return { message: `${quoted(path)} needs the option ${quoted(flag)}.`, hint };
    }
    case "commander.conflictingOption":
      return { message: `${quoted(path)} takes either --ours or --theirs.`, hint: "Leave one of the two out." };
    case "commander.optionMissingArgument":
      return { message: `The option ${quoted(subject)} needs a value.`, hint };
    case "commander.invalidArgument": {
      const [, value = ""] = /argument '([^']*)'/.exec(problem.message) ?? [];
      const [flag = ""] = subject.split(" ").slice(-2);
      const words = choices[flag] ?? [];
      const advice = words.length > 0 ? `Use ${choice(words)}.` : problem.message.replace(/^.*is invalid\. /s, "");
      return { message: `The option "${flag}" cannot be ${quoted(value)}.`, hint: advice };
    }
    default:
      return { message: problem.message.replace(/^error: /, ""), hint };
  }
}

/** `failcodes messages stamp` */
function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}

function argumentsOf(command: Command): string {
  const names = command.registeredArguments.map((argument) => `one <${argument.name()}>`);
  return names.length === 0 ? "no arguments" : names.join(", ");
}

/** The format that words ask for although they mean nothing as a whole: who reads JSON gets JSON. */
function formatIn(words: readonly string[]): ReportFormat | undefined {
  const index = words.indexOf("--format");
  const asked =
    index >= 0 ? words[index + 1] : words.find((word) => word.startsWith("--format="))?.slice("--format=".length);
  return reportFormats.find((format) => format === asked);
}
