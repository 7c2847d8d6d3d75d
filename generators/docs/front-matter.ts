import type { Code } from "../../core/catalog.ts";
import { markdownInline, yamlText } from "../../core/markdown.ts";
import { pageAddress } from "../../core/page-redirects.ts";
import type { Edition } from "./edition.ts";
import { line } from "./page-labels.ts";
import type { FailureView } from "./views.ts";

// The name that Docusaurus gives a page when it takes the number for an order: `22-P02` would be published as `P02`.
const numbered = /^\d+[-_.]+[^-_.]/;

/** What the front matter of a page is made from. */
interface Facts {
  /** What the page is called, as it is in the catalog. */
  readonly label: string;
  /** What it is called where that could be taken for markup; without it the label is known to be plain. */
  readonly otherTitle?: string;
  readonly description: string;
  readonly position: number | undefined;
}

/**
 * The front matter of a page. Site generators put these values where no escape is read alike: VitePress into a script
 * (which `</script>` ends) and, the title, through Markdown; MkDocs into HTML as they are. So what could be taken for
 * markup is left out here, and stands on the page itself; `otherTitle` is the page's name then. Only where the title is
 * the heading is it whole, since Starlight escapes it.
 */
export function frontMatter(
  { look: { flavour, settings } }: Pick<Edition, "look">,
  path: string,
  { label, otherTitle = label, description, position }: Facts,
): FailureView["frontMatter"] {
  const name = path.slice(path.lastIndexOf("/") + 1, -".md".length);
  const about = line(description);
  const unfit = flavour.unfit ?? nothing;
  const isWhole = flavour.titleIsHeading || otherTitle === label || markdownInline(label) === label;
  return {
    title: yamlText(isWhole ? label : otherTitle),
    description: about === "" || /[<>{}]/.test(about) || unfit.test(about) ? undefined : yamlText(about),
    id: numbered.test(name) ? yamlText(name) : undefined,
    lines:
      flavour.id === "github"
        ? noLines
        : flavour.frontMatter(
            { address: pageAddress(path), label: unfit.test(label) ? otherTitle : label, position },
            settings.path,
          ),
    isHeading: flavour.titleIsHeading,
  };
}

/** Fits no text. */
const nothing = /(?!)/;

const noLines: readonly string[] = [];

/** A code as a number, to put pages in order; undefined for one that is none. */
export function numberOf(code: Code): number | undefined {
  return typeof code === "number" ? code : undefined;
}
