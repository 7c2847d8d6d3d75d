import type { RawCatalog, RawFailure } from "../raw/catalog.gen.ts";
import type { Draft } from "../shape/draft.ts";

/** `line`: a text of one line. `paragraph`: line breaks are allowed. `data`: a value that a program reads, not a person. */
export type TextKind = "line" | "paragraph" | "data";

/** Called with every text; the path is used again after the call. */
export type TextVisitor = (text: string, kind: TextKind, path: readonly (string | number)[]) => void;

type Path = (string | number)[];

interface Titled {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
}

/** Shows every text of a catalog to a visitor. The payloads of examples are data as they were received, and not texts. */
export function visitTexts(raw: Draft<RawCatalog>, visit: TextVisitor): void {
  const path: Path = [];
  titled(raw, path, visit);
  text(raw.notice, "paragraph", path, "notice", visit);
  list(raw.surfaces, path, "surfaces", (surface) => titled(surface, path, visit));
  list(raw.statuses, path, "statuses", (status) => titled(status, path, visit));
  list(raw.categories, path, "categories", (category) => titled(category, path, visit));
  list(raw.reserved, path, "reserved", (entry) => text(entry.reason, "paragraph", path, "reason", visit));
  list(raw.failures, path, "failures", (failure) => failureTexts(failure, path, visit));
}

function failureTexts(failure: Draft<RawFailure>, path: Path, visit: TextVisitor): void {
  titled(failure, path, visit);
  list(failure.aliases, path, "aliases", (alias) => text(alias.reason, "paragraph", path, "reason", visit));
  within(failure.guidance, path, "guidance", (guidance) => {
    texts(guidance.causes, "paragraph", path, "causes", visit);
    texts(guidance.actions, "paragraph", path, "actions", visit);
  });
  within(failure.params, path, "params", (params) => {
    for (const name of Object.keys(params)) {
      within(params[name], path, name, (param) => {
        text(param.description, "paragraph", path, "description", visit);
        if (typeof param.example === "string") text(param.example, "data", path, "example", visit);
        texts(param.values, "data", path, "values", visit);
      });
    }
  });
  within(failure.messages, path, "messages", (messages) => {
    for (const part of ["title", "detail", "action"] as const) {
      within(messages[part], path, part, (message) => {
        text(message.text, part === "title" ? "line" : "paragraph", path, "text", visit);
        text(message.description, "paragraph", path, "description", visit);
      });
    }
    within(messages.developer, path, "developer", (message) => text(message.text, "paragraph", path, "text", visit));
  });
  for (const ending of ["deprecated", "retired"] as const) {
    within(failure[ending], path, ending, ({ reason }) => text(reason, "paragraph", path, "reason", visit));
  }
  list(failure.examples, path, "examples", (example) => text(example.title, "line", path, "title", visit));
}

function titled(entry: Titled, path: Path, visit: TextVisitor): void {
  text(entry.title, "line", path, "title", visit);
  text(entry.description, "paragraph", path, "description", visit);
}

function text(value: string | undefined, kind: TextKind, path: Path, key: string | number, visit: TextVisitor): void {
  if (value === undefined) return;
  path.push(key);
  visit(value, kind, path);
  path.pop();
}

function texts(
  values: readonly (string | undefined)[] | undefined,
  kind: TextKind,
  path: Path,
  key: string,
  visit: TextVisitor,
): void {
  if (values === undefined) return;
  path.push(key);
  for (let index = 0; index < values.length; index++) text(values[index], kind, path, index, visit);
  path.pop();
}

function within<Value extends object>(
  value: Value | undefined,
  path: Path,
  key: string | number,
  go: (value: Value) => void,
): void {
  if (value === undefined) return;
  path.push(key);
  go(value);
  path.pop();
}

function list<Item extends object>(
  items: readonly (Item | undefined)[] | undefined,
  path: Path,
  key: string,
  go: (item: Item) => void,
): void {
  if (items === undefined) return;
  path.push(key);
  for (let index = 0; index < items.length; index++) within(items[index], path, index, go);
  path.pop();
}
