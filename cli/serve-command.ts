import { type Command, InvalidArgumentError, Option } from "commander";
import type { ServeOptions } from "./commands/serve.ts";

/** The command that previews the site, with its options. */
export type ServeRequest = { readonly command: "serve"; readonly options: ServeOptions };

type AddCommand = (name: string, summary: string, description: string, group: Command) => Command;

/** Adds the command that previews the site. */
export function addServeCommand(add: AddCommand, program: Command, choose: (request: ServeRequest) => void): void {
  add(
    "serve",
    "preview the reference site, anew on every change",
    "Builds the reference site in memory and serves it to this machine alone, whether the project writes one or not. Whenever the catalog, a translation, a source, a template or the configuration changes, open pages show it at once; mistakes are shown over the last good page, with their places. Writes nothing.",
    program,
  )
    .addOption(
      new Option("--port <number>", "port of 127.0.0.1 (default: 4747, or a free one where it is taken)").argParser(
        portOf,
      ),
    )
    .option("--open", "open it in the browser too")
    .action((_options, command: Command) => choose({ command: "serve", options: command.optsWithGlobals() }));
}

function portOf(value: string): number {
  if (!/^[0-9]{1,5}$/.test(value) || Number(value) > 65_535) {
    throw new InvalidArgumentError("Write a number from 0, for any that is free, to 65535.");
  }
  return Number(value);
}
