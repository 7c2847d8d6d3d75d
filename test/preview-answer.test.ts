import { describe, expect, it, test } from "vitest";
import { sha256 } from "../cli/host/digest.ts";
import { type Answer, answer } from "../cli/preview/answer.ts";
import { mistakesHtml } from "../cli/preview/mistakes.ts";
import { mistakesPath, type Preview, scriptPath } from "../cli/preview/preview.ts";
import { scriptTag } from "../cli/preview/preview-pages.ts";
import { bytesOf, textOf } from "../core/content.ts";
import { diagnostic } from "../core/diagnostics/diagnostic.ts";
import { site } from "../generators/site.ts";
import { catalogFixture } from "./catalog-fixture.ts";
import { testKit } from "./golden.ts";
import { readHtml } from "./html-reader.ts";

const generated = await site().generate(catalogFixture("shop"), testKit);
if (!generated.ok) throw new Error("the shop has no site");
const files = new Map([...generated.value].map((artifact) => [artifact.path, artifact]));
const good: Preview = { build: "run-1", site: files, mistakes: undefined };

const port = 4747;
const own = "127.0.0.1:4747";

type Whole = Answer & { readonly kind: "whole" };

function answered(
  target: string,
  preview = good,
  more: { method?: string; host?: string; known?: string } = {},
): Whole {
  const asked = { method: "GET", host: own, known: undefined, target, ...more };
  const found = answer(asked, preview, port, sha256);
  if (found.kind !== "whole") throw new Error(`${target} answers with events`);
  return found;
}

const statusOf = (target: string): number => answered(target).status;

test("every file of the plan is answered with its bytes; a page gets one script more", () => {
  for (const [path, artifact] of files) {
    const { status, headers, body } = answered(`/${encodeURI(path)}`);
    expect({ path, status }).toEqual({ path, status: 200 });
    if (path.endsWith(".html")) {
      expect(headers["content-type"]).toBe("text/html; charset=utf-8");
      expect(body).toBe(`${textOf(artifact.content)}${scriptTag(good)}`);
    } else {
      expect(body).toEqual(bytesOf(artifact.content));
    }
  }
  expect(answered("/assets/site.css").headers["content-type"]).toBe("text/css; charset=utf-8");
  expect(answered("/assets/site.js").headers["content-type"]).toBe("text/javascript; charset=utf-8");
});

test("a folder answers with its first page, and a page is found without its ending", () => {
  expect(answered("/").body).toBe(answered("/index.html").body);
  expect(answered("/?from=mail").status).toBe(200);
  const { status, headers } = answered("/codes/2001?from=mail");
  expect({ status, location: headers["location"] }).toEqual({ status: 302, location: "/codes/2001.html?from=mail" });
});

describe("nothing but the plan is answered", () => {
  it.each([
    "/codes/9999.html",
    "/codes/",
    "/codes",
    "/manifest.json",
    "/../package.json",
    "/codes/../index.html",
    "/codes/%2e%2e/index.html",
    "/codes/%2E%2E%2Findex.html",
    "/codes%2f2001.html",
    "/..%5c..%5cetc/passwd",
    "/codes\\2001.html",
    "/./index.html",
    "//index.html",
    "//evil.example/codes/2001",
    "/index.html%00",
    "/%00",
    "/%",
    "/%c3%28",
    "/etc/passwd",
    "/c:/index.html",
    "/__proto__",
    "/constructor",
    "/__failcodes/",
    "index.html",
    "http://127.0.0.1:4747/index.html",
    "*",
    "",
  ])("%s", (target) => {
    expect(statusOf(target)).toBe(404);
  });

  it("says which address it was, and no markup of it counts", () => {
    const { body } = answered("/<img src=x onerror=alert(1)>");
    expect(body).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(readHtml(String(body)).unbalanced).toEqual([]);
  });
});

describe("names of other hosts are refused", () => {
  it.each(["127.0.0.1:4747", "localhost:4747", "LOCALHOST:4747", "[::1]:4747"])("%s is ours", (host) => {
    expect(answered("/", good, { host }).status).toBe(200);
  });

  it.each([
    undefined,
    "",
    "127.0.0.1",
    "localhost",
    "localhost:80",
    "localhost:4748",
    "example.com:4747",
    "localhost.example.com:4747",
    "127.0.0.1.example.com:4747",
    "example.com:4747@127.0.0.1:4747",
    "127.0.0.2:4747",
    "0.0.0.0:4747",
    "localhost:4747:4747",
    "localhost:4747\n",
  ])("%j is not", (host) => {
    const asked = { method: "GET", target: "/", host, known: undefined };
    for (const target of ["/", `/${scriptPath}`, "/__failcodes/events", "/none"]) {
      expect(answer({ ...asked, target }, good, port, sha256)).toMatchObject({ kind: "whole", status: 403 });
    }
  });
});

test.each(["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "get", ""])("%s is not allowed", (method) => {
  const { status, headers } = answered("/", good, { method });
  expect({ status, allow: headers["allow"] }).toEqual({ status: 405, allow: "GET, HEAD" });
});

test("what a browser knows already is not sent again", () => {
  const { headers } = answered("/assets/site.css");
  const tag = headers["etag"] ?? "";
  for (const known of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
    expect(answered("/assets/site.css", good, { known })).toMatchObject({ status: 304, body: "" });
  }
  expect(answered("/assets/site.css", good, { known: '"other"' }).status).toBe(200);
  expect(answered("/none", good, { known: "*" }).status).toBe(404);
  // It is asked each time whether it still is what it was.
  expect(headers["cache-control"]).toBe("no-cache");
});

const hostile = `</pre><script>alert("1")</script>`;
const catalog = { path: "spec/<b>codes.json", text: `{\n  "category": ${JSON.stringify(hostile)}\n}\n` };
const words = { category: JSON.stringify(hostile), remedy: "Write another <b>." };
const found = [
  diagnostic("FC2206", { file: catalog, start: 16, end: 30 }, words as never, [
    { message: `Here it is ${hostile}`, at: { file: catalog, start: 0, end: 1 } },
  ]),
];
const broken = mistakesHtml({ command: "serve", diagnostics: found }, "run-2", "/home/maya/my shop");

test("mistakes are shown with their places and lines, and no markup of them counts", () => {
  const { body, status } = answered(`/${mistakesPath}`, { ...good, mistakes: broken });
  expect(status).toBe(200);
  expect(body).toContain("1 error");
  expect(body).toContain('href="vscode://file/home/maya/my%20shop/spec/%3Cb%3Ecodes.json:2:15"');
  expect(body).toContain("spec/&lt;b&gt;codes.json:2:15");
  expect(body).toMatch(/2 \| {3}&quot;category&quot;: &quot;&lt;\/pre&gt;&lt;script&gt;alert\(/);
  expect(body).toMatch(/ {2}\| {15}<b>\^~+<\/b>/);
  expect(body).toContain("Here it is &lt;/pre&gt;&lt;script&gt;");
  expect(body).not.toContain("<script");
  expect(readHtml(String(body)).unbalanced).toEqual([]);
});

test("pages stay what they were while there are mistakes; before the first site, the mistakes are the page", () => {
  expect(answered("/codes/2001.html", { ...good, mistakes: broken })).toEqual(answered("/codes/2001.html"));
  const none: Preview = { build: "", site: undefined, mistakes: broken };
  const { status, body } = answered("/codes/2001.html", none);
  expect(status).toBe(503);
  expect(body).toContain("spec/&lt;b&gt;codes.json:2:15");
  expect(body).toContain(scriptTag(none, true));
  expect(readHtml(String(body)).unbalanced).toEqual([]);
});
