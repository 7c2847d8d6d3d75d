import type { FileSystem } from "../cli/host/file-system.ts";
import { nodeFileSystem } from "../cli/host/node-file-system.ts";
import { nodeHost } from "../cli/host/node-host.ts";
import { textOf } from "../core/content.ts";
import { generateShop, type ShopOptions } from "./shop-project.ts";

/**
 * Generates the shop in a process of its own, which ends as if by a power cut at one of its fail points: before and after
 * everything that changes the disk, and in the middle of every file. Prints how many points there were if it gets through.
 */
const [root = "", options = "{}", failAt = "-1"] = process.argv.slice(2);
let points = 0;

function point(): void {
  if (points === Number(failAt)) process.kill(process.pid, "SIGKILL");
  points += 1;
}

function around<T>(action: () => T): T {
  point();
  const result = action();
  point();
  return result;
}

const files = nodeFileSystem();
const failing: FileSystem = {
  ...files,
  create(path, content, mode) {
    point();
    const text = textOf(content);
    if (points === Number(failAt)) files.create(path, text.slice(0, text.length / 2), mode);
    point();
    const result = files.create(path, content, mode);
    point();
    return result;
  },
  rename: (from, to) => around(() => files.rename(from, to)),
  moveFolder: (from, to) => around(() => files.moveFolder(from, to)),
  remove: (path) => around(() => files.remove(path)),
  createFolder: (path) => around(() => files.createFolder(path)),
  removeEmptyFolder: (path) => around(() => files.removeEmptyFolder(path)),
};

process.stdout.write("started\n");
const { targets } = await generateShop(root, {
  ...(JSON.parse(options) as ShopOptions),
  host: { ...nodeHost(), files: failing },
});
process.stdout.write(`${JSON.stringify({ points, kept: targets.flatMap(({ kept }) => kept).length })}\n`);
