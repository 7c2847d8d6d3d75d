import type { RecordShape, Shape } from "../core/template/shape.ts";
import { docsTemplates } from "../generators/docs.ts";
import { siteTemplates } from "../generators/site.ts";

const introduction = `# Templates

The pages that failcodes makes are written by the [Handlebars](https://handlebarsjs.com/guide/) templates in this folder.
This page lists what each of them may read. [How to make a style of your own](../docs/templates.md) says how to put your
own in their place.

- \`{{> partials/notice page}}\` calls a partial by its path below the folder of its target, without \`.hbs\`.
- The helpers are \`if\`, \`unless\`, \`each\`, \`with\` and \`lookup\`; there are no others. Inline partials, partials with a
  block and computed names are left out, because they cannot be checked.
- Every template is checked against the fields below before a page is written. A name that is not here, a field marked
  with \`?\` outside of \`{{#if}}\` or \`{{#with}}\`, and a list that is printed are errors with the place in the template.
- What templates may read has a version for each target. A field more raises its second number, and every template goes on
  to work. A field that is gone, is of another kind or may be absent now raises the first number.

In the tables, \`[]\` marks a list, \`?\` something that may be absent. \`failcodes model docs/failure 15005\` shows the values
that one page gives its template.
`;

const parts = [
  {
    templates: docsTemplates,
    heading: "The reference pages",
    texts:
      "Every text is Markdown already, safe in a sentence, a list item, a cell, a heading or the words of a link. " +
      '"Paragraphs"\nstand alone between blank lines. Nothing has to be escaped, and nothing is.',
  },
  {
    templates: siteTemplates,
    heading: "The reference site",
    texts:
      'Every text is HTML already, safe between tags and in a quoted attribute. "Paragraphs" are elements of their own. Nothing\nhas to be escaped, and nothing is.',
  },
];

/** The page that lists what every template may read, made from the shapes that templates are checked against. */
export async function templateReference(): Promise<string> {
  let text = introduction;
  for (const { templates, heading, texts } of parts) {
    const { folder, modelVersion } = templates;
    const promise = modelVersion.startsWith("0.") ? " While its first number is 0, nothing of it is promised." : "";
    text += `\n## ${heading}: ${folder}/\n\nModel ${modelVersion}.${promise}\n\n${texts}\n`;
    for (const [name, shape] of Object.entries(await templates.shapes()))
      text += pageReference(`${folder}/${name}`, shape);
  }
  return text;
}

function pageReference(name: string, shape: RecordShape): string {
  const rows = fieldRows("", shape).map(([path, description]) => `| \`${path}\` | ${description} |`);
  return `\n### ${name}.hbs\n\n${shape.description}\n\n| field | what it is |\n|---|---|\n${rows.join("\n")}\n`;
}

function fieldRows(path: string, shape: Shape): readonly (readonly [string, string])[] {
  if (shape.kind === "optional") return fieldRows(`${path}?`, shape.present);
  if (shape.kind === "list") return [[`${path}[]`, shape.description], ...below(`${path}[]`, shape.item)];
  const own = path === "" ? [] : [[path, shape.description] as const];
  return [...own, ...below(path, shape)];
}

function below(path: string, shape: Shape): readonly (readonly [string, string])[] {
  if (shape.kind !== "record") return [];
  return Object.entries(shape.fields).flatMap(([name, field]) =>
    fieldRows(path === "" ? name : `${path}.${name}`, field),
  );
}
