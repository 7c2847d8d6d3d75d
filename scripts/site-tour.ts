import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

// The tour of the reference site: screenshots of generated/site, as docs/site.md shows them. Run by hand after a change of how
// the site looks (`npx tsx scripts/site-tour.ts`), since pictures differ from machine to machine and so are not checked.

const root = resolve(import.meta.dirname, "..");
const site = join(root, "generated/site");
const folder = join(root, "docs/tour");

interface Stop {
  readonly name: string;
  readonly path: string;
  readonly options?: BrowserContextOptions;
  /** What is done before the picture is taken. */
  readonly prepare?: (page: Page) => Promise<void>;
}

const phone = { viewport: { width: 390, height: 844 } };

const stops: readonly Stop[] = [
  { name: "index", path: "index.html" },
  { name: "code", path: "codes/12007.html" },
  {
    name: "search",
    path: "codes/12007.html",
    prepare: async (page) => {
      await page.keyboard.press("/");
      await page.keyboard.type("subscirber");
      await page.locator("[role=option]").first().waitFor();
    },
  },
  { name: "arabic", path: "locales/ar.html" },
  {
    name: "arabic-message",
    path: "codes/15005.html#message-ar",
    prepare: (page) => page.locator("#message").scrollIntoViewIfNeeded(),
  },
  { name: "dark", path: "index.html", options: { colorScheme: "dark" } },
  { name: "phone", path: "codes/15005.html", options: phone },
  { name: "phone-index", path: "index.html", options: { ...phone, colorScheme: "dark" } },
  {
    name: "print",
    path: "codes/12007.html",
    options: { viewport: { width: 794, height: 1123 } },
    prepare: (page) => page.emulateMedia({ media: "print" }),
  },
];

async function picture(browser: Browser, { name, path, options, prepare }: Stop): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, ...options });
  const page = await context.newPage();
  const [file = "", fragment] = path.split("#");
  const address = pathToFileURL(join(site, file)).href;
  await page.goto(fragment === undefined ? address : `${address}#${fragment}`);
  await prepare?.(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
for (const stop of stops) await picture(browser, stop);
await browser.close();
