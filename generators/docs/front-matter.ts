import { markdownInline, yamlText } from "../../core/markdown.ts";
import type { FailureView } from "./views.ts";

// The name that Docusaurus gives a page when it takes the number for an order: `22-P02` would be published as `P02`.
const numbered = /^\d+[-_.]+[^-_.]/;

/**
 * The front matter of a page. Site generators put these values where no escape is read alike: VitePress into a script
 * (which `</script>` ends) and, the title, through Markdown; MkDocs into HTML as they are. So what could be taken for
 * markup is left out here, and stands on the page itself; `otherTitle` is the page's name then.
 */
export function frontMatter(
  path: string,
  title: string,
  otherTitle: string,
  description: string,
): FailureView["frontMatter"] {
  const name = path.slice(path.lastIndexOf("/") + 1, -".md".length);
  const about = line(description);
  return {
    title: yamlText(markdownInline(title) === title ? title : otherTitle),
    description: about === "" || /[<>{}]/.test(about) ? undefined : yamlText(about),
    id: numbered.test(name) ? yamlText(name) : undefined,
  };
}

/** A text on one line. */
export function line(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").trim();
}
