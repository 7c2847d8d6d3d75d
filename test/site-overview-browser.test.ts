import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { site } from "../generators/site.ts";
import { isSkippedWithoutBrowser, type OpenedPage, openPage, sharedBrowser, violationsIn } from "./browser.ts";
import { catalogFixture, shippedCatalog } from "./catalog-fixture.ts";
import { artifactsOf } from "./golden.ts";

const catalogs = {
  shipped: shippedCatalog,
  shop: () => catalogFixture("shop"),
  hostile: () => catalogFixture("hostile"),
};

describe.skipIf(isSkippedWithoutBrowser("the first page of the site in a browser"))("in a browser", () => {
  const browser = sharedBrowser();
  let folder = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "failcodes-overview-"));
    for (const [name, catalogOf] of Object.entries(catalogs)) {
      for (const [path, text] of await artifactsOf(site(), catalogOf())) {
        const file = join(folder, name, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Opens a page as a file; `place` is its path with the fragment. */
  const opened = async (
    place: string,
    use: (opened: OpenedPage) => Promise<void>,
    options?: BrowserContextOptions,
  ): Promise<void> => {
    const [path = "", fragment] = place.split("#");
    const address = pathToFileURL(join(folder, path)).href + (fragment === undefined ? "" : `#${fragment}`);
    const page = await openPage(browser(), address, options);
    try {
      page.page.setDefaultTimeout(5000);
      await use(page);
      expect(page.faults).toEqual([]);
      expect(page.requests.filter((request) => !/^(?:file|data):/.test(request))).toEqual([]);
    } finally {
      await page.close();
    }
  };
  const codes = (page: Page): Promise<string[]> => page.locator(".failures tbody tr:visible .code").allTextContents();
  const found = (page: Page): Promise<string | null> => page.locator("[data-found]").textContent();
  const fragment = async (page: Page): Promise<string> => String(await page.evaluate("location.hash"));
  const tick = (page: Page, value: string): Promise<void> => page.locator(`[data-filters] [value="${value}"]`).check();
  const ticked = (page: Page): Promise<string[]> =>
    page
      .locator("[data-filters] :checked")
      .evaluateAll((boxes) => boxes.map((box) => (box as unknown as { value: string }).value));

  describe("filters", () => {
    it("show what is asked for, say how much that is, and stand in the address", async () => {
      await opened("shop/index.html", async ({ page }) => {
        expect(await found(page)).toBe("7 codes");
        await tick(page, "after-change");
        expect(await codes(page)).toEqual(["1001", "1002", "2001"]);
        expect(await found(page)).toBe("3 of 7 codes");
        expect(await fragment(page)).toBe("#retry=after-change");
        await tick(page, "never");
        expect(await found(page)).toBe("5 of 7 codes");
        await tick(page, "delivery_failed");
        expect(await codes(page)).toEqual(["2001"]);
        expect(await fragment(page)).toBe("#retry=never,after-change&status=delivery_failed");
      });
    });

    it("count for every value how many codes there would be", async () => {
      await opened("shop/index.html", async ({ page }) => {
        const count = (name: string, value: string) =>
          page.locator(`input[name="${name}"][value="${value}"] ~ b`).textContent();
        expect(await count("lifecycle", "deprecated")).toBe("1");
        await tick(page, "after-change");
        expect(await count("lifecycle", "deprecated")).toBe("0");
        expect(await count("retry", "never")).toBe("2");
        expect(await count("status", "delivery_failed")).toBe("1");
      });
    });

    it("are gone back to and forward again", async () => {
      await opened("shop/index.html", async ({ page }) => {
        await tick(page, "after-change");
        await tick(page, "later");
        await page.goBack();
        expect(await ticked(page)).toEqual(["after-change"]);
        expect(await found(page)).toBe("3 of 7 codes");
        await page.goBack();
        expect(await ticked(page)).toEqual([]);
        expect(await found(page)).toBe("7 codes");
        await page.goForward();
        await page.goForward();
        expect(await ticked(page)).toEqual(["later", "after-change"]);
        expect(await codes(page)).toEqual(["1001", "1002", "2001", "2002", "9001"]);
      });
    });

    it("are taken from an address that was handed on, without a shift of the layout", async () => {
      await opened("shipped/index.html#retry=later&source=whatsapp", async ({ page }) => {
        expect(await ticked(page)).toEqual(["later", "whatsapp"]);
        const shown = await codes(page);
        expect(shown.length).toBeGreaterThan(2);
        expect(await found(page)).toBe(`${shown.length} of 27 codes`);
        expect(await page.locator("[data-filters]").isVisible()).toBe(true);
        expect(await page.locator("[data-facet=source] summary").textContent()).toContain("WhatsApp");
        expect(await shiftOf(page)).toBe(0);
        const top = await page.locator("[data-filters]").evaluate((form) => form.getBoundingClientRect().top);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(top).toBeLessThan(400);
      });
    });

    it("leave a fragment alone that is a place on the page, and stay while the reader goes there", async () => {
      await opened("shop/index.html#reserved", async ({ page }) => {
        expect(await found(page)).toBe("7 codes");
        await tick(page, "never");
        expect(await fragment(page)).toBe("#retry=never");
        await page.locator(".tiles").getByText("sources", { exact: false }).click();
        expect(await fragment(page)).toBe("#sources");
        expect(await found(page)).toBe("2 of 7 codes");
        await page.goBack();
        expect(await fragment(page)).toBe("#retry=never");
        expect(await found(page)).toBe("2 of 7 codes");
        await page.goBack();
        expect(await fragment(page)).toBe("#reserved");
        expect(await found(page)).toBe("7 codes");
      });
    });

    it("say so where nothing is like that, and are cleared by a button", async () => {
      await opened("shop/index.html#retry=later&lifecycle=retired", async ({ page }) => {
        expect(await found(page)).toBe("0 of 7 codes");
        expect(await page.getByText("No code is like that.").isVisible()).toBe(true);
        expect(await page.locator(".failures").isVisible()).toBe(false);
        await page.getByRole("button", { name: "Show all codes" }).click();
        expect(await codes(page)).toHaveLength(7);
        expect(await fragment(page)).toBe("");
        expect(await page.getByText("No code is like that.").isVisible()).toBe(false);
        await tick(page, "never");
        await page.getByRole("button", { name: "Clear the filters" }).click();
        expect(await found(page)).toBe("7 codes");
        expect(await ticked(page)).toEqual([]);
      });
    });

    it("that no box is for are kept, and find nothing", async () => {
      await opened("shop/index.html#source=pigeon", async ({ page }) => {
        expect(await found(page)).toBe("0 of 7 codes");
        await tick(page, "never");
        expect(await fragment(page)).toBe("#retry=never&source=pigeon");
      });
    });

    it("are used by keyboard alone, a long list of values closes by Escape", async () => {
      await opened("shipped/index.html", async ({ page }) => {
        await page.locator("[data-filters] input").first().focus();
        await page.keyboard.press("Space");
        expect(await fragment(page)).toBe("#category=service");
        const summary = page.locator("[data-facet=source] summary");
        await summary.focus();
        await page.keyboard.press("Enter");
        await page.keyboard.press("Tab");
        await page.keyboard.press("Space");
        expect(await fragment(page)).toMatch(/^#category=service&source=./);
        await page.keyboard.press("Escape");
        expect(await page.locator("[data-facet=source] details").getAttribute("open")).toBeNull();
        expect(await summary.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
      });
    });

    it("stand on the pages of categories too", async () => {
      await opened("shipped/categories/platform.html#retry=never", async ({ page }) => {
        expect(await codes(page)).toEqual(["15005", "15016"]);
        expect(await found(page)).toBe("2 of 15 codes");
      });
    });

    it("are heard: how many codes there are is a live region", async () => {
      await opened("shop/index.html", async ({ page }) => {
        const region = page.locator("[data-found]");
        expect(await region.getAttribute("role")).toBe("status");
        expect(await region.getAttribute("aria-live")).toBe("polite");
      });
    });
  });

  // As they are opened, pages of every kind are asked about in site-browser.test.ts.
  it.each(["shipped/index.html", "hostile/index.html", "shop/categories/parcel.html"])(
    "%s has no violation that axe knows of with filters applied and a list of values open, light and dark",
    async (place) => {
      await opened(place, async ({ page }) => {
        if (place.startsWith("hostile")) expect(await violationsIn(page)).toEqual([]);
        const box = page.locator("[data-filters] input:visible").first();
        if ((await box.count()) > 0) await box.check();
        const list = page.locator("[data-filters] summary");
        if ((await list.count()) > 0) await list.first().click();
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await violationsIn(page), colorScheme).toEqual([]);
        }
      });
    },
  );

  const places = ["shipped/index.html", "shop/index.html", "hostile/index.html", "shop/categories/parcel.html"];
  it.each(places)("%s is as wide as a phone, and no wider", async (place) => {
    await opened(place, async ({ page }) => {
      for (const width of [320, 390, 768, 1600]) {
        await page.setViewportSize({ width, height: 800 });
        const beyond = await page.evaluate(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth",
        );
        expect(beyond, `${width}`).toBeLessThanOrEqual(0);
      }
    });
  });

  it("has everything but the filters without JavaScript", async () => {
    await opened(
      "shipped/index.html",
      async ({ page }) => {
        expect(await page.locator("[data-filters]").isVisible()).toBe(false);
        expect(await codes(page)).toHaveLength(27);
        expect(await page.locator(".map .chip:visible").count()).toBe(27);
        expect(await page.locator(".bar-chart:visible").count()).toBeGreaterThan(20);
      },
      { javaScriptEnabled: false },
    );
  });

  it("has the charts in forced colours and on paper", async () => {
    await opened("shipped/index.html", async ({ page }) => {
      const fills = (): Promise<string[]> =>
        page
          .locator(".bar-documented, .bar-derived, .bar-no-failure")
          .evaluateAll((pieces) => [
            ...new Set(
              pieces.map(
                (piece) =>
                  `${piece.getAttribute("class")} ${piece.ownerDocument.defaultView?.getComputedStyle(piece).fill}`,
              ),
            ),
          ]);
      for (const media of [{ forcedColors: "active" }, { forcedColors: "none", media: "print" }] as const) {
        await page.emulateMedia(media);
        const seen = await fills();
        expect(new Set(seen.map((fill) => fill.replace(/^\S+ /, ""))).size, seen.join("\n")).toBe(3);
      }
      expect(await page.locator("[data-filters]").isVisible()).toBe(false);
    });
  });
});

/** How far the layout has shifted since the page was opened, as browsers measure it. */
async function shiftOf(page: Page): Promise<number> {
  const total: unknown = await page.evaluate(`new Promise((resolve) => {
    let total = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) total += entry.value; })
      .observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(total), 300);
  })`);
  return Number(total);
}
