import type { RecordShape, Shape } from "../core/template/shape.ts";
import { pageShapes } from "../generators/docs/view-shapes.ts";

const introduction = `# Templates of the reference pages

The pages of \`generated/docs/\` are written by the [Handlebars](https://handlebarsjs.com/guide/) templates in \`docs/\`. To
change a page, put a file of the same name into your own templates folder (the setting \`templates\`; without it
\`spec/templates/\`): \`spec/templates/docs/failure.hbs\` takes the place of \`docs/failure.hbs\`. Partials are replaced the
same way, and your own partials may have any other name.

- \`{{> partials/notice page}}\` calls a partial by its path below \`docs/\`, without \`.hbs\`.
- The helpers are \`if\`, \`unless\`, \`each\`, \`with\` and \`lookup\`; there are no others. Inline partials, partials with a
  block and computed names are left out, because they cannot be checked.
- Every template is checked against the fields below before a page is written. A name that is not here, a field marked
  with \`?\` outside of \`{{#if}}\` or \`{{#with}}\`, and a list that is printed are errors with the place in the template.
- Every text is Markdown already, safe in a sentence, a list item, a cell, a heading or the words of a link.
  "Paragraphs" stand alone between blank lines. Nothing has to be escaped, and nothing is.
- Fields may be added in any version of failcodes. A field is removed or changes its meaning only in a major version.

What each template reads follows; \`[]\` marks a list, \`?\` something that may be absent.
`;

/** The page that lists what every template may read, made from the shapes that templates are checked against. */
export function templateReference(): string {
  const pages = Object.entries(pageShapes).map(([name, shape]) => pageReference(name, shape));
  return [introduction, ...pages].join("\n");
}

function pageReference(name: string, shape: RecordShape): string {
  const rows = fieldRows("", shape).map(([path, description]) => `| \`${path}\` | ${description} |`);
  return `## docs/${name}.hbs\n\n${shape.description}\n\n| field | what it is |\n|---|---|\n${rows.join("\n")}\n`;
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
