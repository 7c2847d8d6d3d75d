import type { Digest } from "../../core/digest.ts";
import type { FileSystem } from "./file-system.ts";

/** The files that the builds of one watch are made from. */
export interface WatchedInputs {
  /** A file system that reads the text of a file once in each build, so that all of a build sees the same. */
  readonly files: FileSystem;
  /** Begins another build: every file is looked at again, and those that nobody read in the last one are let go. */
  begin(): void;
}

interface ReadInput {
  readonly content: string | Uint8Array | undefined;
  /** Undefined where the file may change without a change of its stamp. */
  readonly stamp: string | undefined;
  readonly build: number;
}

/** Texts of at least this many UTF-16 units are worth looking for. */
const long = 1 << 14;

/** A digest that is made of a long text once in each build: several targets have the same files. */
export function digestOnce(digest: Digest): { readonly digest: Digest; readonly begin: () => void } {
  const known = new Map<string, string>();
  return {
    digest: (content) => {
      if (typeof content !== "string" || content.length < long) return digest(content);
      const found = known.get(content) ?? digest(content);
      known.set(content, found);
      return found;
    },
    begin: () => known.clear(),
  };
}

/** A file whose stamp shows that nobody touched it is not read again; where the content is what it was, it is the very same. */
export function watchedInputs(real: FileSystem): WatchedInputs {
  const known = new Map<string, ReadInput>();
  let build = 0;

  function read(path: string, most: number, before: ReadInput | undefined): ReadInput {
    // Before the reading: what is written in between has another stamp afterwards.
    const found = real.stamp(path);
    const stamp = found?.settled === true ? found.text : undefined;
    if (before !== undefined && stamp !== undefined && stamp === before.stamp) return { ...before, build };
    const content = real.readText(path, most);
    return { content: isSame(before?.content, content) ? before?.content : content, stamp, build };
  }

  return {
    files: {
      ...real,
      readText: (path, most) => {
        const name = `${most} ${path}`;
        const before = known.get(name);
        if (before?.build === build) return before.content;
        const now = read(path, most, before);
        known.set(name, now);
        return now.content;
      },
    },
    begin: () => {
      for (const [name, input] of known) if (input.build < build) known.delete(name);
      build += 1;
    },
  };
}

function isSame(before: string | Uint8Array | undefined, now: string | Uint8Array | undefined): boolean {
  if (typeof before !== "object" || typeof now !== "object") return before === now;
  return Buffer.compare(before, now) === 0;
}
