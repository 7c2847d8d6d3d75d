import { htmlText } from "../../core/html.ts";
import { type Preview, type PreviewMistakes, scriptPath } from "./preview.ts";

const style = `<style>
:host, body { color-scheme: light dark; --ink: #1b1f27; --paper: #fff; --soft: #f3f4f7; --faint: #596070; --error: #b3182a; --warning: #8a5300; --info: #0b5cad; }
@media (prefers-color-scheme: dark) { :host, body { --ink: #e9ebf0; --paper: #16181d; --soft: #22252c; --faint: #a4abba; --error: #ff8b93; --warning: #f3b95f; --info: #82bdff; } }
:host { all: initial; }
@media print { :host { display: none; } }
body { margin: 0; background: var(--paper); }
.preview { box-sizing: border-box; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); direction: ltr; text-align: start; }
details.preview { position: fixed; z-index: 2147483647; inset: auto 0 0 0; max-height: 85vh; overflow: auto; border-top: 4px solid var(--error); box-shadow: 0 -4px 24px #0006; overscroll-behavior: contain; }
details > summary { position: sticky; top: 0; padding: .6rem 1rem; background: var(--paper); cursor: pointer; font-weight: 600; }
details > summary .rest { font-weight: 400; color: var(--faint); }
main.preview { max-width: 75rem; margin: 0 auto; padding: 1.5rem 1rem; }
h1 { font-size: 1.4rem; margin: 0 0 .5rem; }
p { margin: .3rem 0; overflow-wrap: anywhere; }
.unseen { position: fixed; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); }
.inside { padding: 0 1rem 1rem; }
.remarks { list-style: none; margin: 0; padding: 0; }
.remarks li { border-inline-start: 4px solid var(--kind); padding: .1rem 0 .1rem .8rem; margin: 1rem 0; content-visibility: auto; contain-intrinsic-size: auto 10rem; }
.error { --kind: var(--error); } .warning { --kind: var(--warning); } .info { --kind: var(--info); }
.remarks strong, pre b { color: var(--kind); }
.message { font-weight: 600; }
.hint::before { content: "hint: "; color: var(--faint); }
.hint { white-space: pre-wrap; }
pre { background: var(--soft); padding: .5rem .8rem; margin: .4rem 0; overflow: auto; font: 13px/1.45 ui-monospace, monospace; tab-size: 2; }
code { font: .9em ui-monospace, monospace; color: var(--faint); }
a { color: var(--info); }
</style>
`;

/** The tag of the script that the server adds to a page. */
export function scriptTag({ build, mistakes }: Preview, isStandIn = false): string {
  const standIn = isStandIn ? ` data-mistakes="${mistakes?.build ?? ""}"` : "";
  return `<script src="/${scriptPath}" data-build="${build}"${standIn}></script>\n`;
}

/** What is laid over a page of the last good build; the page is readable behind it once it is folded up. */
export function mistakesOverlay({ title, body }: PreviewMistakes): string {
  return `${style}<section aria-label="Mistakes">
<p class="unseen" role="alert">${title}</p>
<details class="preview" open>
<summary>${title} <span class="rest">The page is the last good one. Select this line to see it, or the mistakes.</span></summary>
<div class="inside">
${body}</div>
</details>
</section>
`;
}

/** What is shown while there is no site yet. */
export function mistakesPage(preview: Preview): string {
  const { title = "The site is being built", body = "" } = preview.mistakes ?? {};
  return page(title, `<p>The site is shown here as soon as they are mended.</p>\n${body}`, scriptTag(preview, true));
}

/** The answer to an address that the site does not have. */
export function missingPage(preview: Preview, path: string): string {
  const words = `<p>Nothing of the site is at <code>${htmlText(path)}</code>.</p>\n<p><a href="/">The first page</a></p>\n`;
  return page("There is no such page", words, scriptTag(preview));
}

/** The answer where a page could not be made; `reason` is HTML. */
export function brokenPage(preview: Preview, reason: string): string {
  return page("This page could not be made", reason, scriptTag(preview));
}

function page(title: string, body: string, end: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
${style}</head>
<body>
<main class="preview">
<h1>${title}</h1>
${body}</main>
${end}</body>
</html>
`;
}
