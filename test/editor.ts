import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
// CommonJS: its names are not importable one by one.
import json from "vscode-json-languageservice";

/** What an editor knows about a JSON file that names its schema in `$schema`. Offsets count UTF-16 code units. */
export interface Editor {
  /** Labels of what is offered at an offset, with the documentation beside each. */
  completions(offset: number): Promise<ReadonlyMap<string, string>>;
  hover(offset: number): Promise<string>;
  /** What is underlined: the words and the text they are about. */
  problems(): Promise<readonly string[]>;
}

/** Opens a text as the file at a URL; the schema that it names is read from disk, or from `schemas` by its address. */
export function openInEditor(url: string, text: string, schemas: ReadonlyMap<string, string> = new Map()): Editor {
  const service = json.getLanguageService({
    schemaRequestService: async (uri) => {
      const given = schemas.get(uri);
      if (given !== undefined) return given;
      if (!uri.startsWith("file:") || !existsSync(fileURLToPath(uri))) throw new Error(`${uri} does not exist`);
      return readFileSync(fileURLToPath(uri), "utf8");
    },
    workspaceContext: { resolveRelativePath: (path, resource) => new URL(path, resource).href },
    clientCapabilities: json.ClientCapabilities.LATEST,
  });
  service.configure({ validate: true });
  const document = json.TextDocument.create(url, "json", 1, text);
  const parsed = service.parseJSONDocument(document);
  const markup = (content: unknown): string =>
    typeof content === "string" ? content : ((content as { value?: string } | undefined)?.value ?? "");
  return {
    async completions(offset) {
      const list = await service.doComplete(document, document.positionAt(offset), parsed);
      return new Map((list?.items ?? []).map(({ label, documentation }) => [label, markup(documentation)]));
    },
    async hover(offset) {
      const found = await service.doHover(document, document.positionAt(offset), parsed);
      const contents = found?.contents ?? [];
      return (Array.isArray(contents) ? contents : [contents]).map(markup).join("\n\n");
    },
    async problems() {
      const found = await service.doValidation(document, parsed, { schemaValidation: "error" });
      return found.map(({ message, range }) => `${document.getText(range)}: ${message}`);
    },
  };
}
