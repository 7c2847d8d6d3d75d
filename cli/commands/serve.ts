import type { Configuration, ConfiguredTarget } from "../../core/configuration.ts";
import { quoted } from "../../core/quoted.ts";
import type { OwnKit } from "../../core/target.ts";
import { isStoppedTemplate } from "../../core/template/stopped.ts";
import { type Conclusion, conclude, type ExitCode, mistakesOf, projectChecks } from "../conclusion.ts";
import { counted } from "../counted.ts";
import type { Host } from "../host/host.ts";
import type { PreviewServer } from "../host/preview-server.ts";
import { type GlobalOptions, loadProject } from "../pipeline.ts";
import type { Preview } from "../preview/preview.ts";
import { type Builder, type BuiltAgain, watch } from "./watch.ts";

const command = "serve";

/** Options of `serve`. */
export interface ServeOptions extends GlobalOptions {
  /** 0 for one that is free; without it, the usual one, or a free one where that is taken. */
  readonly port?: number;
  /** Whether the site is opened in a browser too. */
  readonly open?: boolean;
}

/** Serves the reference site from memory, and builds it again on every change, until somebody asks the process to end. */
export async function serve(world: Host, options: ServeOptions): Promise<ExitCode> {
  let server: PreviewServer | undefined;
  const build: Builder = async (host, again, started) => {
    const { site, conclusion } = await buildSite(host, { ...options, ...again });
    // The site of a project that is not there is not waited for.
    if (server === undefined && conclusion.problem !== undefined) return conclusion;
    const isFirst = server === undefined;
    if (server === undefined) {
      const { startPreview } = await import("../host/preview-server.ts");
      const { port, open } = options;
      const failed = (page: string, reason: unknown): void => void tellOfPage(world, options, page, reason);
      const start = await startPreview({ port, digest: world.digest, failed });
      if ("message" in start) return { command, problem: start };
      server = start;
      if (open === true) (await import("../host/open-address.ts")).openAddress(addressOf(server));
    }
    const { root = world.cwd } = conclusion;
    if (site === undefined) server.complain(conclusion, root);
    else server.show(site, root);
    const milliseconds = Math.round(performance.now() - started);
    const address = addressOf(server);
    return {
      ...conclusion,
      withoutNotes: true,
      text: () => {
        const first = isFirst ? `The site is at ${address}\n` : "";
        const changes = changesText(again.changed);
        if (site !== undefined) return `${first}Built in ${milliseconds} ms${changes}.\n`;
        return `${first}Not built${changes}. Pages show what is wrong${isFirst ? "" : ", over the last good one"}.\n`;
      },
      document: { preview: { address, changed: again.changed ?? [], milliseconds } },
    };
  };
  try {
    return await watch(world, options, build, false);
  } finally {
    await server?.close();
  }
}

/** Says of a page that it could not be made: a template of the user stopped, or it is our own mistake. */
async function tellOfPage(world: Host, options: ServeOptions, page: string, reason: unknown): Promise<void> {
  if (isStoppedTemplate(reason)) {
    await conclude(world, options, { command, diagnostics: [reason.stopped], compact: true });
    return;
  }
  const error = reason instanceof Error ? reason : new Error(String(reason));
  world.stderr.write(`failcodes: The page ${quoted(page)} could not be made: ${error.message}\n`);
  if (world.environment["FAILCODES_DEBUG"]) world.stderr.write(`${error.stack}\n`);
}

function addressOf({ port }: PreviewServer): string {
  return `http://127.0.0.1:${port}/`;
}

/** More paths than this are counted instead of listed. */
const mostListed = 3;

function changesText(paths: readonly string[] = []): string {
  if (paths.length === 0) return "";
  return paths.length <= mostListed ? `: ${paths.join(", ")} changed` : `: ${counted(paths.length, "file")} changed`;
}

interface BuiltSite {
  /** Undefined where something is wrong. */
  readonly site: Preview["site"];
  readonly conclusion: Conclusion;
}

/** Builds the site as far as is needed before somebody asks for a page. */
async function buildSite(host: Host, options: ServeOptions & BuiltAgain): Promise<BuiltSite> {
  const loading = await loadProject(host, { ...options, targets: true, choose: siteAndDocs });
  if (loading.kind !== "loaded") return { site: undefined, conclusion: mistakesOf(command, loading) };
  const { project, diagnostics, root } = loading;
  const { catalog, targets, kit } = project;
  const conclusion = { command, root, checks: projectChecks };
  const own: OwnKit = { ...kit, memory: options.memory };
  const generated = await targets.find(({ target }) => target.id === "site")?.target.generate(catalog, own);
  if (generated === undefined) throw new Error("the target of the site was not loaded");
  const found = [...diagnostics, ...generated.diagnostics];
  if (!generated.ok) return { site: undefined, conclusion: { ...conclusion, diagnostics: found } };
  const site = new Map(Array.from(generated.value, (artifact) => [artifact.path, artifact]));
  return { site, conclusion: { ...conclusion, diagnostics: found } };
}

/** The site, whether the project writes it or not; and the Markdown pages, whose templates may have mistakes too. */
function siteAndDocs({ targets }: Configuration): readonly ConfiguredTarget[] {
  const site = targets.find(({ id }) => id === "site") ?? { kind: "built-in", id: "site", options: {} };
  return [site, ...targets.filter(({ id }) => id === "docs")];
}
