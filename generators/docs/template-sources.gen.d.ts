/** The texts of templates/docs, by name without folder and ending. */
export declare const templateSources: Readonly<Record<string, string>>;
