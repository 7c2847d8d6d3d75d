import { Parser } from "htmlparser2";

/** A page of the site, taken apart by an HTML parser. */
export interface HtmlPage {
  readonly links: readonly string[];
  /** What the page loads: scripts, style sheets, images. */
  readonly loads: readonly string[];
  readonly ids: readonly string[];
  /** All of its text, runs of white space as one blank. */
  readonly text: string;
  /** The text of each element that has a class, by class. */
  readonly byClass: ReadonlyMap<string, readonly string[]>;
  /** Tags that were opened and not closed, or closed and not open. */
  readonly unbalanced: readonly string[];
}

const empty = new Set(["meta", "link", "br", "hr", "img", "input", "path", "rect", "line", "circle", "use", "col"]);

/** Reads a page. */
export function readHtml(html: string): HtmlPage {
  const links: string[] = [];
  const loads: string[] = [];
  const ids: string[] = [];
  const unbalanced: string[] = [];
  const byClass = new Map<string, string[]>();
  const open: { readonly name: string; readonly classes: readonly string[]; text: string }[] = [];
  let text = "";
  let silent = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const { href, src, id, class: classes = "" } = attributes;
        if (name === "a" && href !== undefined) links.push(href);
        if (name === "link" && attributes["rel"] !== "canonical" && href !== undefined) loads.push(href);
        if (src !== undefined) loads.push(src);
        if (id !== undefined) ids.push(id);
        if (name === "script" || name === "style") silent += 1;
        if (!empty.has(name)) open.push({ name, classes: classes.split(/\s+/).filter(Boolean), text: "" });
      },
      ontext(piece) {
        if (silent > 0) return;
        text += piece;
        for (const element of open) element.text += piece;
      },
      onclosetag(name, implied) {
        if (empty.has(name)) return;
        if (name === "script" || name === "style") silent -= 1;
        const element = open.pop();
        if (element?.name !== name || implied) unbalanced.push(name);
        for (const one of element?.classes ?? []) {
          const known = byClass.get(one) ?? [];
          byClass.set(one, known);
          known.push((element?.text ?? "").replace(/\s+/g, " ").trim());
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return { links, loads, ids, text: text.replace(/\s+/g, " ").trim(), byClass, unbalanced };
}
