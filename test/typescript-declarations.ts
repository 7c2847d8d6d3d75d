import MarkdownIt from "markdown-it";
import { type JSDocableNode, Node, Project, type SourceFile, SyntaxKind } from "ts-morph";

/** A named value of a declaration file, as TypeScript's own parser reads it. */
export interface DeclaredValue {
  readonly name: string;
  readonly value: unknown;
  /** The documentation without its tags, as the JSDoc parser gives it: Markdown. */
  readonly comment: string;
  /** The comment of `@deprecated`, or undefined. */
  readonly deprecated: string | undefined;
  /** The names of all tags. */
  readonly tags: readonly string[];
}

/** A file parsed by TypeScript; throws where it has a syntax error. */
export function parsedSource(text: string, path = "index.d.ts"): SourceFile {
  const project = new Project({ useInMemoryFileSystem: true, compilerOptions: { noLib: true } });
  const file = project.createSourceFile(path, text);
  const mistakes = project.getProgram().getSyntacticDiagnostics(file);
  if (mistakes.length > 0) throw new Error(project.formatDiagnosticsWithColorAndContext(mistakes));
  return file;
}

/** The members of an enumeration, whichever style it is in. */
export function declaredMembers(file: SourceFile, name: string): readonly DeclaredValue[] {
  const enumeration = file.getEnum(name);
  if (enumeration !== undefined) {
    return enumeration.getMembers().map((member) => declared(member.getName(), member.getValue(), member));
  }
  const type = file.getVariableDeclarationOrThrow(name).getTypeNodeOrThrow();
  if (!Node.isTypeLiteral(type)) throw new Error(`${name} is neither an enum nor an object`);
  return type.getProperties().map((property) => declared(property.getName(), literalOf(property), property));
}

/** The constants of a file. */
export function declaredConstants(file: SourceFile): readonly DeclaredValue[] {
  return file.getVariableStatements().flatMap((statement) =>
    statement.getDeclarations().map((declaration) => {
      const type = declaration.getTypeNodeOrThrow().getText();
      const value = type.startsWith("FailureCode.") ? type.slice("FailureCode.".length) : JSON.parse(type);
      const documentation = declaration.getChildrenOfKind(SyntaxKind.JSDoc);
      return declared(declaration.getName(), value, { getJsDocs: () => documentation });
    }),
  );
}

function literalOf(property: { getTypeNodeOrThrow(): Node }): unknown {
  return JSON.parse(property.getTypeNodeOrThrow().getText());
}

function declared(name: string, value: unknown, node: Pick<JSDocableNode, "getJsDocs">): DeclaredValue {
  const [documentation, ...others] = node.getJsDocs();
  if (documentation === undefined || others.length > 0)
    throw new Error(`${name} has no documentation, or more than one`);
  const tags = documentation.getTags();
  const deprecated = tags.find((tag) => tag.getTagName() === "deprecated");
  return {
    name,
    value,
    comment: documentation.getCommentText() ?? "",
    deprecated: deprecated?.getCommentText(),
    tags: tags.map((tag) => tag.getTagName()),
  };
}

const markdown = new MarkdownIt({ html: true, linkify: false });

/** The paragraphs and list items that Markdown shows, as plain text; markup that is not emphasis is an error. */
export function shownParagraphs(text: string): readonly string[] {
  return markdown.parse(text, {}).flatMap((token) => {
    if (token.type !== "inline") return [];
    const pieces = (token.children ?? []).map(({ type, content }) => {
      if (type === "softbreak") return "\n";
      if (type === "text" || type === "text_special") return content;
      if (type === "strong_open" || type === "strong_close") return "";
      throw new Error(`${type} in ${JSON.stringify(text)}`);
    });
    return [pieces.join("")];
  });
}

/** The names that a module exports as values, sorted. */
export function exportedValues(file: SourceFile): readonly string[] {
  const own = [...file.getFunctions(), ...file.getEnums(), ...file.getVariableDeclarations()]
    .filter((declaration) => declaration.isExported())
    .map((declaration) => declaration.getName() ?? "");
  const passedOn = file
    .getExportDeclarations()
    .filter((declaration) => !declaration.isTypeOnly())
    .flatMap((declaration) => declaration.getNamedExports().map((one) => one.getName()));
  return [...new Set([...own, ...passedOn])].sort();
}
