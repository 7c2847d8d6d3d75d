import type { Catalog, Failure } from "../core/catalog.ts";
import { markdownInline } from "../core/markdown.ts";

/** A way to print a catalog as a reference page. */
export interface PagePrinter {
  /** Of the file's name. */
  readonly ending: "md" | "html" | "txt";
  readonly print: (catalog: Catalog) => string;
}

function html(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function line(text: string): string {
  return text.replace(/\s+/g, " ");
}

/** What pages say of a failure; of a retired one, that it is. */
function said({ description, retired }: Failure): string {
  return retired === undefined ? description : `Retired: ${retired.reason} ${description}`;
}

function sections(
  { categories, failures }: Catalog,
  heading: (title: string) => string,
  section: (failures: readonly Failure[]) => string,
): string {
  return categories
    .map((category) => {
      return `${heading(category.title)}${section(failures.filter((failure) => failure.category === category))}`;
    })
    .join("\n");
}

function each(print: (failure: Failure) => string) {
  return (failures: readonly Failure[]): string => failures.map(print).join("");
}

/** Every way of ours to print a page. */
export const pagePrinters: Readonly<Record<string, PagePrinter>> = {
  "a table of Markdown": {
    ending: "md",
    print: (catalog) =>
      sections(
        catalog,
        (title) => `## ${markdownInline(title)}\n\n| Code | Name | Description |\n|---|---|---|\n`,
        each((failure) => {
          const text = markdownInline(line(said(failure))).replaceAll("|", "\\|");
          return `| ${failure.code} | \`${failure.name}\` | ${text} |\n`;
        }),
      ),
  },
  "headings of Markdown": {
    ending: "md",
    print: (catalog) =>
      sections(
        catalog,
        (title) => `# ${markdownInline(title)}\n\n`,
        each((failure) => {
          const text = markdownInline(line(said(failure)));
          return `## ${failure.code} ${failure.name}\n\n**${markdownInline(failure.title)}**\n\n${text}\n\n### Retry\n\n${failure.retry}\n\n`;
        }),
      ),
  },
  "lines of Markdown": {
    ending: "md",
    print: (catalog) =>
      sections(
        catalog,
        (title) => `# ${markdownInline(title)}\n\n`,
        each((failure) => `${failure.name} (${failure.code}): ${markdownInline(line(said(failure)))}\n`),
      ),
  },
  "a table of HTML": {
    ending: "html",
    print: (catalog) =>
      sections(
        catalog,
        (title) => `<h2>${html(title)}</h2>\n`,
        (failures) =>
          `<table>\n<tr><th>Name<th>Category<th>Number<th>Meaning</tr>\n${each(
            (failure) =>
              `<tr><td>${failure.name}</td><td>${html(failure.category.id)}<td>${failure.code}<td>${html(said(failure))}\n`,
          )(failures)}</table>`,
      ),
  },
  "terms of HTML": {
    ending: "html",
    print: (catalog) =>
      sections(
        catalog,
        (title) => `<h2>${html(title)} errors</h2>\n`,
        (failures) =>
          `<dl>\n${each((failure) => `<dt>${failure.name} (${failure.code})<dd>${html(said(failure))}\n`)(failures)}</dl>`,
      ),
  },
  "a table of text": {
    ending: "txt",
    print: (catalog) =>
      sections(
        catalog,
        (title) => `${title} errors\nCode\tName\tDescription\n`,
        each((failure) => `${failure.code}\t${failure.name}\t${line(said(failure))}\n`),
      ),
  },
  "lines of text": {
    ending: "txt",
    print: (catalog) =>
      sections(
        catalog,
        (title) => `${title} errors\n`,
        each((failure) => `${failure.name}: ${failure.code}\n${line(said(failure))}\n`),
      ),
  },
  "a cell a line": {
    ending: "txt",
    print: ({ failures }) =>
      `Code\nName\nCategory\nDescription\n${each(
        (failure) => `${failure.code}\n${failure.name}\n${failure.category.title}\n${line(said(failure))}\n`,
      )(failures)}`,
  },
};
