import type { Command } from "commander";
import type { ModelOptions } from "./commands/model.ts";
import type { TemplatesDiffOptions } from "./commands/templates-diff.ts";
import type { EjectOptions } from "./commands/templates-eject.ts";
import type { TemplatesListOptions } from "./commands/templates-list.ts";

/** A command about templates, with its options. */
export type TemplateRequest =
  | { readonly command: "templates list"; readonly options: TemplatesListOptions }
  | { readonly command: "templates eject"; readonly options: EjectOptions }
  | { readonly command: "templates diff"; readonly options: TemplatesDiffOptions }
  | { readonly command: "model"; readonly options: ModelOptions };

type AddCommand = (name: string, summary: string, description: string, group: Command) => Command;

/** Adds the commands about templates; `templates` is the group that most of them stand in. */
export function addTemplateCommands(
  add: AddCommand,
  program: Command,
  templates: Command,
  choose: (request: TemplateRequest) => void,
): void {
  templates
    .summary("the templates of pages: see them, make them yours")
    .description("Works on the templates that pages are written by.")
    .usage("<command> [options]")
    .helpCommand(false);
  add(
    "list",
    "every template, what it makes, and which are your own",
    "Names the templates of every target with pages: what each makes, which templates call it, which of them the project has its own of, and whether the built-in one changed since.",
    templates,
  )
    .argument("[target]", "the target that renders them: docs, site (default: all)")
    .action((target: string | undefined, _options, command: Command) => {
      const named = target === undefined ? {} : { target };
      choose({ command: "templates list", options: { ...command.optsWithGlobals(), ...named } });
    });
  add(
    "eject",
    "copy built-in templates into your own folder",
    'Writes built-in templates into the project\'s own templates folder, to be changed there. The pages stay as they are until somebody does. A template that is there already is kept. "docs/partials/*" names all that begin so.',
    templates,
  )
    .argument("[names...]", "templates: docs/failure, docs/partials/notice")
    .option("--all <target>", "all templates of a target")
    .option("--force", "write over templates that are there, whatever was changed in them")
    .action((names: readonly string[], _options, command: Command) =>
      choose({ command: "templates eject", options: { ...command.optsWithGlobals(), names } }),
    );
  add(
    "diff",
    "what your own templates say otherwise than the built-in ones",
    "Shows the lines in which the project's own templates differ from the built-in ones of today.",
    templates,
  )
    .argument("[names...]", "templates (default: all that are your own)")
    .action((names: readonly string[], _options, command: Command) =>
      choose({ command: "templates diff", options: { ...command.optsWithGlobals(), names } }),
    );
  add(
    "model",
    "what a page gives its template to read",
    "Shows what a template reads: of a page of this catalog, every field with its value; without a template, which there are. What templates may read has a version, and a schema.",
    program,
  )
    .argument("[page]", "template of a page: docs/failure")
    .argument("[of]", "which page: a code, a name, an identifier or a path (default: the first)")
    .option("--json", "print exactly what the template is given, as JSON")
    .option("--schema", "print the JSON Schema of it")
    .action((page: string | undefined, of: string | undefined, _options, command: Command) => {
      const named = { ...(page === undefined ? {} : { page }), ...(of === undefined ? {} : { of }) };
      choose({ command: "model", options: { ...command.optsWithGlobals(), ...named } });
    });
}
