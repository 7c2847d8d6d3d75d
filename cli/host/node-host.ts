import { isatty } from "node:tty";
import { sha256 } from "./digest.ts";
import { mayBeTerminal, type OutputDescriptor, printedAtOnce } from "./direct-output.ts";
import { prepareForMuchData } from "./engine.ts";
import type { Host, Input, Output } from "./host.ts";
import { nodeFileSystem } from "./node-file-system.ts";
import { nodePrograms } from "./node-programs.ts";

/** The world of a process, and whether all that was printed into it has arrived. */
export interface NodeHost extends Host {
  allPrinted(): boolean;
}

interface Stream extends Output {
  allPrinted(): boolean;
}

/** This process in its world. */
export function nodeHost(): NodeHost {
  const stdout = outputTo(1, () => process.stdout);
  const stderr = outputTo(2, () => process.stderr);
  return {
    cwd: process.cwd(),
    files: nodeFileSystem(),
    programs: nodePrograms(),
    digest: sha256,
    environment: process.env,
    stdin: standardInput(),
    stdout,
    stderr,
    allPrinted: () => stdout.allPrinted() && stderr.allPrinted(),
    prepareForMuchData,
    today: () => new Date().toISOString().slice(0, 10),
  };
}

function standardInput(): Input {
  return {
    get isTerminal() {
      return isatty(0);
    },
    read: async (limit) => {
      const chunks: Uint8Array[] = [];
      let length = 0;
      for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
        length += chunk.length;
        if (length > limit) return undefined;
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    },
  };
}

/** Most bytes that a pipe takes at once or not at all, on every system (POSIX, `PIPE_BUF`). */
const atOnce = 512;

/**
 * Node's stream costs more time than all that a small check compares, and is only made where it is needed: for a terminal,
 * for long texts, and where the system does not take a text at once.
 */
function outputTo(descriptor: OutputDescriptor, stream: () => NodeJS.WriteStream): Stream {
  let made: NodeJS.WriteStream | undefined;
  const make = (): NodeJS.WriteStream => {
    if (made !== undefined) return made;
    made = stream();
    // A reader that has seen enough, `failcodes check | head`, is no mistake.
    made.on("error", (problem: NodeJS.ErrnoException) => {
      if (problem.code !== "EPIPE") throw problem;
    });
    return made;
  };
  const isTerminal = (): boolean => mayBeTerminal(descriptor) && make().isTTY === true;
  return {
    get isTerminal() {
      return isTerminal();
    },
    get columns() {
      return isTerminal() ? make().columns : undefined;
    },
    write: (text) => {
      if (made !== undefined || text.length * 3 > atOnce || !printedAtOnce(descriptor, text)) make().write(text);
    },
    allPrinted: () => (made?.writableLength ?? 0) === 0,
  };
}
