/** A sentence with named holes. `Holes` is the union of their names, so that a diagnostic with an empty hole does not compile. */
export interface MessageTemplate<Holes extends string = string> {
  readonly parts: readonly string[];
  readonly holes: readonly Holes[];
}

/** Writes a template: `` sentence`Code ${"code"} is reserved.` ``. */
export function sentence<const Names extends readonly string[]>(
  parts: TemplateStringsArray,
  ...holes: Names
): MessageTemplate<Names[number]> {
  return { parts: [...parts], holes };
}

/** The template with every hole filled. */
export function fill(template: MessageTemplate, values: Readonly<Record<string, string | number>>): string {
  let text = template.parts[0] ?? "";
  for (const [index, hole] of template.holes.entries()) {
    text += String(values[hole] ?? "") + (template.parts[index + 1] ?? "");
  }
  return text;
}
