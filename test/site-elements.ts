import { DomUtils, parseDocument } from "htmlparser2";

/** An element of a page, read by an HTML parser. */
export interface PageElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its text and that of all within, runs of white space as one blank. */
  readonly text: string;
  /** The elements within it that a test holds for, in order. */
  all(test: ElementTest): readonly PageElement[];
  /** The only one of them; throws where there is none or another. */
  one(test: ElementTest): PageElement;
}

/** A tag, or a class written with a dot, or an id written with a hash. */
export type ElementTest = string;

type Node = ReturnType<typeof parseDocument>;
type Found = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** Reads a page. */
export function readElements(html: string): PageElement {
  const document = parseDocument(html);
  return wrapped(document, "", {});
}

function wrapped(node: Node | Found, tag: string, attributes: Readonly<Record<string, string>>): PageElement {
  const all = (test: ElementTest): readonly PageElement[] =>
    DomUtils.findAll((element) => holds(element, test), node.children).map((element) =>
      wrapped(element, element.name, element.attribs),
    );
  return {
    tag,
    attributes,
    text: DomUtils.textContent(node).replace(/\s+/g, " ").trim(),
    all,
    one: (test) => {
      const [first, ...others] = all(test);
      if (first === undefined || others.length > 0) throw new Error(`${others.length + (first ? 1 : 0)} of ${test}`);
      return first;
    },
  };
}

function holds({ name, attribs }: Found, test: ElementTest): boolean {
  if (test.startsWith(".")) return (attribs["class"] ?? "").split(/\s+/).includes(test.slice(1));
  if (test.startsWith("#")) return attribs["id"] === test.slice(1);
  return name === test;
}
