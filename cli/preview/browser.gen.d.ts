/** What every page of a preview runs in the browser besides its own: a classic script. */
export declare const previewScript: string;
