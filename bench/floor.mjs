// What no tool can do without: read the spec, parse it, and write (or compare) the bytes of the outputs.
// floor.mjs write|compare SPEC MODEL OUT — MODEL holds the outputs as they should be.
import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [, , mode, spec, model, out] = process.argv;
const buffers = [Buffer.allocUnsafe(1 << 16), Buffer.allocUnsafe(1 << 16)];

function bytes(path, slot) {
  const file = openSync(path, "r");
  const { size } = fstatSync(file);
  if (buffers[slot].length < size) buffers[slot] = Buffer.allocUnsafe(size * 2);
  let read = 0;
  while (read < size) read += readSync(file, buffers[slot], read, size - read, read);
  closeSync(file);
  return buffers[slot].subarray(0, size);
}

let parsed = 0;
const read = (folder) => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) read(path);
    else parsed += Object.keys(JSON.parse(readFileSync(path, "utf8"))).length;
  }
};
read(spec);

const visit = (from, to) => {
  if (mode === "write") mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) visit(source, target);
    else if (mode === "write") writeFileSync(target, bytes(source, 0));
    else if (!bytes(source, 0).equals(bytes(target, 1))) process.exitCode = 1;
  }
};
visit(model, out);
if (parsed === 0) process.exitCode = 1;
