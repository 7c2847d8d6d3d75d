import type { Catalog, Failure, Messages } from "../core/catalog.ts";
import { isAdmissible } from "../core/rules/text-characters.ts";
import { hostileText, hostileTexts } from "./hostile-text.ts";
import { withSources } from "./sources-fixture.ts";

/** What load admits as a text of a person: visible at both ends, NFC, without controls. */
export const paragraph = hostileText.filter(
  (text) => text !== "" && text.trim() === text && isAdmissible(text, "paragraph"),
);

/** The same on one line. */
export const line = paragraph.map(onOneLine).filter((text) => isAdmissible(text, "line"));

function onOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}

/** Takes a text from the list for every field of a catalog, another one each time, the list over and over. */
export function saying(base: Catalog, lines: readonly string[], paragraphs: readonly string[]): Catalog {
  let taken = 0;
  const from = (texts: readonly string[]): string => texts[taken++ % texts.length] ?? "";
  const title = (): string => from(lines);
  const say = (): string => from(paragraphs);
  const titled = <T extends object>(entry: T): T => ({ ...entry, title: title(), description: say() });
  const ending = (one: Failure["retired"]): Failure["retired"] => one && { ...one, reason: say() };
  const messages = (written: Messages): Messages =>
    Object.fromEntries(
      Object.entries(written).map(([part, message]) => [
        part,
        { ...message, text: part === "title" ? title() : say(), description: say() },
      ]),
    );
  const categories = base.categories.map(titled);
  const failures = base.failures.map((failure) => ({
    ...titled(failure),
    category: categories.find(({ id }) => id === failure.category.id) ?? failure.category,
    aliases: failure.aliases.map((alias) => ({ ...alias, reason: say() })),
    guidance: { causes: [say(), say()], actions: [say(), say(), say()] },
    params: failure.params.map((param) => ({
      ...param,
      values: param.values.map(say),
      example: say(),
      description: say(),
    })),
    messages: messages(failure.messages),
    deprecated: ending(failure.deprecated),
    retired: ending(failure.retired),
    examples: failure.examples.map(({ payload }) => ({ title: title(), payload: { ...payload, [say()]: [say()] } })),
  }));
  const byCode = new Map(failures.map((failure) => [failure.code, failure]));
  const catalog: Catalog = {
    ...titled(base),
    notice: say(),
    surfaces: base.surfaces.map(titled),
    statuses: base.statuses.map(titled),
    categories,
    reserved: base.reserved.map((reservation) => ({ ...reservation, reason: say() })),
    failures,
    byCode,
    byName: new Map(
      failures.flatMap((failure) => [failure, ...failure.aliases].map(({ name }) => [name, failure] as const)),
    ),
    fallback: byCode.get(base.fallback.code) ?? base.fallback,
  };
  // A code is a line, and no other mapping has it.
  return withSources(catalog, { line: title, paragraph: say, code: () => `${title()}#${taken}` });
}

/** Texts that mean something to one site generator or another. */
const pageTexts: readonly string[] = [
  "import x from 'y'",
  "export const a = 1",
  "<!-- comment --> and {/* comment */}",
  '<a id="x"></a> <Parcel :count="1">',
  "{{ count }} and {{{ count }}} and {{#if count}}",
  "{% include 'x' %} {# comment #} {%- raw -%}",
  '{: .note } {#anchor} { .class key="value" }',
  '!!! note "Title"',
  "??? tip",
  "::: danger Title",
  ":::tip",
  ":::note[Title]{icon}",
  "==marked== ++inserted++ ^^raised^^ ~~gone~~ H~2~O",
  "[[toc]] [TOC] [^1] *[HTML]: x",
  "# heading {#id}",
  "<<< @/file.ts",
  "--8<-- 'file'",
  "$$ a^2 $$ and $`b`$",
  "@[code](file) @site/x ![](x.png)",
  "(c) ... -- --- :tada: :material-x: 1/2",
];

/** A catalog in which hostile texts stand in every field. */
export function hostilePages(base: Catalog): Catalog {
  const all = [...pageTexts, ...hostileTexts]
    .map((text) => text.trim().normalize("NFC"))
    .filter((text) => text !== "" && isAdmissible(text, "paragraph"));
  return saying(
    base,
    all.map(onOneLine).filter((text) => isAdmissible(text, "line")),
    all,
  );
}
