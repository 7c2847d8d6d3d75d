import { htmlText } from "../../core/html.ts";
import { htmlReport } from "../../core/report/html-report.ts";
import { countsText } from "../../core/report/report.ts";
import { type Location, positionAt } from "../../core/source-file.ts";
import { isStoppedTemplate } from "../../core/template/stopped.ts";
import type { Conclusion } from "../run-conclusion.ts";
import type { PreviewMistakes } from "./preview.ts";

/** What a build came to, for the page: everything that is wrong, with the lines of code. */
export function mistakesHtml({ diagnostics = [], problem }: Conclusion, build: string, root: string): PreviewMistakes {
  const counts = countsText(diagnostics);
  const stopped =
    problem === undefined
      ? ""
      : `<p class="message">${htmlText(problem.message)}</p>\n<p class="hint">${htmlText(problem.hint)}</p>\n`;
  return {
    build,
    title: htmlText(problem === undefined ? counts : "The site cannot be built"),
    body: `${stopped}${diagnostics.length === 0 ? "" : htmlReport(diagnostics, (at) => editorAddress(root, at))}`,
  };
}

/** Why a page could not be made, as HTML: a template of the user stopped, or it is our own mistake. */
export function failureHtml(reason: unknown, root: string): string {
  if (isStoppedTemplate(reason)) return htmlReport([reason.stopped], (at) => editorAddress(root, at));
  return `<p class="message">${htmlText(reason instanceof Error ? reason.message : String(reason))}</p>\n`;
}

/** Opens the place in an editor: VS Code and what is made of it take such addresses. */
function editorAddress(root: string, { file, start }: Location): string {
  const { line, column } = positionAt(file, start);
  const path = `${root}/${file.path}`.replaceAll("\\", "/").replace(/^\/?/, "/");
  return `vscode://file${encodeURI(path).replace(/[?#]/g, encodeURIComponent)}:${line}:${column}`;
}
