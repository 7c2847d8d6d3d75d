/** The texts of templates/site, by name without folder and ending. */
export declare const templateSources: Readonly<Record<string, string>>;
