#!/usr/bin/env node
// CommonJS, as the package.json beside it says: loading an ES module costs a tenth of the time a small check may take.
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const tool = join(__dirname, "../dist/main.cjs");
// In a clone the tool is built when it is first called; a published package has no scripts and is built already.
if (existsSync(tool) || !existsSync(join(__dirname, "../scripts/build-if-stale.mjs"))) require(tool);
else {
  import("../scripts/build-if-stale.mjs").then(() => {
    if (!process.exitCode) require(tool);
  });
}
