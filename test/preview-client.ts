import { get, type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { onTestFinished } from "vitest";
import { eventsPath, type PreviewEvent } from "../cli/preview/preview.ts";
import { type RunningTool, startBuilt } from "./built-tool.ts";

/** A preview that runs in a process of its own until the test ends. */
export interface RunningPreview extends RunningTool {
  /** `http://127.0.0.1:4747/` */
  readonly address: string;
}

/** Starts a preview of a project on a free port and waits until it watches for changes. */
export async function startedPreview(
  root: string,
  words: readonly string[] = ["--port", "0"],
): Promise<RunningPreview> {
  const tool = startBuilt(root, ["serve", ...words]);
  onTestFinished(() => void tool.process.kill("SIGKILL"));
  await tool.waitFor("Watching for changes");
  const [address] = /http:\/\/[\d.:]+\//.exec(tool.printed()) ?? [];
  if (address === undefined) throw new Error(`no address was printed; this was:\n${tool.printed()}`);
  return { ...tool, address };
}

/** A whole answer of a server. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** Asks a server. The path is sent as it is written. */
export function ask(
  address: string,
  path: string,
  options: { readonly method?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Answered> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, agent: false, ...options }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on("error", reject).end();
  });
}

/** Sends a text as it is, and gives everything that comes back. */
export function askInWords(address: string, words: string): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(Number(port), hostname, () => socket.write(words));
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
    socket.on("end", () => resolve(text)).on("error", reject);
  });
}

/** What a page is told by a preview, from now on. */
export interface HeardEvents {
  /** The next event, whether it came already or not. */
  next(): Promise<PreviewEvent>;
  close(): void;
}

/** Listens to the events of a preview, as a page does. */
export async function listenTo(address: string): Promise<HeardEvents> {
  const heard: PreviewEvent[] = [];
  let wake = (): void => undefined;
  let text = "";
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${address}${eventsPath}`, resolve).on("error", reject);
  });
  response.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1];
      if (data !== undefined) heard.push(JSON.parse(data) as PreviewEvent);
      text = text.slice(end + 2);
    }
    wake();
  });
  response.on("error", () => undefined);
  onTestFinished(() => void response.destroy());
  return {
    next: async () => {
      while (heard.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return heard.shift() as PreviewEvent;
    },
    close: () => void response.destroy(),
  };
}
