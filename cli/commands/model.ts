import type { Catalog } from "../../core/catalog.ts";
import { choice, quoted } from "../../core/quoted.ts";
import { suggestion } from "../../core/suggestion.ts";
import type { Json } from "../../core/target.ts";
import type { RecordShape } from "../../core/template/shape.ts";
import { allViewsSchema, viewSchema } from "../../core/template/view-schema.ts";
import { type Conclusion, conclude, type ExitCode, mistakesOf } from "../conclusion.ts";
import { counted } from "../counted.ts";
import type { Host } from "../host/host.ts";
import type { Ink } from "../ink.ts";
import { type GlobalOptions, loadProject } from "../pipeline.ts";
import type { Problem } from "../problem.ts";
import { openTemplates } from "../project-templates.ts";
import type { LoadedTemplates } from "../template-standing.ts";
import { type PageView, pageViews } from "../template-views.ts";
import { table } from "../text-blocks.ts";
import { viewText } from "../view-text.ts";

/** Options of `model`. */
export interface ModelOptions extends GlobalOptions {
  /** The template whose view is asked for: `docs/failure`. Undefined for all of them. */
  readonly page?: string;
  /** Which of its pages: a code, a name, an identifier or a path. The first one where it is undefined. */
  readonly of?: string;
  /** Whether the view is printed as JSON, and nothing else. */
  readonly json?: boolean;
  /** Whether the JSON Schema is printed instead. */
  readonly schema?: boolean;
}

const command = "model";

/** Shows what templates are given, or the schema of it. */
export async function model(host: Host, options: ModelOptions): Promise<ExitCode> {
  return conclude(host, options, await conclusionOf(host, options));
}

/** A page's template, and what it reads. */
interface Page {
  readonly name: string;
  readonly set: LoadedTemplates;
  readonly shape: RecordShape;
}

async function conclusionOf(host: Host, options: ModelOptions): Promise<Conclusion> {
  const opened = await openTemplates(host, command, options);
  if ("closed" in opened) return opened.closed;
  const { root, sets } = opened.project;
  const pages = sets.flatMap((set) =>
    Object.entries(set.shapes).map(([name, shape]): Page => ({ name: `${set.folder.folder}/${name}`, set, shape })),
  );
  const asked = options.page?.replace(/\.hbs$/, "");
  const page = pages.find(({ name }) => name === asked);
  if (asked !== undefined && page === undefined) return { command, root, problem: noPage(asked, pages, sets) };
  if (options.schema === true) return schemaOf(root, sets, page);

  // What is wrong with templates keeps nobody from seeing what they could read.
  const loading = await loadProject(host, { ...options, targets: false });
  if (loading.kind !== "loaded") return mistakesOf(command, loading);
  const { catalog, configuration, kit } = loading.project;
  if (page === undefined) {
    const found: Found[] = [];
    for (const set of sets) {
      for await (const view of pageViews(catalog, configuration, kit, set)) addTo(found, view);
    }
    return overview(root, pages, found, options.json === true);
  }
  const paths: string[] = [];
  let other: string | undefined;
  for await (const view of pageViews(catalog, configuration, kit, page.set)) {
    if (view.template === page.name) {
      if (isAskedFor(view, options.of, catalog)) return viewOf(root, page, view, options.json === true);
      paths.push(view.path);
    } else if (options.of !== undefined && isAskedFor(view, options.of, catalog)) other ??= view.template;
  }
  return { command, root, problem: noSuchPage(page, options.of, paths, other) };
}

/** The pages of one template. */
interface Found {
  readonly first: PageView;
  count: number;
}

function addTo(found: Found[], view: PageView): void {
  const known = found.find(({ first }) => first.template === view.template);
  if (known === undefined) found.push({ first: view, count: 1 });
  else known.count += 1;
}

function isAskedFor({ path }: PageView, of: string | undefined, { byCode, byName }: Catalog): boolean {
  if (of === undefined || of === path) return true;
  const failure = byName.get(of) ?? byCode.get(of) ?? byCode.get(Number(of));
  const names = failure === undefined ? [of] : [of, String(failure.code)];
  // A page whose name would mean something else to a site generator has one more sign.
  return names.some((name) => stem(path) === name || stem(path) === `${name}_`);
}

/** `codes/15005.md` → `15005` */
function stem(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.[a-z]+$/, "");
}

function noPage(asked: string, pages: readonly Page[], sets: readonly LoadedTemplates[]): Problem {
  const names = pages.map(({ name }) => name);
  const isPartial = sets.some(({ folder: { folder }, sources }) => {
    return asked.startsWith(`${folder}/`) && Object.hasOwn(sources, asked.slice(folder.length + 1));
  });
  if (isPartial) {
    return {
      message: `${quoted(asked)} is a partial: it reads what the template that calls it hands over.`,
      hint: "`failcodes templates list` says which templates call it; ask for the view of one of those.",
    };
  }
  const near = suggestion(asked, names) ?? names.find((name) => name.endsWith(`/${asked}`));
  return {
    message: `There is no template ${quoted(asked)} of a page.`,
    hint: near === undefined ? `Use ${choice(names)}.` : `Did you mean ${quoted(near)}?`,
  };
}

/** `other` is a template that makes the page. */
function noSuchPage(
  { name }: Page,
  of: string | undefined,
  paths: readonly string[],
  other: string | undefined,
): Problem {
  if (of === undefined || paths.length === 0) {
    return {
      message: `This catalog has no page that ${quoted(name)} makes.`,
      hint: `\`failcodes model --schema ${name}\` shows what it would read.`,
    };
  }
  if (other !== undefined) {
    const message = `${quoted(name)} makes no page of ${quoted(of)}.`;
    return { message, hint: `${quoted(other)} does: \`failcodes model ${other} ${of}\`.` };
  }
  const near = suggestion(of, paths.map(stem));
  return {
    message: `${quoted(name)} makes no page of ${quoted(of)}.`,
    hint:
      near === undefined
        ? `Use the name of one, for example ${quoted(stem(paths[0] ?? ""))}.`
        : `Did you mean ${quoted(near)}?`,
  };
}

function schemaOf(root: string, sets: readonly LoadedTemplates[], page: Page | undefined): Conclusion {
  if (page === undefined) {
    const schema = allViewsSchema(sets.map(({ folder, shapes }) => [folder, shapes] as const));
    return { command, root, document: { model: { schema } }, text: () => json(schema) };
  }
  const { folder } = page.set;
  const schema = viewSchema(folder, page.name.slice(folder.folder.length + 1), page.shape);
  const document = { model: { template: page.name, modelVersion: folder.modelVersion, schema } };
  return { command, root, document, text: () => json(schema) };
}

function viewOf(root: string, { name, set, shape }: Page, { path, view }: PageView, isJson: boolean): Conclusion {
  const { modelVersion } = set.folder;
  return {
    command,
    root,
    document: { model: { template: name, modelVersion, page: path, view: view as Json } },
    text: (ink) => {
      if (isJson) return json(view);
      const head = `${ink.bold(name)} for ${path}, model ${modelVersion}; --json has the values whole.\n\n`;
      return head + viewText(shape, view, ink);
    },
  };
}

function overview(root: string, pages: readonly Page[], found: readonly Found[], isJson: boolean): Conclusion {
  const of = ({ name }: Page): Found | undefined => found.find(({ first }) => first.template === name);
  return {
    command,
    root,
    document: {
      model: {
        templates: pages.map((page) => ({
          template: page.name,
          modelVersion: page.set.folder.modelVersion,
          description: page.shape.description,
          pages: of(page)?.count ?? 0,
          first: of(page)?.first.path ?? null,
        })),
      },
    },
    text: (ink, width) =>
      isJson
        ? json(Object.fromEntries(found.map(({ first }) => [first.template, first.view])))
        : overviewText(pages, of, ink, width),
  };
}

function overviewText(pages: readonly Page[], of: (page: Page) => Found | undefined, ink: Ink, width: number): string {
  const rows = pages.map((page): [string, string] => {
    const found = of(page);
    const made =
      found === undefined
        ? "none here"
        : found.count === 1
          ? found.first.path
          : `${counted(found.count, "page")}, ${found.first.path} first`;
    return [page.name, `${page.shape.description} ${ink.dim(`(${made})`)}`];
  });
  const example = pages.find(({ name }) => name.endsWith("/failure")) ?? pages[0];
  const command = `failcodes model ${example?.name ?? ""}`;
  const versions = [...new Set(pages.map(({ set }) => `${set.folder.folder} ${set.folder.modelVersion}`))].join(", ");
  return [
    `${ink.bold("What templates read")}, model ${versions}\n`,
    `${table(rows, ink, width)}\n\n`,
    `${ink.cyan(command)} shows what one reads of its first page; a code, name or path behind it chooses the page.\n`,
    "--json prints exactly that, and --schema its JSON Schema.\n",
  ].join("");
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
