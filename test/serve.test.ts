import { existsSync, readFileSync, rmSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { sha256 } from "../cli/host/digest.ts";
import { startPreview } from "../cli/host/preview-server.ts";
import { mistakesPath } from "../cli/preview/preview.ts";
import { watchMemory } from "../cli/watch-memory.ts";
import { textOf } from "../core/content.ts";
import { stoppedTemplate } from "../core/template/stopped.ts";
import { site } from "../generators/site.ts";
import { repository, runBuilt, startBuilt } from "./built-tool.ts";
import { catalogFixture } from "./catalog-fixture.ts";
import { layCatalog, temporaryFolder, writeProjectFile } from "./cli-project.ts";
import { catalogEdited } from "./edited-catalog.ts";
import { testKit } from "./golden.ts";
import { ask, askInWords, listenTo, startedPreview } from "./preview-client.ts";

function shop(configuration?: string): string {
  const root = temporaryFolder();
  layCatalog(root, "shop");
  if (configuration !== undefined) writeProjectFile(root, "failcodes.config.json", configuration);
  return root;
}

const spec = "spec/failure-codes.json";

function edit(root: string, path: string, from: string, to: string): void {
  const text = readFileSync(join(root, path), "utf8");
  expect(text).toContain(from);
  writeProjectFile(root, path, text.replaceAll(from, to));
}

test("an edit is told to open pages, shown, and printed with what changed; nothing is written", async () => {
  const root = shop('{ "targets": { "site": false, "docs": {} } }\n');
  const { address, waitFor } = await startedPreview(root);
  const events = await listenTo(address);
  const before = await events.next();
  expect((await ask(address, "/codes/2001.html")).body).toContain("for thirty days");
  edit(root, spec, "for thirty days", "for forty days");
  const after = await events.next();
  expect(after.build).not.toBe(before.build);
  expect(after.mistakes).toBeNull();
  const { body } = await ask(address, "/codes/2001.html");
  expect(body).toContain("for forty days");
  expect(body).toContain(`data-build="${after.build}"`);
  expect(await waitFor("changed.\n")).toMatch(/^Built in \d+ ms: spec\/failure-codes\.json changed\.$/m);
  expect(existsSync(join(root, "generated"))).toBe(false);
});

test("what the site is not made of builds nothing: pages with blocks, and what editors put beside templates", async () => {
  const root = shop('{ "inject": ["README.md"] }\n');
  writeProjectFile(root, "README.md", "It has <!-- failcodes:count --><!-- failcodes:end --> codes.\n");
  const { waitFor } = await startedPreview(root);
  writeProjectFile(root, "README.md", "Now it has <!-- failcodes:count --><!-- failcodes:end --> codes.\n");
  writeProjectFile(root, "spec/templates/site/4913", "{{");
  edit(root, spec, "for thirty days", "for forty days");
  expect(await waitFor("changed.\n")).toMatch(/Built in \d+ ms: spec\/failure-codes\.json changed\.\n$/);
});

test("a new locale and a changed source are shown", async () => {
  const root = shop();
  const { address } = await startedPreview(root);
  const events = await listenTo(address);
  await events.next();
  writeProjectFile(
    root,
    "spec/locales/de.json",
    '{ "locale": "de", "failures": { "UNKNOWN_FAILURE": { "title": { "text": "Etwas ging schief" } } } }\n',
  );
  expect((await events.next()).mistakes).toBeNull();
  expect((await ask(address, "/locales/de.html")).body).toContain("Etwas ging schief");
  edit(root, "spec/sources/card-network.json", "Do not honour", "Do not honour it");
  expect((await events.next()).mistakes).toBeNull();
  expect((await ask(address, "/sources/card-network.html")).body).toContain("Do not honour it");
});

test("mistakes are all shown with their lines over the last good site, and gone once they are mended", async () => {
  const root = shop();
  const { address, waitFor } = await startedPreview(root);
  const events = await listenTo(address);
  const good = await events.next();
  const page = (await ask(address, "/codes/2001.html")).body;
  edit(root, spec, '"category": "parcel"', '"category": "<script>alert(1)</script>"');
  const broken = await events.next();
  expect(broken).toEqual({ build: good.build, mistakes: expect.any(String) });
  const { body } = await ask(address, `/${mistakesPath}`);
  expect(body.match(/<code>FC2206<\/code>/g)).toHaveLength(2);
  expect(body).toContain("spec/failure-codes.json:47:19</a>");
  expect(body).toMatch(/47 \| {7}&quot;category&quot;: &quot;&lt;script&gt;alert/);
  expect(body).not.toContain("<script");
  expect((await ask(address, "/codes/2001.html")).body).toBe(page);
  expect(await waitFor("over the last good one.\n")).toContain("FC2206");
  edit(root, spec, '"category": "<script>alert(1)</script>"', '"category": "parcel"');
  const mended = await events.next();
  expect(mended.mistakes).toBeNull();
  expect(mended.build).not.toBe(good.build);
  expect((await ask(address, `/${mistakesPath}`)).body).toBe("");
});

test("a catalog that is gone, or ends too early, and a configuration with a mistake are told of too", async () => {
  const root = shop();
  const { address } = await startedPreview(root);
  const events = await listenTo(address);
  await events.next();
  const mistakes = async (): Promise<string> => {
    expect((await events.next()).mistakes).not.toBeNull();
    return (await ask(address, `/${mistakesPath}`)).body;
  };
  const text = readFileSync(join(root, spec), "utf8");
  rmSync(join(root, spec));
  expect(await mistakes()).toContain("There is no catalog &quot;spec/failure-codes.json&quot;.");
  writeProjectFile(root, spec, text);
  expect((await events.next()).mistakes).toBeNull();
  writeProjectFile(root, spec, text.slice(0, text.length / 2));
  expect(await mistakes()).toContain("<code>FC1");
  writeProjectFile(root, spec, text);
  expect((await events.next()).mistakes).toBeNull();
  writeProjectFile(root, "failcodes.config.json", '{ "targets": { "site": 1 } }\n');
  expect(await mistakes()).toContain("failcodes.config.json:1:24</a>");
  expect((await ask(address, "/codes/2001.html")).status).toBe(200);
});

test("a catalog that is broken from the start is the page, until it is mended", async () => {
  const root = shop();
  edit(root, spec, '"category": "parcel"', '"category": "parcle"');
  const { address, printed } = await startedPreview(root);
  expect(printed()).toContain("FC2206");
  const events = await listenTo(address);
  const broken = await events.next();
  expect(broken.build).toBe("");
  const { status, body } = await ask(address, "/");
  expect(status).toBe(503);
  expect(body).toContain("There is no category &quot;parcle&quot;.");
  expect(body).toContain(`data-build="" data-mistakes="${broken.mistakes}"`);
  edit(root, spec, '"category": "parcle"', '"category": "parcel"');
  expect((await events.next()).mistakes).toBeNull();
  expect((await ask(address, "/")).status).toBe(200);
});

test("an edited template is shown, and a mistake in one with its place and line; in one of the Markdown pages too", async () => {
  const root = shop();
  const { address } = await startedPreview(root);
  const events = await listenTo(address);
  await events.next();
  writeProjectFile(root, "spec/templates/site/reserved.hbs", "<p>Reserved: {{code}}</p>\n");
  expect((await events.next()).mistakes).toBeNull();
  expect((await ask(address, "/codes/2013.html")).body).toMatch(/^<p>Reserved: 2013<\/p>\n<script /);
  writeProjectFile(root, "spec/templates/site/reserved.hbs", "<p>Reserved:\n  {{cod}}</p>\n");
  expect((await events.next()).mistakes).not.toBeNull();
  const { body } = await ask(address, `/${mistakesPath}`);
  expect(body).toContain("spec/templates/site/reserved.hbs:2:5</a>");
  expect(body).toMatch(/2 \| {3}\{\{cod\}\}&lt;\/p&gt;\n {2}\| {5}<b>\^~~<\/b>/);
  expect((await ask(address, "/codes/2013.html")).body).toContain("Reserved: 2013");
  rmSync(join(root, "spec/templates/site/reserved.hbs"));
  expect((await events.next()).mistakes).toBeNull();
  expect((await ask(address, "/codes/2013.html")).body).toMatch(/^<!doctype html>/);
  writeProjectFile(root, "spec/templates/docs/reserved.hbs", "Reserved: {{cod}}\n");
  expect((await events.next()).mistakes).not.toBeNull();
  expect((await ask(address, `/${mistakesPath}`)).body).toContain("spec/templates/docs/reserved.hbs:1:13</a>");
});

test("this machine alone is answered, by GET and HEAD, under its own names", async () => {
  const { address } = await startedPreview(shop());
  const { port } = new URL(address);
  const whole = await ask(address, "/codes/2001.html");
  const head = await ask(address, "/codes/2001.html", { method: "HEAD" });
  expect(head).toMatchObject({ status: 200, body: "" });
  expect(head.headers["content-length"]).toBe(String(Buffer.byteLength(whole.body)));
  expect(head.headers["etag"]).toBe(whole.headers["etag"]);
  expect(await ask(address, "/__failcodes/events", { method: "HEAD" })).toMatchObject({ status: 200, body: "" });
  const known = { "if-none-match": String(whole.headers["etag"]) };
  expect(await ask(address, "/codes/2001.html", { headers: known })).toMatchObject({ status: 304, body: "" });
  expect((await ask(address, "/", { headers: { host: `example.com:${port}` } })).status).toBe(403);
  expect((await ask(address, "/__failcodes/events", { headers: { host: "example.com" } })).status).toBe(403);
  expect((await ask(address, "/", { headers: { host: `localhost:${port}` } })).status).toBe(200);
  expect((await ask(address, "/", { method: "POST" })).status).toBe(405);
  expect((await ask(address, "/../package.json")).status).toBe(404);
  const end = `Host: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`;
  expect(await askInWords(address, `GET ${address}index.html HTTP/1.1\r\n${end}`)).toMatch(/^HTTP\/1\.1 404 /);
  expect(await askInWords(address, `GET /\\..\\package.json HTTP/1.1\r\n${end}`)).toMatch(/^HTTP\/1\.1 404 /);
  expect(await askInWords(address, "GET / HTTP/1.0\r\n\r\n")).toMatch(/^HTTP\/1\.1 403 /);
  expect(await askInWords(address, "GET / HTTP/1.1\r\nConnection: close\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
  if (process.platform === "linux") await expect(reached("127.0.0.2", Number(port))).resolves.toBe(false);
});

function reached(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}

test("a port that is in use is a problem with a hint; without one that is asked for, another is found", async () => {
  const taken = createServer();
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, "127.0.0.1", () => resolve((taken.address() as AddressInfo).port));
  });
  const root = shop();
  expect(runBuilt(root, ["serve", "--port", String(port)])).toEqual({
    stdout: "",
    stderr: `failcodes: The port ${port} is in use already.\n  hint: Name another one with --port, or leave the option out for one that is free.\n`,
    exitCode: 2,
  });
  taken.close();
  const [first, second] = [await startedPreview(root, []), await startedPreview(root, [])];
  expect(first.address).not.toBe(second.address);
  expect((await ask(second.address, "/")).status).toBe(200);
});

test("with --format json every build is one line of the shape that is documented", async () => {
  const root = shop();
  const { address, waitFor, printed } = await startedPreview(root, ["--port", "0", "--format", "json"]);
  edit(root, spec, "for thirty days", "for forty days");
  await waitFor('"milliseconds"');
  await waitFor("\n");
  const lines = printed()
    .split("\n")
    .filter((line) => line.startsWith("{"));
  const isReport = new Ajv2020({ strict: false }).compile(
    JSON.parse(readFileSync(join(repository, "spec/schema/report.schema.json"), "utf8")),
  );
  const documents = lines.map((line) => JSON.parse(line) as { readonly preview: { readonly milliseconds: number } });
  for (const document of documents) expect(isReport(document), JSON.stringify(isReport.errors)).toBe(true);
  expect(documents).toMatchObject([
    { command: "serve", exitCode: 0, preview: { address, changed: [] } },
    { command: "serve", exitCode: 0, preview: { address, changed: [spec] } },
  ]);
});

test.each(["SIGINT", "SIGTERM"] as const)("%s ends it cleanly, though pages listen", async (signal) => {
  const preview = await startedPreview(shop());
  await (await listenTo(preview.address)).next();
  preview.process.kill(signal);
  expect(await preview.ended).toBe(0);
});

test("a project without a catalog, and a port that is none, are told of at once", async () => {
  const tool = startBuilt(temporaryFolder(), ["serve", "--port", "0"]);
  expect(await tool.ended).toBe(2);
  expect(tool.printed()).toContain("There is no catalog");
  const { stderr, exitCode } = runBuilt(repository, ["serve", "--port", "65536"]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('The option "--port" cannot be "65536".');
});

test("a page that cannot be made is told of, and the server stays", async () => {
  const told: unknown[] = [];
  const failed = (page: string, reason: unknown): void => void told.push(page, reason);
  const server = await startPreview({ port: 0, digest: sha256, failed });
  if ("message" in server) throw new Error(server.message);
  const address = `http://127.0.0.1:${server.port}/`;
  const template = { path: "spec/templates/site/failure.hbs", text: "{{> partials/parcel}}\n" };
  const thrown = [new Error("no <b>way</b>"), stoppedTemplate("site/failure.hbs", template, "too <b>long</b>")];
  const [broken, stopped] = thrown.map((reason, index) => ({
    path: `broken-${index}.html`,
    get content(): string {
      throw reason;
    },
  }));
  if (broken === undefined || stopped === undefined) throw new Error("there are two");
  server.show(
    new Map([broken, stopped, { path: "index.html", content: "<p>Good</p>\n" }].map((file) => [file.path, file])),
    "/shop",
  );
  const { status, body } = await ask(address, "/broken-0.html");
  expect(status).toBe(500);
  expect(body).toContain("no &lt;b&gt;way&lt;/b&gt;");
  const answered = await ask(address, "/broken-1.html");
  expect(answered.status).toBe(500);
  expect(answered.body).toContain('"vscode://file/shop/spec/templates/site/failure.hbs:1:1">');
  expect(answered.body).toContain("1 | {{&gt; partials/parcel}}");
  expect(answered.body).toContain("too &lt;b&gt;long&lt;/b&gt;");
  expect(told.splice(0)).toEqual(["/broken-0.html", thrown[0], "/broken-1.html", thrown[1]]);
  expect((await ask(address, "/")).body).toMatch(/^<p>Good<\/p>\n<script /);
  const events = await listenTo(address);
  expect(await events.next()).toEqual({ build: expect.any(String), mistakes: null });
  await server.close();
  expect(await reached("127.0.0.1", server.port)).toBe(false);
});

test("pages are made when they are asked for, and those that no edit touched are not made again", async () => {
  const made: string[] = [];
  const memory = watchMemory();
  const recording: typeof memory = {
    ...memory,
    recall: (kind, name, from, make) =>
      memory.recall(kind, name, from, () => {
        if (kind === "site page") made.push(name);
        return make();
      }),
  };
  const catalog = catalogFixture("shop");
  const build = async (now: typeof catalog): Promise<(path: string) => string> => {
    const kit = { ...testKit, memory: recording };
    const outcome = await site().generate(now, kit);
    if (!outcome.ok) throw new Error("the shop has no site");
    const files = new Map([...outcome.value].map((artifact) => [artifact.path, artifact]));
    return (path) => textOf(files.get(path)?.content ?? "");
  };
  const first = await build(catalog);
  expect(made).toEqual([]);
  const paths = ["codes/2001.html", "codes/1001.html", "index.html", "categories/parcel.html"];
  for (const path of [...paths, ...paths]) first(path);
  expect(made).toEqual(["codes/2001.md", "codes/1001.md", "README.md", "categories/parcel.md"]);
  made.length = 0;
  const second = await build(
    catalogEdited(catalog, 2001, (failure) => ({ ...failure, description: "Gone for good." })),
  );
  for (const path of paths) expect(second(path) === first(path), path).toBe(path !== "codes/2001.html");
  expect(made).toEqual(["codes/2001.md"]);
});
