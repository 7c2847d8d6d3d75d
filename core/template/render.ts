/** Writes a page: the name of its template and the view it reads. */
export type Render<Views> = <Name extends keyof Views & string>(name: Name, view: Views[Name]) => string;

/** Renders with templates that are functions of their views. */
export function renderOf<Views>(templates: Readonly<Record<string, (view: unknown) => string>>): Render<Views> {
  return (name, view) => {
    const template = templates[name];
    if (template === undefined) throw new Error(`There is no template "${name}".`);
    return template(view);
  };
}
