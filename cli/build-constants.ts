// Filled in by scripts/build.ts; absent when the tool runs from source.
declare const __FAILCODES_VERSION__: string | undefined;
declare const __FAILCODES_BUILD__: string | undefined;

/** Version of failcodes, as its package.json has it. */
export const version: string = typeof __FAILCODES_VERSION__ === "string" ? __FAILCODES_VERSION__ : "0.1.0";

/** Digest of the built code, or "" when it runs from source: then nothing may be taken from a cache. */
export const build: string = typeof __FAILCODES_BUILD__ === "string" ? __FAILCODES_BUILD__ : "";
