import { SaxesParser } from "saxes";

/** An element as an XML parser gives it: names with their namespaces, texts and elements in their order. */
export interface Element {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** Reads a document; throws where it is not well-formed. */
export function parsedXml(text: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const open: {
    name: string;
    namespace: string;
    attributes: Record<string, string>;
    children: (Element | string)[];
  }[] = [];
  let root: Element | undefined;
  parser.on("error", (problem) => {
    throw problem;
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    const own = Object.entries(attributes).filter(([name]) => !/^xmlns(:|$)/.test(name));
    const element = {
      name: local,
      namespace: uri,
      attributes: Object.fromEntries(own.map(([name, { value }]) => [name, value])),
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const text_ = (piece: string): void => {
    open.at(-1)?.children.push(piece);
  };
  parser.on("text", text_);
  parser.on("cdata", text_);
  parser.on("closetag", () => {
    root = open.pop();
  });
  parser.write(text).close();
  if (root === undefined) throw new Error("no element");
  return root;
}

/** The elements in an element. */
export function elementsIn({ children }: Element): readonly Element[] {
  return children.filter((child): child is Element => typeof child !== "string");
}

/** All elements of a name below one, in the order of the document. */
export function below(element: Element, name: string): readonly Element[] {
  return elementsIn(element).flatMap((child) => [...(child.name === name ? [child] : []), ...below(child, name)]);
}

/** The text of an element; a `<cp>` is the character it stands for. */
export function textIn({ name, attributes, children }: Element): string {
  if (name === "cp") return String.fromCodePoint(Number.parseInt(attributes["hex"] ?? "", 16));
  return children.map((child) => (typeof child === "string" ? child : textIn(child))).join("");
}

/** What a schema says of one element. */
interface Rule {
  /** Its elements in their order, as a regular expression over `name ` repeated; undefined for what holds text alone. */
  readonly content: RegExp | undefined;
  /** What each attribute has to match; those that end with "!" have to be there. */
  readonly attributes: Readonly<Record<string, RegExp>>;
}

const any = /^/;
const yesNo = /^(yes|no)$/;
const space = /^(default|preserve)$/;
const language = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/;
const nmtoken = /^[\p{L}\p{N}._:-]+$/u;
const priority = /^([1-9]|10)$/;
const empty = /^$/;

const states12 =
  /^(final|needs-adaptation|needs-l10n|needs-review-adaptation|needs-review-l10n|needs-review-translation|needs-translation|new|signed-off|translated|x-.+)$/;
const qualifiers12 =
  /^(exact-match|fuzzy-match|id-match|leveraged-glossary|leveraged-inherited|leveraged-mt|leveraged-repository|leveraged-tm|mt-suggestion|rejected-.+|x-.+)$/;
const extras12 = "(context-group |count-group |prop-group |note |alt-trans )*";

/** The strict schema of XLIFF 1.2, as far as it has to do with the elements that are written here. */
const rules12: Readonly<Record<string, Rule>> = {
  xliff: { content: /^(file )+$/, attributes: { "version!": /^1\.2$/, "xml:lang": language } },
  file: {
    content: /^(header )?body $/,
    attributes: {
      "original!": any,
      "source-language!": language,
      "target-language": language,
      "datatype!": /^(plaintext|x-.+)$/,
      "xml:space": space,
    },
  },
  body: { content: /^(group |trans-unit |bin-unit )*$/, attributes: {} },
  "trans-unit": {
    content: new RegExp(`^source (seg-source )?(target )?${extras12}$`),
    attributes: {
      "id!": any,
      resname: any,
      approved: yesNo,
      translate: yesNo,
      maxwidth: /^[0-9]+$/,
      "size-unit": /^(byte|char|pixel|point|x-.+)$/,
      "xml:space": space,
    },
  },
  source: { content: undefined, attributes: { "xml:lang": language } },
  target: {
    content: undefined,
    attributes: { state: states12, "state-qualifier": qualifiers12, "xml:lang": language },
  },
  note: {
    content: undefined,
    attributes: { from: any, priority, annotates: /^(source|target|general)$/, "xml:lang": language },
  },
  "alt-trans": {
    content: /^(source )?(seg-source )?target (context-group |prop-group |note )*$/,
    attributes: {
      alttranstype: /^(proposal|previous-version|rejected|reference|accepted|x-.+)$/,
      "xml:space": space,
    },
  },
};

/** The schema of XLIFF 2.0, as far as it has to do with the elements that are written here. */
const rules2: Readonly<Record<string, Rule>> = {
  xliff: {
    content: /^(file )+$/,
    attributes: { "version!": /^2\.0$/, "srcLang!": language, trgLang: language, "xml:space": space },
  },
  file: {
    content: /^(skeleton )?(notes )?(unit |group )+$/,
    attributes: { "id!": nmtoken, original: any, translate: yesNo, "xml:space": space },
  },
  unit: {
    content: /^(notes )?(originalData )?(ignorable )*segment (segment |ignorable )*$/,
    attributes: { "id!": nmtoken, name: any, translate: yesNo, canResegment: yesNo, "xml:space": space },
  },
  group: {
    content: /^(notes )?(unit |group )*$/,
    attributes: { "id!": nmtoken, name: any, translate: yesNo, "xml:space": space },
  },
  notes: { content: /^(note )+$/, attributes: {} },
  note: { content: undefined, attributes: { id: nmtoken, category: any, priority, appliesTo: /^(source|target)$/ } },
  segment: {
    content: /^source (target )?$/,
    attributes: {
      id: nmtoken,
      canResegment: yesNo,
      state: /^(initial|translated|reviewed|final)$/,
      // A prefix of one's own: xlf is that of the standard.
      subState: /^(?!xlf:)[^:\s]+:\S+$/,
    },
  },
  source: { content: /^(cp )*$/, attributes: { "xml:lang": language, "xml:space": space } },
  target: { content: /^(cp )*$/, attributes: { "xml:lang": language, "xml:space": space, order: /^[1-9]\d*$/ } },
  cp: { content: empty, attributes: { "hex!": /^([0-9A-F]{2}){2,3}$/ } },
};

const mayHoldText: Readonly<Record<string, true>> = { source: true, target: true, note: true };

function* againstSchema(
  element: Element,
  rules: Readonly<Record<string, Rule>>,
  namespace: string,
): Generator<string, void> {
  const { name, attributes, children } = element;
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
  if (rule === undefined || element.namespace !== namespace) {
    yield `<${name}> is no element`;
    return;
  }
  const names = elementsIn(element).map((child) => `${child.name} `);
  if (!(rule.content ?? empty).test(names.join(""))) yield `<${name}> holds ${names.join("").trim() || "nothing"}`;
  const hasText = children.some((child) => typeof child === "string" && child.trim() !== "");
  if (hasText && mayHoldText[name] !== true) yield `<${name}> holds text`;
  for (const [key, value] of Object.entries(attributes)) {
    const allowed = rule.attributes[key] ?? rule.attributes[`${key}!`];
    if (allowed?.test(value) !== true) yield `<${name}> has ${key}="${value}"`;
  }
  for (const key of Object.keys(rule.attributes)) {
    if (key.endsWith("!") && attributes[key.slice(0, -1)] === undefined) yield `<${name}> has no ${key.slice(0, -1)}`;
  }
  for (const child of elementsIn(element)) yield* againstSchema(child, rules, namespace);
}

function* twice(elements: readonly Element[]): Generator<string> {
  const seen = new Set<string>();
  for (const { name, attributes } of elements) {
    const id = attributes["id"] ?? "";
    if (seen.has(id)) yield `<${name}> has the id "${id}" of another`;
    seen.add(id);
  }
}

/** What breaks the rules of XLIFF 1.2: its schema, and what its text says besides. */
export function xliff12Mistakes(root: Element): readonly string[] {
  const found = [...againstSchema(root, rules12, "urn:oasis:names:tc:xliff:document:1.2")];
  for (const file of elementsIn(root)) {
    const units = below(file, "trans-unit");
    found.push(...twice(units));
    for (const { attributes, ...unit } of units) {
      const hasTarget = elementsIn({ attributes, ...unit }).some(({ name }) => name === "target");
      if ((attributes["maxwidth"] === undefined) !== (attributes["size-unit"] === undefined)) {
        found.push("<trans-unit> has a size without a unit, or a unit without a size");
      }
      if (attributes["approved"] === "yes" && !hasTarget) found.push("<trans-unit> is approved and has no target");
      if (hasTarget && file.attributes["target-language"] === undefined) found.push("<file> has no target-language");
    }
  }
  return found;
}

/** What breaks the rules of XLIFF 2.0: its schema, and what its text says besides. */
export function xliff2Mistakes(root: Element): readonly string[] {
  const found = [...againstSchema(root, rules2, "urn:oasis:names:tc:xliff:document:2.0")];
  found.push(...twice(elementsIn(root)));
  if (below(root, "target").length > 0 && root.attributes["trgLang"] === undefined)
    found.push("<xliff> has no trgLang");
  for (const file of elementsIn(root)) found.push(...twice(below(file, "unit")));
  for (const segment of below(root, "segment")) {
    const { state, subState } = segment.attributes;
    const hasTarget = elementsIn(segment).some(({ name }) => name === "target");
    if (subState !== undefined && state === undefined) found.push("<segment> has a subState without a state");
    if ((state ?? "initial") !== "initial" && !hasTarget) found.push(`<segment> is ${state} and has no target`);
  }
  for (const cp of below(root, "cp")) {
    const character = textIn(cp);
    // What XML can write stands there as it is.
    if (/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]$/u.test(character)) {
      found.push(`<cp> stands for ${JSON.stringify(character)}`);
    }
  }
  return found;
}
