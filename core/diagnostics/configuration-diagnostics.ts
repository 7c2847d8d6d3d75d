import type { DiagnosticSeries } from "./definition.ts";
import { sentence } from "./message-template.ts";

/** FC4…: failcodes.config.json, and the targets and templates it names. */
export const configurationDiagnostics = {
  FC4001: {
    severity: "error",
    title: "Setting of another type",
    message: sentence`${"setting"} is ${"found"}, not ${"expected"}.`,
    hint: sentence`Write ${"expected"} here, for example ${"example"}.`,
  },
  FC4002: {
    severity: "error",
    title: "Unknown setting",
    message: sentence`${"owner"} has no setting ${"name"}.`,
    hint: sentence`${"remedy"}`,
  },
  FC4003: {
    severity: "error",
    title: "Path that cannot be used",
    message: sentence`${"setting"} cannot be ${"path"}: ${"problem"}.`,
    hint: sentence`Give a path below the folder of the configuration, with forward slashes, for example "${"example"}".`,
  },
  FC4004: {
    severity: "error",
    title: "Base URL that is none",
    message: sentence`"baseUrl" is ${"url"}, which ${"problem"}.`,
    hint: sentence`Write the address under which the reference pages are published, for example "https://docs.example.com/failures".`,
  },
  FC4005: {
    severity: "error",
    title: "Unknown target",
    message: sentence`There is no built-in target ${"target"}.`,
    hint: sentence`${"remedy"}`,
  },
  FC4006: {
    severity: "error",
    title: "Custom target with a built-in target's name",
    message: sentence`${"target"} is the name of a built-in target, so it cannot have a ${"setting"}.`,
    hint: sentence`Give the custom target a name of its own, or remove ${"setting"}.`,
  },
  FC4007: {
    severity: "error",
    title: "Target name that cannot be a folder",
    message: sentence`The target name ${"target"} cannot be the name of a folder on every system.`,
    hint: sentence`Use lower-case letters, digits and hyphens, a letter first, for example "${"example"}".`,
  },
  FC4008: {
    severity: "error",
    title: "Output mixed with what is written by hand",
    message: sentence`The output folder ${"output"} and ${"setting"} ${"path"} overlap.`,
    hint: sentence`Give the output a folder of its own, for example "generated".`,
  },
  FC4009: {
    severity: "error",
    title: "Module of a custom target not found",
    message: sentence`The target ${"target"} names the module ${"module"}, and there is no such file.`,
    hint: sentence`Correct the path; it is relative to the folder of the configuration.`,
  },
  FC4010: {
    severity: "error",
    title: "Module of a custom target that does not load",
    message: sentence`The module ${"module"} of the target ${"target"} could not be loaded: ${"reason"}`,
    hint: sentence`Mend the module; \`node ${"module"}\` or your editor shows where it fails.`,
  },
  FC4011: {
    severity: "error",
    title: "Module without a target",
    message: sentence`The module ${"module"} does not give a target: ${"problem"}.`,
    hint: sentence`Export \`target\`: an object with "id", "title", "options", "templates" and "generate", or a function that makes one of the options.`,
  },
  FC4012: {
    severity: "error",
    title: "Target under another name",
    message: sentence`The module ${"module"} gives the target ${"found"}, and the configuration calls it ${"target"}.`,
    hint: sentence`Use one name: rename it to ${"found"} in the configuration, or change the target's id to ${"target"}.`,
  },
  FC4013: {
    severity: "error",
    title: "TypeScript module without tsx",
    message: sentence`The target ${"target"} is written in TypeScript (module ${"module"}), and the package tsx that loads it is not installed.`,
    hint: sentence`Run \`npm install --save-dev tsx\`, or write the module as ".js" or ".mjs".`,
  },
  FC4014: {
    severity: "error",
    title: "Custom target that throws",
    message: sentence`The custom target ${"target"} stopped while it ran "${"step"}": ${"reason"}`,
    hint: sentence`Mend the module ${"module"}; set FAILCODES_DEBUG=1 to see where it stopped.`,
  },
  FC4015: {
    severity: "error",
    title: "Custom target that returns something else",
    message: sentence`The custom target ${"target"} returned something else than artifacts: ${"problem"}.`,
    hint: sentence`Return { ok: true, value: [{ path, content }], diagnostics: [] } from "generate" in ${"module"}.`,
  },
  FC4016: {
    severity: "warning",
    title: "Template that nothing renders",
    message: sentence`No target renders a template ${"template"}.`,
    hint: sentence`${"remedy"}`,
  },
  FC4017: {
    severity: "error",
    title: "No target left",
    message: sentence`Every target is switched off, so there is nothing to generate.`,
    hint: sentence`Remove a \`false\` from "targets", or add a custom target.`,
  },
  FC4018: {
    severity: "error",
    title: "Custom target with a name that failcodes needs",
    message: sentence`A custom target cannot be called ${"target"}: the manifest of blocks in pages stands in the folder of this name.`,
    hint: sentence`Give the custom target another name.`,
  },
} as const satisfies DiagnosticSeries;
