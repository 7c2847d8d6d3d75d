/** What every page of the site runs in the browser: a classic script. */
export declare const siteScript: string;
/** What a page loads when somebody searches: a classic script. */
export declare const searchScript: string;
