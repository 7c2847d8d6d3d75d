// What `main.ts` loads when its shortcut does not serve. Built, it is one script with a code cache: see scripts/build.ts.
export { nodeHost } from "./host/node-host.ts";
export { run } from "./run.ts";
