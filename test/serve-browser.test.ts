import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { eventsPath } from "../cli/preview/preview.ts";
import { isSkippedWithoutBrowser, openPage, sharedBrowser } from "./browser.ts";
import { layCatalog, temporaryFolder, writeProjectFile } from "./cli-project.ts";
import { startedPreview } from "./preview-client.ts";

const spec = "spec/failure-codes.json";

function shop(): string {
  const root = temporaryFolder();
  layCatalog(root, "shop");
  return root;
}

function edit(root: string, from: string, to: string): void {
  const text = readFileSync(join(root, spec), "utf8");
  expect(text).toContain(from);
  writeProjectFile(root, spec, text.replaceAll(from, to));
}

/** Faults but for the end of events, with which a page begins anew. */
function worthTelling(faults: readonly string[]): readonly string[] {
  return faults.filter((fault) => !fault.endsWith(`${eventsPath}: net::ERR_ABORTED`));
}

/** What a page runs as if its tab came to the front, or another one did. */
function becoming(state: "hidden" | "visible"): string {
  const property = JSON.stringify({ value: state, configurable: true });
  return `Object.defineProperty(document, "visibilityState", ${property}); document.dispatchEvent(new Event("visibilitychange"));`;
}

describe.skipIf(isSkippedWithoutBrowser("what a preview shows in a browser"))("in a browser", () => {
  const browser = sharedBrowser();

  // Nobody has to wait until a page listens: it is told what it missed.
  const opened = (address: string) => openPage(browser(), address);

  const summaryOf = (page: Page) => page.locator("failcodes-preview summary");

  test("an edit shows on the open page, which stays where it was scrolled to and keeps its fragment", async () => {
    const root = shop();
    const { address } = await startedPreview(root);
    const { page, faults } = await opened(`${address}codes/2001.html#history`);
    await page.setViewportSize({ width: 500, height: 300 });
    await page.evaluate("scrollTo(0, 120)");
    edit(root, "for thirty days", "for forty days");
    await page.getByText("for forty days").first().waitFor({ state: "attached" });
    await expect.poll(() => page.evaluate("scrollY")).toBe(120);
    expect(page.url()).toBe(`${address}codes/2001.html#history`);
    expect(worthTelling(faults)).toEqual([]);
  });

  test("mistakes lie over the page with their lines, can be folded up, and are gone once they are mended", async () => {
    const root = shop();
    const { address } = await startedPreview(root);
    const { page, faults } = await opened(`${address}codes/2001.html`);
    const hostile = "<img src=x onerror=document.title='hacked'>";
    edit(root, '"category": "parcel"', `"category": "${hostile}"`);
    await summaryOf(page).getByText("2 errors").waitFor();
    const overlay = page.locator("failcodes-preview");
    await overlay.getByText(`There is no category "${hostile}".`).first().waitFor();
    expect(await overlay.locator("pre").first().textContent()).toMatch(
      /^47 \| {7}"category": "<img src=x .*\n.*\^~+\n?$/,
    );
    expect(await overlay.locator("a").first().getAttribute("href")).toContain(`${root}/spec/failure-codes.json:47:19`);
    expect(await page.title()).not.toContain("hacked");

    // By keyboard too; and folded up it stays while somebody reads other pages.
    await summaryOf(page).press("Enter");
    await expect.poll(() => overlay.locator("details").evaluate((details) => details.hasAttribute("open"))).toBe(false);
    await page.getByRole("heading", { level: 1 }).click();
    await page.goto(`${address}codes/1001.html`);
    await summaryOf(page).waitFor();
    expect(await overlay.locator("details").evaluate((details) => details.hasAttribute("open"))).toBe(false);

    edit(root, `"category": "${hostile}"`, '"category": "parcel"');
    await summaryOf(page).waitFor({ state: "detached" });
    expect(worthTelling(faults)).toEqual([]);
  });

  test("what is broken from the start is the page, which becomes the site", async () => {
    const root = shop();
    edit(root, '"category": "parcel"', '"category": "parcle"');
    const { address } = await startedPreview(root);
    const { page } = await openPage(browser(), `${address}codes/2001.html`);
    await page.getByText('There is no category "parcle".').first().waitFor();
    edit(root, '"category": "parcle"', '"category": "parsel"');
    await page.getByText('There is no category "parsel".').first().waitFor();
    edit(root, '"category": "parsel"', '"category": "parcel"');
    await page.getByText("for thirty days").first().waitFor();
  });

  test("axe finds nothing about mistakes, over a page or in place of one, light, dark and on a phone", async () => {
    const root = shop();
    const good = await startedPreview(root);
    edit(root, '"category": "parcel"', '"category": "a category whose name takes more room than any phone has"');
    const broken = await startedPreview(root);
    for (const [address, ready] of [
      [`${good.address}codes/2001.html`, "failcodes-preview details"],
      [`${good.address}none`, "failcodes-preview details"],
      [`${broken.address}codes/2001.html`, ".remarks"],
    ] as const) {
      const { page, close } = await opened(address);
      await page.locator(ready).waitFor();
      for (const [colorScheme, width] of [
        ["light", 1200],
        ["dark", 1200],
        ["light", 390],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        const { violations } = await new AxeBuilder({ page }).options({ preload: false }).analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        expect(found, `${address} ${colorScheme} ${width}`).toEqual([]);
      }
      await close();
    }
  });

  test("an edited template shows, and a mistake in it with its place", async () => {
    const root = shop();
    const { address } = await startedPreview(root);
    const { page } = await opened(`${address}codes/2013.html`);
    const template = "spec/templates/site/reserved.hbs";
    writeProjectFile(root, template, "<!doctype html>\n<h1>Mine: {{code}}</h1>\n");
    await page.getByRole("heading", { name: "Mine: 2013" }).waitFor();
    writeProjectFile(root, template, "<!doctype html>\n<h1>Mine: {{cod}}</h1>\n");
    await page.locator("failcodes-preview").getByText(`${template}:2:13`).waitFor();
    await page.getByRole("heading", { name: "Mine: 2013" }).waitFor();
  });

  test("a page finds a server that was started again", async () => {
    const root = shop();
    const first = await startedPreview(root);
    const { page } = await opened(`${first.address}codes/2001.html`);
    first.process.kill("SIGINT");
    expect(await first.ended).toBe(0);
    edit(root, "for thirty days", "for forty days");
    await startedPreview(root, ["--port", new URL(first.address).port]);
    await page.getByText("for forty days").first().waitFor();
  });

  test("more pages can be open than a browser keeps connections to a server", async () => {
    const root = shop();
    const { address } = await startedPreview(root);
    const context = await browser().newContext();
    const pages: Page[] = [];
    for (let count = 0; count < 8; count++) {
      const page = await context.newPage();
      await page.goto(`${address}codes/2001.html`);
      await page.getByText("for thirty days").first().waitFor();
      await page.evaluate(becoming("hidden"));
      pages.push(page);
    }
    edit(root, "for thirty days", "for forty days");
    await pages[0]?.evaluate(becoming("visible"));
    await pages[0]?.getByText("for forty days").first().waitFor();
    await context.close();
  });
});
