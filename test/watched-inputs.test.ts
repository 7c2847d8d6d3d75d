import { expect, test } from "vitest";
import type { FileSystem } from "../cli/host/file-system.ts";
import { nodeFileSystem } from "../cli/host/node-file-system.ts";
import { digestOnce, watchedInputs } from "../cli/host/watched-inputs.ts";

const path = "/shop/spec/failure-codes.json";
const most = 1000;

/** A disk with one file on it, and how often its text was read. */
function shelf(content: string | Uint8Array | undefined) {
  const file = { content, stamp: "first", settled: true, reads: 0 };
  const files: FileSystem = {
    ...nodeFileSystem(),
    stamp: () => (file.content === undefined ? undefined : { text: file.stamp, settled: file.settled }),
    readText: () => {
      file.reads += 1;
      return file.content;
    },
  };
  return { file, ...watchedInputs(files) };
}

test("all of a build sees a file as it was when it was first read", () => {
  const { file, files, begin } = shelf("one card");
  begin();
  expect(files.readText(path, most)).toBe("one card");
  file.content = "two cards";
  file.stamp = "second";
  expect(files.readText(path, most)).toBe("one card");
  begin();
  expect(files.readText(path, most)).toBe("two cards");
  file.content = undefined;
  begin();
  expect(files.readText(path, most)).toBe(undefined);
  expect(files.readText(path, most)).toBe(undefined);
  expect(file.reads).toBe(3);
});

test("what nobody touched is not read again, once its stamp can be relied on", () => {
  const { file, files, begin } = shelf("one card");
  file.settled = false;
  const reads: number[] = [];
  for (const settled of [false, false, true, true, true]) {
    file.settled = settled;
    begin();
    files.readText(path, most);
    reads.push(file.reads);
  }
  expect(reads).toEqual([1, 2, 3, 3, 3]);
});

test("an edit in the moment of the reading, of the same length and with the same stamp, is seen", () => {
  const { file, files, begin } = shelf("one card");
  file.settled = false;
  begin();
  files.readText(path, most);
  file.content = "two card";
  file.settled = true;
  begin();
  expect(files.readText(path, most)).toBe("two card");
});

test("bytes that are what they were are the very same", () => {
  const { file, files, begin } = shelf(Uint8Array.of(0xff, 1));
  file.settled = false;
  begin();
  const before = files.readText(path, most);
  file.content = Uint8Array.of(0xff, 1);
  begin();
  expect(files.readText(path, most)).toBe(before);
  file.content = Uint8Array.of(0xff, 2);
  begin();
  expect(files.readText(path, most)).toEqual(Uint8Array.of(0xff, 2));
});

test("a file that is read with another limit is read again, and one that a build leaves out is let go", () => {
  const { file, files, begin } = shelf("one card");
  begin();
  files.readText(path, most);
  files.readText(path, 4);
  expect(file.reads).toBe(2);
  begin();
  begin();
  files.readText(path, most);
  expect(file.reads).toBe(3);
});

test("of a long text one digest is made in each build", () => {
  let made = 0;
  const { digest, begin } = digestOnce((content) => `${++made} of ${String(content).length}`);
  const long = "card ".repeat(10_000);
  expect(digest(long)).toBe("1 of 50000");
  expect(digest(`${long.slice(0, -5)}card `)).toBe("1 of 50000");
  expect(digest(`${long.slice(0, -5)}cart `)).toBe("2 of 50000");
  expect(digest("card")).toBe("3 of 4");
  expect(digest("card")).toBe("4 of 4");
  begin();
  expect(digest(long)).toBe("5 of 50000");
});
