/** A declaration of a declaration file, in one way of writing it: without comments, a space between all words. */
export interface Declared {
  readonly text: string;
  readonly isExported: boolean;
}

/** What a declaration file exports that is declared elsewhere: in another file, or in another statement of the same. */
export interface PassedOn {
  /** `*` for all. */
  readonly name: string;
  readonly as: string;
  /** Undefined for the same file. */
  readonly from: string | undefined;
  readonly isType: boolean;
}

/** The statements of a declaration file. */
export interface DeclarationFile {
  readonly declared: ReadonlyMap<string, readonly Declared[]>;
  readonly passedOn: readonly PassedOn[];
}

const word =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*|\d[\w.]*|=>|\.\.\.|\S/gu;

/** The words of TypeScript, without comments. */
export function wordsOf(text: string): readonly string[] {
  return (text.match(word) ?? []).filter((one) => !one.startsWith("/*") && !one.startsWith("//"));
}

/** Cuts words where a separator stands outside of all brackets. */
export function cutAt(words: readonly string[], separator: string): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  let depth = 0;
  for (const one of words) {
    depth += depthOf(one);
    if (one === separator && depth === 0) parts.push([]);
    else parts.at(-1)?.push(one);
  }
  return parts.filter((part) => part.length > 0);
}

function depthOf(one: string): number {
  if (one === "{" || one === "(" || one === "[") return 1;
  return one === "}" || one === ")" || one === "]" ? -1 : 0;
}

/** Reads a declaration file as our generator writes it: every statement ends with a semicolon or is a block. */
export function declaredIn(text: string): DeclarationFile {
  const declared = new Map<string, Declared[]>();
  const passedOn: PassedOn[] = [];
  for (const statement of statementsOf(wordsOf(text))) {
    const isExported = statement[0] === "export";
    const rest = isExported ? statement.slice(1) : statement;
    if (rest[0] === "import" || rest.length === 0) continue;
    if (isExported && (rest[0] === "{" || rest[0] === "*" || (rest[0] === "type" && rest[1] === "{"))) {
      passedOn.push(...passedOnBy(rest));
      continue;
    }
    for (const [name, words] of declarationsOf(rest[0] === "declare" ? rest.slice(1) : rest)) {
      const declaration = { text: inOneWay(words), isExported };
      const others = declared.get(name);
      if (others === undefined) declared.set(name, [declaration]);
      else others.push(declaration);
    }
  }
  return { declared, passedOn };
}

const blocks = new Set(["interface", "enum", "class", "namespace", "module"]);

function* statementsOf(words: readonly string[]): Iterable<readonly string[]> {
  let [start, depth] = [0, 0];
  for (const [index, one] of words.entries()) {
    depth += depthOf(one);
    if (depth !== 0) continue;
    if (one === ";") {
      yield words.slice(start, index);
      start = index + 1;
    } else if (one === "}" && isBlock(words, start)) {
      yield words.slice(start, index + 1);
      start = index + 1;
    }
  }
  if (start < words.length) yield words.slice(start);
}

function isBlock(words: readonly string[], start: number): boolean {
  for (let index = start; index < start + 4; index++) {
    const one = words[index] ?? "";
    if (blocks.has(one)) return true;
    if (!["export", "declare", "abstract", "const", "default"].includes(one)) return false;
  }
  return false;
}

function* passedOnBy(words: readonly string[]): Iterable<PassedOn> {
  const isType = words[0] === "type";
  const from = words.includes("from") ? JSON.parse(words.at(-1) ?? '""') : undefined;
  if (words[0] === "*") {
    yield { name: "*", as: "*", from, isType };
    return;
  }
  const inside = words.slice(words.indexOf("{") + 1, words.lastIndexOf("}"));
  for (const part of cutAt(inside, ",")) {
    const own = part[0] === "type" && part.length > 1 && part[1] !== "as" ? part.slice(1) : part;
    const [name = ""] = own;
    yield { name, as: own.at(-1) ?? name, from, isType: isType || own !== part };
  }
}

const kinds = new Set(["const", "let", "var"]);

function* declarationsOf(words: readonly string[]): Iterable<readonly [string, readonly string[]]> {
  const [kind = ""] = words;
  if (kinds.has(kind) && words[1] !== "enum") {
    for (const one of cutAt(words.slice(1), ",")) yield [one[0] ?? "", [kind, ...one]];
    return;
  }
  const named = words.findIndex((one) => blocks.has(one) || one === "type" || one === "function");
  yield kind === "default" ? ["default", words] : [words[named + 1] ?? "", words];
}

/** Without a comma or bar that only a way of laying out has. */
function inOneWay(words: readonly string[]): string {
  return words
    .filter((one, index) => {
      if (one === ",") return !["}", "]", ")"].includes(words[index + 1] ?? "");
      return one !== "|" || !["=", ":", "(", "<", ","].includes(words[index - 1] ?? "");
    })
    .join(" ");
}
