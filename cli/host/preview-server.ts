import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Digest } from "../../core/digest.ts";
import { type Answer, answer, commonHeaders } from "../preview/answer.ts";
import { failureHtml, mistakesHtml } from "../preview/mistakes.ts";
import { eventOf, type Preview } from "../preview/preview.ts";
import { brokenPage } from "../preview/preview-pages.ts";
import type { Problem } from "../problem.ts";
import type { Conclusion } from "../run-conclusion.ts";
import { isSystemError } from "./system-error.ts";

/** A server that shows the last good build of a site, to this machine alone. */
export interface PreviewServer {
  readonly port: number;
  /** Shows a build from now on, and tells every open page. `root` is the folder of the project, absolute. */
  show(site: NonNullable<Preview["site"]>, root: string): void;
  /** Lays what is wrong over what was shown before. */
  complain(conclusion: Conclusion, root: string): void;
  /** Ends it, and all that it answers at this moment. */
  close(): Promise<void>;
}

/** What a server is told besides. */
export interface PreviewSettings {
  /** The port that is asked for; without one, the usual one, or a free one where that is taken. */
  readonly port: number | undefined;
  readonly digest: Digest;
  /** Told of a page that could not be made, and why. */
  readonly failed: (page: string, reason: unknown) => void;
}

/** The port of the first preview of a machine. */
const usualPort = 4747;

/** Only for this machine: nobody else in the network reaches it. */
const ownAddress = "127.0.0.1";

/** Milliseconds until a browser asks again for events that broke off. */
const retry = 300;

/** Starts a server, or says why there can be none. */
export async function startPreview({
  port: wanted,
  digest,
  failed,
}: PreviewSettings): Promise<PreviewServer | Problem> {
  // Nobody takes a build of this run for one of another.
  const run = randomBytes(6).toString("hex");
  let builds = 0;
  const nextBuild = (): string => `${run}-${++builds}`;
  let folder = "";
  let preview: Preview = { build: "", site: undefined, mistakes: undefined };
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => respond(request, response));
  const listening = await listen(server, wanted);
  if (typeof listening !== "number") return listening;
  const port = listening;

  function respond(request: IncomingMessage, response: ServerResponse): void {
    const { method = "", url: target = "" } = request;
    const { host, "if-none-match": known } = request.headers;
    let answered: Answer;
    try {
      answered = answer({ method, host, target, known }, preview, port, digest);
    } catch (reason) {
      failed(target, reason);
      const headers = { ...commonHeaders, "content-type": "text/html; charset=utf-8" };
      answered = { kind: "whole", status: 500, headers, body: brokenPage(preview, failureHtml(reason, folder)) };
    }
    if (answered.kind === "events") {
      hearken(response, method === "HEAD");
      return;
    }
    const { status, headers, body } = answered;
    const length = status === 304 ? {} : { "content-length": Buffer.byteLength(body) };
    // What is sent with another method is not read.
    const end = status === 405 || status === 403 ? { connection: "close" } : {};
    response.writeHead(status, { ...headers, ...length, ...end });
    response.end(method === "HEAD" || status === 304 ? undefined : body);
  }

  function hearken(response: ServerResponse, isHead: boolean): void {
    response.writeHead(200, { ...commonHeaders, "content-type": "text/event-stream; charset=utf-8" });
    if (isHead) {
      response.end();
      return;
    }
    response.write(`retry: ${retry}\n${eventText()}`);
    listeners.add(response);
    response.on("close", () => listeners.delete(response));
  }

  const eventText = (): string => `data: ${JSON.stringify(eventOf(preview))}\n\n`;

  function change(next: Preview, root: string): void {
    preview = next;
    folder = root;
    for (const listener of listeners) listener.write(eventText());
  }

  return {
    port,
    show: (site, root) => change({ build: nextBuild(), site, mistakes: undefined }, root),
    complain: (conclusion, root) => change({ ...preview, mistakes: mistakesHtml(conclusion, nextBuild(), root) }, root),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The port that a server listens on; or why it does not. */
async function listen(server: Server, wanted: number | undefined): Promise<number | Problem> {
  const problem = await listenOn(server, wanted ?? usualPort);
  if (problem === undefined) return (server.address() as AddressInfo).port;
  if (wanted === undefined && (await listenOn(server, 0)) === undefined) return (server.address() as AddressInfo).port;
  const port = wanted ?? usualPort;
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: "is in use already",
    EACCES: "may not be used by this user",
  };
  return {
    message: `The port ${port} ${reasons[problem] ?? `cannot be listened on (${problem})`}.`,
    hint: "Name another one with --port, or leave the option out for one that is free.",
  };
}

/** Resolves with the code of the system's error, or with undefined once the server listens. */
function listenOn(server: Server, port: number): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const refused = (problem: Error): void => {
      if (isSystemError(problem)) resolve(problem.code);
      else reject(problem);
    };
    server.once("error", refused);
    server.listen({ port, host: ownAddress }, () => {
      server.off("error", refused);
      resolve(undefined);
    });
  });
}
