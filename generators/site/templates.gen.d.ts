/** The templates of templates/site as functions of their views, by name without folder and ending. */
export declare const templates: Readonly<Record<string, (view: unknown) => string>>;
