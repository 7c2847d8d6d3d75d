import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textOf } from "../core/content.ts";
import { site } from "../generators/site.ts";
import { bigCatalog } from "./big-catalog.ts";
import { isSkippedWithoutBrowser, type OpenedPage, openPage, sharedBrowser, violationsIn } from "./browser.ts";
import { catalogFixture, shippedCatalog } from "./catalog-fixture.ts";
import { artifactsOf, testKit } from "./golden.ts";
import { temporaryFolder, writeFiles } from "./typescript-package.ts";

describe.skipIf(isSkippedWithoutBrowser("the site in a browser"))("the site in a browser, opened as files", () => {
  const browser = sharedBrowser();
  // Of a sub-path with a blank and a hash in it: addresses are relative, and made safe by whoever opens the file.
  const folder = join(temporaryFolder(afterAll), "a folder #1");
  const shop = join(folder, "shop");

  beforeAll(async () => {
    for (const [where, catalog] of [
      [folder, shippedCatalog()],
      [shop, catalogFixture("shop")],
    ] as const) {
      mkdirSync(where, { recursive: true });
      writeFiles(where, await artifactsOf(site(), catalog));
    }
    // The page at an old address without its script, which would lead on before anybody can look at it.
    const moved = readFileSync(join(folder, "sources/wa.html"), "utf8");
    writeFileSync(join(folder, "sources/wa-stays.html"), moved.replace(/<script>[\s\S]*?<\/script>/, ""));
    // Of thousands of pages the first alone: each is made when it is asked for.
    const big = await site().generate(bigCatalog(10_000), testKit);
    if (!big.ok) throw new Error("The site was not made.");
    const first = new Set(["index.html", "assets/site.css", "assets/site.js"]);
    const files = [...big.value].filter(({ path }) => first.has(path));
    mkdirSync(join(folder, "big"));
    writeFiles(join(folder, "big"), new Map(files.map(({ path, content }) => [path, textOf(content)])));
  }, 60_000);

  const open = (path: string, options: BrowserContextOptions = {}): Promise<OpenedPage> => {
    const [file = "", fragment] = path.split("#");
    const address = pathToFileURL(join(folder, file)).href;
    return openPage(browser(), fragment === undefined ? address : `${address}#${fragment}`, options);
  };
  const use = async (path: string, options: BrowserContextOptions, used: (opened: OpenedPage) => Promise<void>) => {
    const opened = await open(path, options);
    try {
      await used(opened);
      expect(opened.faults).toEqual([]);
      expect(opened.requests.filter((address) => !/^(file|data):/.test(address))).toEqual([]);
    } finally {
      await opened.close();
    }
  };

  // A page of every kind, and those of a catalog with what the shipped one lacks: endings, params, other languages. The map of
  // the first page is another one where there are many codes, and where there are very many.
  const kinds = [
    "index.html",
    "categories/platform.html",
    "codes/12007.html",
    "codes/14004.html",
    "codes/15009.html",
    "sources/whatsapp.html",
    "sources/tiktok.html",
    "sources/wa-stays.html",
    "locales/en.html",
    "locales/ar.html",
    "shop/index.html",
    "shop/codes/1003.html",
    "shop/codes/1004.html",
    "big/index.html",
  ];

  it.each(kinds)(
    "%s stays where it is while it is read, fits a phone, and axe finds nothing on it, light, dark or there",
    async (path) => {
      await use(path, {}, async ({ page }) => {
        // Chromium gives every shift of the layout that nobody asked for.
        const shift = await page.evaluate(
          `new Promise((done) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
            }).observe({ type: "layout-shift", buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 50)));
          })`,
        );
        expect(shift).toBe(0);
        const backgrounds = new Set<unknown>();
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await violationsIn(page), colorScheme).toEqual([]);
          backgrounds.add(await page.evaluate("getComputedStyle(document.body).backgroundColor"));
        }
        expect(backgrounds.size).toBe(2);
        await page.emulateMedia({ colorScheme: "light" });
        await page.setViewportSize({ width: 360, height: 740 });
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
        expect(await violationsIn(page), "on a phone").toEqual([]);
      });
    },
  );

  it("shows all of a failure without JavaScript: every language, and no button that does nothing", async () => {
    await use("codes/12007.html", { javaScriptEnabled: false }, async ({ page }) => {
      for (const locale of ["en", "ar", "ja"]) expect(await page.locator(`#message-${locale}`).isVisible()).toBe(true);
      expect(await page.locator("button:visible").count()).toBe(0);
      expect(await page.locator("select:visible").count()).toBe(0);
      await page.locator("nav.trail a").first().click();
      expect(await page.locator("h1").textContent()).toBe("Message failure codes");
      await page.getByRole("link", { name: "15005" }).first().click();
      expect(await page.locator("h1").textContent()).toContain("UNKNOWN_SUBSCRIBER");
    });
  });

  it("shows the end user's message in the chosen language, and keeps it from page to page", async () => {
    await use("codes/12007.html", {}, async ({ page }) => {
      expect(await page.locator(".message:visible").count()).toBe(1);
      await page.getByLabel("Language of the messages").selectOption("ar");
      const bubble = page.locator(".message:visible .bubble");
      expect(await bubble.getAttribute("dir")).toBe("rtl");
      const shown = "getComputedStyle(document.querySelector('.message:not([hidden]) .bubble')).direction";
      expect(await page.evaluate(shown)).toBe("rtl");
      expect(page.url()).toContain("codes/12007.html");
      await page.getByRole("link", { name: "Service", exact: true }).first().click();
      await page.getByRole("link", { name: "12001" }).first().click();
      expect(await page.locator(".message:visible").getAttribute("data-message")).toBe("ar");
      expect(await page.getByLabel("Language of the messages").inputValue()).toBe("ar");
    });
  });

  it("opens in the language that the address asks for", async () => {
    await use("codes/12007.html#message-ja", {}, async ({ page }) => {
      expect(await page.locator(".message:visible").getAttribute("data-message")).toBe("ja");
      await page.locator('[data-shows="de"]').click();
      expect(await page.locator(".message:visible").getAttribute("data-message")).toBe("de");
      expect(page.url()).toMatch(/#message-de$/);
    });
  });

  it("goes from the page of one language to that of another", async () => {
    await use("locales/ar.html", {}, async ({ page }) => {
      expect(await page.evaluate("document.documentElement.dir")).toBe("rtl");
      await page.getByLabel("Language of the messages").selectOption("ja");
      await page.waitForURL(/locales\/ja\.html$/);
      expect(await page.locator("h1").textContent()).toContain("日本語");
    });
  });

  it("leads on from an old address, with and without JavaScript", async () => {
    await use("sources/wa.html#131047", {}, async ({ page }) => {
      await page.waitForURL(/sources\/whatsapp\.html#131047$/);
      expect(await page.locator("h1").textContent()).toBe("WhatsApp");
    });
    await use("sources/wa.html", { javaScriptEnabled: false }, async ({ page }) => {
      await page.waitForURL(/sources\/whatsapp\.html$/);
    });
  });

  it("copies a payload as it is, by mouse and by keyboard", async () => {
    await use("codes/12007.html", { permissions: ["clipboard-read", "clipboard-write"] }, async ({ page }) => {
      await page.getByRole("button", { name: "Copy the payload" }).first().click();
      await page.getByText("Copied").first().waitFor();
      const copied = String(await page.evaluate("navigator.clipboard.readText()"));
      expect(JSON.parse(copied)).toEqual({ status: "sending_failed", failure: { code: 12007 } });
      await page.getByRole("button", { name: "Copy the code 12007" }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Copy the code 12007" }).getByText("Copied").waitFor();
      expect(await page.evaluate("navigator.clipboard.readText()")).toBe("12007");
    });
  });

  it("follows the system's colours until the reader chooses, and remembers that", async () => {
    await use("codes/12007.html", { colorScheme: "dark" }, async ({ page }) => {
      const background = (): Promise<unknown> => page.evaluate("getComputedStyle(document.body).backgroundColor");
      const dark = await background();
      const button = page.getByRole("button", { name: "Dark colours" });
      expect(await button.getAttribute("aria-pressed")).toBe("true");
      await button.click();
      const light = await background();
      expect(light).not.toBe(dark);
      await page.reload();
      expect(await background()).toBe(light);
    });
  });

  it("is reached by the keyboard from its beginning: the content, the tools, every link", async () => {
    await use("codes/12007.html", {}, async ({ page }) => {
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the content");
      await page.keyboard.press("Enter");
      expect(page.url()).toMatch(/#content$/);
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
    });
  });

  it("prints what is read, and none of the tools", async () => {
    await use("codes/12007.html", {}, async ({ page }) => {
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("button:visible").count()).toBe(0);
      expect(await page.locator(".contents:visible").count()).toBe(0);
      expect(await page.getByRole("heading", { name: "What to do" }).isVisible()).toBe(true);
    });
  });
});
