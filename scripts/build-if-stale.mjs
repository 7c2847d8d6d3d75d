// Plain JavaScript and Node alone, since it runs before every command: the build itself needs a TypeScript loader.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";

const root = resolve(import.meta.dirname, "..");
const inputs = [
  "cli",
  "core",
  "generators",
  "importers",
  "templates",
  "scripts",
  "spec/schema",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];

const hash = createHash("sha256");
const visit = (path) => {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) visit(join(path, name));
  } else if (!path.endsWith(".gen.js")) {
    hash
      .update(`${relative(root, path).split(sep).join("/")}\0`)
      .update(readFileSync(path))
      .update("\0");
  }
};
for (const name of inputs) if (existsSync(join(root, name))) visit(join(root, name));
const digest = hash.digest("hex");

const stamp = join(root, "dist/source-digest.txt");
if (!existsSync(stamp) || readFileSync(stamp, "utf8").trim() !== digest) {
  const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
  const run = spawnSync(process.execPath, [tsx, join(root, "scripts/build.ts"), digest], {
    stdio: "inherit",
    cwd: root,
  });
  process.exitCode = run.status ?? 1;
}
