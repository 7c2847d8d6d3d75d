import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Catalog } from "../core/catalog.ts";
import { site } from "../generators/site.ts";
import { isSkippedWithoutBrowser, type OpenedPage, openPage, sharedBrowser, violationsIn } from "./browser.ts";
import { catalogFixture } from "./catalog-fixture.ts";
import { artifactsOf } from "./golden.ts";

const shipped = resolve(import.meta.dirname, "../generated/site");

describe.skipIf(isSkippedWithoutBrowser("the search of the site in a browser"))("the search, in a browser", () => {
  const browser = sharedBrowser();
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "failcodes-search-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const opened = async (
    use: (opened: OpenedPage) => Promise<void>,
    at: { readonly file?: string; readonly options?: BrowserContextOptions } = {},
  ): Promise<void> => {
    const address = pathToFileURL(at.file ?? join(shipped, "index.html")).href;
    const page = await openPage(browser(), address, at.options);
    try {
      await use(page);
      expect(page.faults).toEqual([]);
      expect(page.requests.filter((request) => !/^(?:file|data):/.test(request))).toEqual([]);
    } finally {
      await page.close();
    }
  };

  it("is loaded when it is first used, and the messages in the chosen language before the others", async () => {
    await opened(async ({ page, requests }) => {
      await page.selectOption("[data-locale-choice]", "ja");
      expect(requests.filter((request) => request.includes("assets/search"))).toEqual([]);
      await search(page, "支払い");
      await expectFirst(page, "15004");
      await page.waitForFunction("document.querySelectorAll(\"script[src*='/messages-']\").length === 12");
      const files = requests
        .filter((request) => request.includes("assets/search"))
        .map((request) => request.replace(/.*assets\//, ""));
      expect(files.slice(0, 4)).toEqual([
        "search.js",
        "search/core.js",
        "search/messages-ja.js",
        "search/messages-ar.js",
      ]);
    });
  });

  it("loses nothing that is typed while it is loaded", async () => {
    await opened(async ({ page }) => {
      // In one turn of the page, so that no script can have come in between.
      await page.evaluate(
        `for (const key of ["/", "1", "2", "0", "x", "Backspace", "0", "7"]) {
          document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
        }`,
      );
      await page.locator("dialog.search[open]").waitFor();
      await expectFirst(page, "12007");
      expect(await typed(page)).toBe("12007");
    });
  });

  it("is used by keyboard: / or Ctrl+K, arrows, Enter, Escape", async () => {
    await opened(async ({ page }) => {
      await countTaken(page);
      await page.keyboard.press("/");
      await page.locator("dialog.search[open]").waitFor();
      expect(await typed(page)).toBe("");
      await page.keyboard.type("subscriber");
      await page.locator("[role=option]").first().waitFor();
      // Every language that comes may add results: with the core, thirteen files.
      await page.waitForFunction("document.documentElement.dataset.taken === '13'");
      const first = await activeText(page);
      await page.keyboard.press("ArrowDown");
      const second = await activeText(page);
      expect(second).not.toBe(first);
      await page.keyboard.press("ArrowUp");
      expect(await activeText(page)).toBe(first);
      await page.keyboard.press("ArrowUp");
      expect(await activeText(page)).toBe(await page.locator("[role=option]").last().textContent());
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Escape");
      expect(await page.locator("dialog.search[open]").count()).toBe(0);
      await page.keyboard.press("Control+k");
      // What was asked for is still there, and typing replaces it.
      expect(await typed(page)).toBe("subscriber");
      await page.keyboard.type("12007");
      await expectFirst(page, "12007");
      await page.keyboard.press("Enter");
      await page.waitForURL(/codes\/12007\.html$/);
      expect(await page.locator("h1").textContent()).toContain("12007");
    });
  });

  it("gives the focus back, and leaves / to fields", async () => {
    await opened(async ({ page }) => {
      const button = page.locator("[data-search]");
      await button.focus();
      await page.keyboard.press("Enter");
      await page.locator("dialog.search[open]").waitFor();
      await page.keyboard.type("12/7");
      expect(await typed(page)).toBe("12/7");
      await page.keyboard.press("Escape");
      expect(await page.locator("[data-search]:focus").count()).toBe(1);
    });
  });

  it("answers while somebody types, says how many results there are, and marks the words", async () => {
    await opened(async ({ page }) => {
      await search(page, "131047");
      const option = page.locator("[role=option]").first();
      await option.waitFor();
      expect(await page.locator(".search-status").textContent()).toBe("1 result");
      expect(await page.locator("[role=group]").first().getAttribute("aria-labelledby")).toBe("search-group-0");
      expect(await option.textContent()).toContain("Error of WhatsApp, leads to 14005 INVALID_SESSION_WINDOW");
      expect(await option.locator("mark").allInnerTexts()).toEqual(["131047"]);
      await page.locator(".search-field").fill("unknwon subsc");
      expect(await option.locator("mark").allInnerTexts()).toEqual(["UNKNOWN", "SUBSC"]);
      await page.locator(".search-field").fill("qqqqxxxx");
      expect(await page.locator(".search-status").textContent()).toBe("Nothing found.");
      expect(await page.locator(".search-field").getAttribute("aria-expanded")).toBe("false");
      await page.locator(".search-field").fill("رصيد");
      await option.click();
      await page.waitForURL(/codes\/14001\.html#message-ar$/);
      expect(await page.locator("#message-ar").isVisible()).toBe(true);
    });
  });

  it("leads on from a page of a folder, and to another part of the page that is shown", async () => {
    const page = join(shipped, "codes/15004.html");
    await opened(
      async ({ page }) => {
        await search(page, "支払い方法");
        await expectFirst(page, "15004");
        await page.keyboard.press("Enter");
        await page.waitForURL(/codes\/15004\.html#message-ja$/);
        expect(await page.locator("dialog.search[open]").count()).toBe(0);
        await search(page, "customer");
        await expectFirst(page, "customer");
        await page.keyboard.press("Enter");
        await page.waitForURL(/categories\/customer\.html$/);
      },
      { file: page },
    );
  });

  const looks: readonly (readonly [string, BrowserContextOptions])[] = [
    ["light", { colorScheme: "light" }],
    ["dark", { colorScheme: "dark" }],
    ["on a phone", { viewport: { width: 360, height: 640 } }],
  ];
  it.each(looks)("has nothing that axe complains of, %s", async (_look, options) => {
    await opened(
      async ({ page }) => {
        for (const query of ["", "message", "qqqqxxxx"]) {
          await search(page, query);
          if (query === "message") await page.locator("[role=option]").nth(10).waitFor();
          expect(await violationsIn(page)).toEqual([]);
          await page.keyboard.press("Escape");
        }
        await search(page, "message");
        const wide = await page.evaluate<boolean>("document.documentElement.scrollWidth > innerWidth");
        expect(wide).toBe(false);
      },
      { options },
    );
  });

  it("is not offered without JavaScript", async () => {
    await opened(async ({ page }) => expect(await page.locator("[data-search]").isVisible()).toBe(false), {
      options: { javaScriptEnabled: false },
    });
  });

  it("works wherever the site lies, and says so where a file of it is missing", async () => {
    const copy = join(folder, "docs of 100% #1");
    cpSync(shipped, copy, { recursive: true });
    const file = join(copy, "sources/whatsapp.html");
    await opened(
      async ({ page }) => {
        await search(page, "billing falure");
        await expectFirst(page, "12007");
        await page.keyboard.press("Enter");
        await page.waitForURL(/codes\/12007\.html$/);
      },
      { file },
    );
    rmSync(join(copy, "assets/search/messages-de.js"));
    const lacking = await openPage(browser(), pathToFileURL(file).href);
    await search(lacking.page, "رصيد");
    await expectFirst(lacking.page, "14001");
    await lacking.close();
    rmSync(join(copy, "assets/search/core.js"));
    const broken = await openPage(browser(), pathToFileURL(file).href);
    await search(broken.page, "12007");
    const status = broken.page.locator(".search-status", { hasText: "The search could not be loaded." });
    await status.waitFor();
    await broken.close();
    rmSync(join(copy, "assets/search.js"));
    const absent = await openPage(browser(), pathToFileURL(file).href);
    await absent.page.keyboard.press("/");
    await absent.page
      .locator("[data-said]", { hasText: "The search could not be loaded." })
      .waitFor({ state: "attached" });
    await absent.close();
  });

  it("shows hostile texts as they are", async () => {
    const catalog = catalogFixture("hostile");
    await laid(join(folder, "hostile"), catalog);
    await opened(
      async ({ page }) => {
        page.on("dialog", () => expect.unreachable("a script of a text was run"));
        await page.keyboard.press("/");
        await page.locator("dialog.search[open]").waitFor();
        const titles = new Set<string>();
        for (const { name } of catalog.failures) {
          await page.locator(".search-field").fill(name);
          await expectFirst(page, name);
          titles.add((await page.locator(".search-title").first().textContent()) ?? "");
        }
        expect(titles).toEqual(new Set(catalog.failures.map(({ title }) => title)));
        for (const query of ["<script>alert(1)</script>", "__proto__", "constructor", "*/", "${x}"]) {
          await page.locator(".search-field").fill(query);
        }
      },
      { file: join(folder, "hostile/index.html") },
    );
  });
});

async function laid(folder: string, catalog: Catalog): Promise<void> {
  for (const [path, text] of await artifactsOf(site(), catalog)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

async function search(page: Page, query: string): Promise<void> {
  await page.keyboard.press("/");
  await page.locator("dialog.search[open]").waitFor();
  await page.locator(".search-field").fill(query);
}

/** Waits until the best result has these words, and holds it to be the active one. */
async function expectFirst(page: Page, words: string): Promise<void> {
  await page.locator("[role=option]").first().filter({ hasText: words }).waitFor();
  expect(await activeText(page)).toContain(words);
}

/** The text of the active result, asked for in one go: a language that comes meanwhile would make the list anew. */
async function activeText(page: Page): Promise<string | null> {
  const { selected, text } = (await page.evaluate(
    `(() => {
      const field = document.querySelector(".search-field");
      const active = document.getElementById(field.getAttribute("aria-activedescendant") ?? "");
      const selected = [...document.querySelectorAll("[aria-selected=true]")].map((option) => option === active);
      return { selected, text: active?.textContent ?? null };
    })()`,
  )) as { readonly selected: readonly boolean[]; readonly text: string | null };
  expect(selected).toEqual([true]);
  return text;
}

/** Counts the files that the search has taken, in an attribute of the page. */
async function countTaken(page: Page): Promise<void> {
  await page.evaluate(
    `(() => {
      let search;
      let taken = 0;
      Object.defineProperty(window, "failcodesSearch", {
        get: () => search,
        set: (given) => {
          search = {
            ...given,
            take: (name, data) => {
              given.take(name, data);
              taken += 1;
              document.documentElement.dataset.taken = String(taken);
            },
          };
        },
      });
    })()`,
  );
}

/** What is in the field, which has the focus. */
async function typed(page: Page): Promise<string> {
  return page.locator(".search-field:focus").inputValue();
}
