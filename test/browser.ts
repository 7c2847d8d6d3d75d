import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { isSkipped } from "./installed-programs.ts";

/** Whether what a browser shows has to be skipped, since Chromium is not installed; says so. */
export function isSkippedWithoutBrowser(what: string): boolean {
  return isSkipped(what, [["chromium", "--version"]]);
}

/** Runs `use` with a browser of its own, which is closed afterwards. */
export async function withBrowser<Result>(use: (browser: Browser) => Promise<Result>): Promise<Result> {
  const browser = await launched();
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

/** One browser for the tests of a `describe` or of a file: started before the first of them, closed after the last. */
export function sharedBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launched();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
  });
  return () => {
    if (browser === undefined) throw new Error("The browser is started before a test, and not earlier.");
    return browser;
  };
}

/** A page in a context of its own, and what was noticed while it was used. */
export interface OpenedPage {
  readonly page: Page;
  /** Errors of scripts, lines of the console that are errors or warnings, and requests that failed. */
  readonly faults: readonly string[];
  /** Addresses that were asked for, the page's own included. */
  readonly requests: readonly string[];
  /** Closes the page and forgets what it stored. */
  close(): Promise<void>;
}

/** Opens an address (`pathToFileURL(path).href`, or one of a server) with nothing remembered from other pages. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  const requests: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  page.on("request", (request) => requests.push(request.url()));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "failed";
    // A page that is left lets go of what it was loading.
    if (why !== "net::ERR_ABORTED") faults.push(`${request.url()}: ${why}`);
  });
  await page.goto(address);
  return { page, faults, requests, close: () => context.close() };
}

/**
 * What axe finds wrong with a page as it is, each with the elements it is about. Without frames nothing else has to be opened, and
 * style sheets, which a page opened as a file may not read, are only asked for by rules about the screen's orientation.
 */
export async function violationsIn(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options({ preload: false }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`);
}

async function launched(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"],
  });
}

function chromiumPath(): string {
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    const path = join(folder, "chromium");
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {}
  }
  throw new Error("Chromium is not installed: no folder of PATH has a program of that name.");
}
