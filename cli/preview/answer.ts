import { bytesOf, textOf } from "../../core/content.ts";
import type { Digest } from "../../core/digest.ts";
import type { Artifact } from "../../core/target.ts";
import { previewScript } from "./browser.gen.js";
import { eventsPath, mistakesPath, type Preview, scriptPath } from "./preview.ts";
import { missingPage, mistakesOverlay, mistakesPage, scriptTag } from "./preview-pages.ts";

/** What a browser asks for. */
export interface Asked {
  readonly method: string;
  /** The header `Host`. */
  readonly host: string | undefined;
  /** The request target, as it was sent: path and query. */
  readonly target: string;
  /** The header `If-None-Match`. */
  readonly known: string | undefined;
}

/** What it is answered: a whole answer, without its body if the method is HEAD; or all events from now on. */
export type Answer =
  | {
      readonly kind: "whole";
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string | Uint8Array;
    }
  | { readonly kind: "events" };

/** Headers of every answer: another site's page may not read one, and nothing is used again unasked. */
export const commonHeaders = {
  "cache-control": "no-cache",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;

/** Answers from what is shown, and from nothing else. */
export function answer(asked: Asked, preview: Preview, port: number, digest: Digest): Answer {
  // A page of another site that gives our address to a name of its own would be that site's to read.
  if (!isOwnName(asked.host, port)) {
    return text(403, `Only names of this machine are answered: open http://127.0.0.1:${port}/ instead.\n`);
  }
  if (asked.method !== "GET" && asked.method !== "HEAD") {
    const refused = text(405, "Only GET and HEAD are answered.\n");
    return { ...refused, headers: { ...refused.headers, allow: "GET, HEAD" } };
  }
  const [written = "", query] = asked.target.split(/[?#](.*)/s);
  const path = pathOf(written);
  const whole = (status: number, type: string, body: string | Uint8Array): Answer =>
    tagged(asked, status, type, body, digest);
  switch (path) {
    case eventsPath:
      return { kind: "events" };
    case scriptPath:
      return whole(200, types["js"] as string, previewScript);
    case mistakesPath:
      return whole(200, html, preview.mistakes === undefined ? "" : mistakesOverlay(preview.mistakes));
  }
  const { site } = preview;
  if (site === undefined) return whole(503, html, mistakesPage(preview));
  const found = path === undefined ? undefined : fileAt(site, path);
  if (found === undefined) return whole(404, html, missingPage(preview, written));
  if (typeof found === "string") {
    const location = `/${encodeURI(found)}${query === undefined ? "" : `?${query}`}`;
    const moved = text(302, `${location}\n`);
    return { ...moved, headers: { ...moved.headers, location } };
  }
  const type = typeOf(found.path);
  const body = type === html ? `${textOf(found.content)}${scriptTag(preview)}` : bytesOf(found.content);
  return whole(200, type, body);
}

function isOwnName(host: string | undefined, port: number): boolean {
  const named = /^(127\.0\.0\.1|localhost|\[::1\])(?::([0-9]+))?$/i.exec(host ?? "");
  return named !== null && Number(named[2] ?? 80) === port;
}

/** The path in the plan that an address asks for; undefined where it can be none. */
function pathOf(written: string): string | undefined {
  if (!written.startsWith("/")) return undefined;
  const steps: string[] = [];
  for (const step of written.slice(1).split("/")) {
    let decoded: string;
    try {
      decoded = decodeURIComponent(step);
    } catch {
      return undefined;
    }
    if (decoded === "." || decoded === ".." || /[/\\\u0000]/.test(decoded)) return undefined;
    steps.push(decoded);
  }
  return steps.join("/");
}

/** The file at a path, or the path that it leads to: a page may be asked for without its ending, as the web does. */
function fileAt(site: ReadonlyMap<string, Artifact>, path: string): Artifact | string | undefined {
  if (path === "" || path.endsWith("/")) return site.get(`${path}index.html`);
  const file = site.get(path);
  if (file !== undefined) return file;
  if (site.has(`${path}.html`)) return `${path}.html`;
  return site.has(`${path}/index.html`) ? `${path}/` : undefined;
}

const html = "text/html; charset=utf-8";

const types: Readonly<Record<string, string>> = {
  html,
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  xml: "application/xml; charset=utf-8",
};

function typeOf(path: string): string {
  return types[/\.([a-z]+)$/.exec(path)?.[1] ?? ""] ?? "application/octet-stream";
}

function tagged(asked: Asked, status: number, type: string, body: string | Uint8Array, digest: Digest): Answer {
  const tag = `"${digest(body)}"`;
  const headers = { ...commonHeaders, "content-type": type, etag: tag };
  const known = asked.known?.split(",").map((one) => one.trim().replace(/^W\//, "")) ?? [];
  if (status === 200 && (known.includes(tag) || known.includes("*"))) {
    return { kind: "whole", status: 304, headers, body: "" };
  }
  return { kind: "whole", status, headers, body };
}

function text(status: number, body: string): Answer & { readonly kind: "whole" } {
  return { kind: "whole", status, headers: { ...commonHeaders, "content-type": types["txt"] as string }, body };
}
