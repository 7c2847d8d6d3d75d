import type { Programs } from "./programs.ts";

/** The objects of a git repository, asked for by the way git names them: `HEAD`, `HEAD:spec/failure-codes.json`, `:2:…`. */
export interface GitObjects {
  /** The ids of objects, in the order of their names; undefined where there is none of that name. */
  ids(names: readonly string[]): readonly (string | undefined)[];
  /** The same, with how many bytes each is long. */
  found(names: readonly string[]): readonly ({ readonly id: string; readonly size: number } | undefined)[];
  /** The contents of files, by id. */
  contents(ids: readonly string[]): ReadonlyMap<string, Uint8Array>;
  /** What git prints, without the line feed at its end; undefined where it fails. */
  ask(...words: readonly string[]): string | undefined;
}

/** The repository that a folder lies in. */
export function gitObjects({ git }: Programs, folder: string): GitObjects {
  function ids(names: readonly string[]): readonly (string | undefined)[] {
    return found(names).map((one) => one?.id);
  }

  function found(names: readonly string[]): ReturnType<GitObjects["found"]> {
    if (names.length === 0) return [];
    const { exitCode, stdout } = git(folder, ["cat-file", "--batch-check"], `${names.join("\n")}\n`);
    if (exitCode !== 0) return names.map(() => undefined);
    const lines = new TextDecoder().decode(stdout).split("\n");
    return names.map((_, index) => {
      const [, id, size] = /^([0-9a-f]+) (?:commit|blob) (\d+)$/.exec(lines[index] ?? "") ?? [];
      return id === undefined ? undefined : { id, size: Number(size) };
    });
  }

  function contents(wanted: readonly string[]): ReadonlyMap<string, Uint8Array> {
    const read = new Map<string, Uint8Array>();
    if (wanted.length === 0) return read;
    const { exitCode, stdout } = git(folder, ["cat-file", "--batch"], `${wanted.join("\n")}\n`);
    if (exitCode !== 0) return read;
    const lineFeed = 10;
    for (let at = 0; at < stdout.length; ) {
      const end = stdout.indexOf(lineFeed, at);
      const [id = "", , size = ""] = new TextDecoder().decode(stdout.subarray(at, end)).split(" ");
      const length = Number(size);
      if (size === "" || !Number.isSafeInteger(length)) break;
      read.set(id, stdout.subarray(end + 1, end + 1 + length));
      at = end + 1 + length + 1;
    }
    return read;
  }

  function ask(...words: readonly string[]): string | undefined {
    const { exitCode, stdout } = git(folder, words);
    return exitCode === 0 ? new TextDecoder().decode(stdout).replace(/\n$/, "") : undefined;
  }

  return { ids, found, contents, ask };
}
