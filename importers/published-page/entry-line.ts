import type { Code } from "../../core/catalog.ts";
import type { PageWords } from "../../core/reconcile/page-words.ts";

/** What a text begins with: a code and names in either order, as they are printed, and what follows them. */
export interface Head {
  readonly code: { readonly value: Code; readonly printed: string } | undefined;
  readonly names: readonly string[];
  /** "" where nothing follows. */
  readonly rest: string;
  /** Whether a colon, a dash or the like stands before the rest. */
  readonly parted: boolean;
}

/** What a text begins with, where that is a code. */
export interface CodeHead extends Head {
  readonly code: NonNullable<Head["code"]>;
}

/** Code and names stand at the beginning of a text or nowhere. */
const longestHead = 400;

const lead =
  /^[\s•*\-\u2010-\u2015#>`"'“‘([]*(?:(?:error|failure)\s+)?(?:(?:code|number|no\.|name|error|failure)(?![\p{L}\p{N}_])[\s:#=`"'“‘*]*)?/iu;

const shortWord = /[\p{L}\p{N}_]+/uy;

const longWord = /[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)+/uy;

const gap = /(?:[\s:=\-\u2010-\u2015|·•()[\]#,.`*"'“”‘’/]|\b(?:code|number|no\.)(?=[\s:]))*/iuy;

/** Reads what a text begins with; undefined where that is neither a code nor a name. */
export function headOf(text: string, words: PageWords): Head | undefined {
  const head = text.slice(0, longestHead);
  let at = lead.exec(head)?.[0].length ?? 0;
  let code: Head["code"];
  const names: string[] = [];
  let between = "";
  while (names.length < 4) {
    const word = wordAt(head, at, words);
    if (word === undefined) break;
    const value = words.code(word);
    // `12001 – 12007` is a stretch of codes and says nothing of one.
    if (value !== undefined && !words.isName(word)) {
      if (code !== undefined)
        return names.length === 0 ? undefined : { code, names, rest: text.slice(at), parted: false };
      code = { value, printed: word };
    } else if (words.isName(word)) names.push(word);
    else break;
    gap.lastIndex = at + word.length;
    between = gap.exec(head)?.[0] ?? "";
    at += word.length + between.length;
  }
  if (code === undefined && names.length === 0) return undefined;
  return { code, names, rest: text.slice(at).trim(), parted: /[:=\-\u2010-\u2015|·.]/.test(between) };
}

function wordAt(text: string, at: number, words: PageWords): string | undefined {
  longWord.lastIndex = at;
  const long = longWord.exec(text)?.[0];
  if (long !== undefined && words.isPlainlyCode(long)) return long;
  shortWord.lastIndex = at;
  return shortWord.exec(text)?.[0];
}

/** Whether a name can be nothing else: single words in capitals are met in every sentence. */
export function isPlainName(name: string, words: PageWords): boolean {
  return name.includes("_") || words.isKnownName(name);
}

/** What a line says of one code: its code and its name, and no sentence that only mentions them. */
export function pairOf(text: string, words: PageWords): CodeHead | undefined {
  const head = codeHeadOf(text, words);
  if (head === undefined || head.names.length === 0) return undefined;
  if (head.rest === "" || head.parted) return head;
  const [name = ""] = head.names;
  // Any other word in capitals was the first of what is said.
  if (!isPlainName(name, words)) return undefined;
  return /^[\p{Lu}\p{N}"“'‘(]/u.test(head.rest) ? head : undefined;
}

/** What a line says of a code without its name: `12001: The message could not be sent.` In a heading nothing has to part the two. */
export function namelessOf(text: string, words: PageWords, heading: boolean): CodeHead | undefined {
  const head = codeHeadOf(text, words);
  if (head === undefined || head.names.some((name) => isPlainName(name, words))) return undefined;
  const [first] = head.names;
  // `12001: SMS could not be sent` has no name, but a word in capitals.
  if (first !== undefined) return { ...head, names: [], rest: text.slice(text.indexOf(first)) };
  return head.rest !== "" && (head.parted || heading) ? head : undefined;
}

/** The code that a line is, and nothing besides. */
export function loneCode(text: string, words: PageWords): CodeHead | undefined {
  const head = codeHeadOf(text, words);
  return head?.names.length === 0 && head.rest === "" ? head : undefined;
}

/** The names that a line is, and nothing besides; none for other lines. */
export function loneNames(text: string, words: PageWords): readonly string[] {
  const head = headOf(text, words);
  return head !== undefined && head.code === undefined && head.rest === "" ? head.names : [];
}

function codeHeadOf(text: string, words: PageWords): CodeHead | undefined {
  const head = headOf(text, words);
  return head?.code === undefined ? undefined : { ...head, code: head.code };
}
