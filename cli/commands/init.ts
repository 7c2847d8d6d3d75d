import type { Configuration } from "../../core/configuration.ts";
import { folderOf } from "../../core/output-path.ts";
import { addLines, type Deed, type Done } from "../added-lines.ts";
import { type Conclusion, conclude, type ExitCode } from "../conclusion.ts";
import type { Host } from "../host/host.ts";
import { absolutePath, repositoryRoot } from "../host/project-files.ts";
import type { Ink } from "../ink.ts";
import { type GlobalOptions, readConfiguration } from "../pipeline.ts";
import { type InitFile, initCatalog, initConfiguration, initLines, initWorkflow } from "./init-files.ts";

/** Writes a small working catalog and all that goes with it; whatever is there is kept. */
export async function init(host: Host, options: GlobalOptions): Promise<ExitCode> {
  const configured = readConfiguration(host, { ...options, here: true });
  if (configured.kind === "stopped") return conclude(host, options, { command: "init", problem: configured.problem });
  const { root, outcome } = configured;
  if (!outcome.ok) {
    return conclude(host, options, { command: "init", diagnostics: outcome.diagnostics, hindered: true });
  }
  const settings = outcome.value;
  const done: Done[] = [];
  if (settings.file === undefined) done.push(writeFile(host, root, initConfiguration(settings)));
  else done.push({ path: settings.file.path, deed: "kept" });
  const [catalog, locale] = initCatalog(settings);
  const written = writeFile(host, root, catalog);
  done.push(written);
  // A translation of our small catalog would be a mistake beside somebody's own.
  if (written.deed === "written") done.push(writeFile(host, root, locale));
  // GitHub reads workflows at the root of a repository alone.
  const isRoot = (repositoryRoot(host.files, root) ?? root) === root;
  if (isRoot) done.push(writeFile(host, root, initWorkflow));
  done.push(addLines(host, root, initLines(settings)));
  return conclude(host, options, conclusionOf(host, root, settings, done, isRoot));
}

function writeFile(host: Host, root: string, file: InitFile): Done {
  const path = absolutePath(root, file.path);
  if (host.files.kind(path) !== undefined) return { path: file.path, deed: "kept" };
  host.files.createFolder(absolutePath(root, folderOf(file.path)));
  const created = host.files.create(path, file.content);
  return { path: file.path, deed: created === "created" ? "written" : "kept" };
}

function conclusionOf(
  host: Host,
  root: string,
  settings: Configuration,
  done: readonly Done[],
  isRoot: boolean,
): Conclusion {
  const paths = (deed: Deed): readonly string[] => done.filter((entry) => entry.deed === deed).map(({ path }) => path);
  const [written, kept, extended] = [paths("written"), paths("kept"), paths("extended")];
  const steps = nextSteps(host, root);
  return {
    command: "init",
    document: { written, kept, extended, next: steps.map(({ command }) => command) },
    text: (ink) => {
      const lines = [
        ...written.map((path) => `${ink.green("wrote")}  ${path}`),
        ...extended.map((path) => `${ink.green("added")}  a line to ${path}`),
        ...kept.map((path) => `${ink.dim("kept")}   ${path}`),
        ...(isRoot
          ? []
          : ["", `This is not the root of the repository: let a workflow there run \`npx failcodes check\`.`]),
        "",
        ink.bold("Next"),
        ...steps.map((step) => stepLine(step, ink)),
        "",
        `Then edit ${settings.spec}: the schema named in it gives completion and explanations in your editor.`,
      ];
      return `${lines.join("\n")}\n`;
    },
  };
}

interface Step {
  readonly command: string;
  readonly purpose: string;
}

function stepLine({ command, purpose }: Step, ink: Ink): string {
  return purpose === "" ? `  ${command}` : `  ${command.padEnd(34)} ${ink.dim(purpose)}`;
}

function nextSteps(host: Host, root: string): readonly Step[] {
  const manifest = packageManifest(host, root);
  const scripts = { ...manifest["scripts"] } as Readonly<Record<string, unknown>>;
  const needed = { ...manifest["devDependencies"], ...manifest["dependencies"] } as Readonly<Record<string, unknown>>;
  const missing = [
    ["generate:failures", "failcodes generate"],
    ["check:failures", "failcodes check"],
  ].filter(([, command]) => !Object.values(scripts).includes(command));
  const set = missing.map(([name, command]) => `"scripts.${name}=${command}"`).join(" ");
  return [
    ...("failcodes" in needed
      ? []
      : [{ command: "npm install --save-dev failcodes", purpose: "so that everybody has the same version" }]),
    { command: "npx failcodes generate", purpose: "write the artifacts; commit them" },
    { command: "npx failcodes check", purpose: "what a workflow runs" },
    ...(missing.length === 0 ? [] : [{ command: `npm pkg set ${set}`, purpose: "" }]),
  ];
}

type PackageManifest = { readonly [name: string]: Readonly<Record<string, unknown>> | undefined };

function packageManifest(host: Host, root: string): PackageManifest {
  try {
    const bytes = host.files.read(absolutePath(root, "package.json"));
    return bytes === undefined ? {} : (JSON.parse(new TextDecoder().decode(bytes)) as PackageManifest);
  } catch {
    // Hints alone hang on it.
    return {};
  }
}
