import type { PageWords } from "../../core/reconcile/page-words.ts";
import type { PageText, PublishedEntry } from "../../core/reconcile/published-page.ts";
import { type Head, headOf, isPlainName } from "./entry-line.ts";
import { type Piece, stretchOf } from "./piece.ts";

/** A row of a table. */
export type Row = Extract<Piece, { kind: "row" }>;

const codeHeading = /\b(?:codes?|numbers?|nr|id|value)\b|^#$/i;
const nameHeading = /\b(?:names?|identifier|constant|symbol|key|enum)\b/i;
const categoryHeading = /\b(?:category|categories|group|class|type|kind|area)\b/i;
const textHeading =
  /\b(?:descriptions?|meanings?|texts?|details?|explanation|summary|titles?|messages?|reasons?|causes?|when|notes?|what(?! to))\b/i;

/** What the columns of a table hold; -1 for nothing. */
interface Columns {
  readonly code: number;
  readonly name: number;
  readonly category: number;
  readonly texts: readonly number[] | undefined;
  /** Whether the headings say which column holds codes and which names. */
  readonly headed: boolean;
}

/** The entries of a table: what its columns are is seen by what they hold, and where that is not plain, by their headings. */
export function tableEntries(
  file: string,
  rows: readonly Row[],
  words: PageWords,
  above: Pick<PublishedEntry, "heading" | "section">,
): readonly PublishedEntry[] {
  const heads = rows.map(({ cells }) => headsOf(cells, words));
  const isHead = (index: number) => rows[index]?.header === true || heads[index]?.every((head) => !head?.code) === true;
  const headings = isHead(0) ? (rows[0]?.cells ?? []).map(({ text }) => text) : [];
  const body = rows.flatMap((row, index) =>
    index === 0 && headings.length > 0 ? [] : [{ row, heads: heads[index] ?? [] }],
  );
  const columns = columnsOf(body, headings, words);
  if (columns === undefined) return [];
  let last: BodyRow | undefined;
  return body.flatMap((given) => {
    const whole = withCellsAbove(given, last, columns, words);
    last = whole;
    const entry = rowEntry(file, whole.row, whole.heads, columns, words, above);
    return entry === undefined ? [] : [entry];
  });
}

type BodyRow = { readonly row: Row; readonly heads: readonly (Head | undefined)[] };

function headsOf(cells: readonly PageText[], words: PageWords): BodyRow["heads"] {
  return cells.map(({ text }) => headOf(text, words));
}

/** A row whose first cells are those of the row above, since they span both: where its code stands too far left. */
function withCellsAbove(given: BodyRow, last: BodyRow | undefined, { code }: Columns, words: PageWords): BodyRow {
  const lacking = (last?.row.cells.length ?? 0) - given.row.cells.length;
  const isCode = (index: number) => words.isPlainlyCode(given.heads[index]?.code?.printed ?? "");
  if (last === undefined || lacking <= 0 || isCode(code) || !isCode(code - lacking)) return given;
  const cells = [...last.row.cells.slice(0, lacking), ...given.row.cells];
  return { row: { ...given.row, cells }, heads: [...last.heads.slice(0, lacking), ...given.heads] };
}

function columnsOf(body: readonly BodyRow[], headings: readonly string[], words: PageWords): Columns | undefined {
  const width = body.reduce((most, { row }) => Math.max(most, row.cells.length), 0);
  const counts = Array.from({ length: Math.min(width, 50) }, () => ({ plain: 0, codes: 0, names: 0, length: 0 }));
  for (const { row, heads } of body) {
    for (const [index, count] of counts.entries()) {
      const head = heads[index];
      if (head?.code !== undefined) {
        count.codes += 1;
        if (words.isPlainlyCode(head.code.printed)) count.plain += 1;
      }
      if (head !== undefined && head.names.length > 0 && (head.rest === "" || head.rest.length < 40)) count.names += 1;
      count.length += row.cells[index]?.text.length ?? 0;
    }
  }
  const best = (score: (index: number) => number, not = -1): number => {
    let found = -1;
    for (const index of counts.keys()) {
      if (index !== not && score(index) > 0 && (found < 0 || score(index) > score(found))) found = index;
    }
    return found;
  };
  const headed = (heading: RegExp) => (index: number) => (heading.test(headings[index] ?? "") ? 1 : 0);
  const code = best((index) => {
    const { plain = 0, codes = 0 } = counts[index] ?? {};
    return codes === 0 ? 0 : plain * 2 + (codes / (body.length + 1)) * (1 + headed(codeHeading)(index));
  });
  if (code < 0) return undefined;
  const name = best((index) => (counts[index]?.names ?? 0) * 2 + headed(nameHeading)(index), code);
  const category = headings.length === 0 ? -1 : best(headed(categoryHeading), code);
  const others = [...counts.keys()].filter((index) => index !== code && index !== name && index !== category);
  if (headings.length === 0) return { code, name, category, texts: undefined, headed: false };
  const isHeaded = headed(codeHeading)(code) > 0 && headed(nameHeading)(name) > 0;
  const named = others.filter((index) => headed(textHeading)(index) > 0);
  const longest = best((index) => (others.includes(index) ? (counts[index]?.length ?? 0) : 0));
  return { code, name, category, texts: named.length > 0 ? named : longest < 0 ? [] : [longest], headed: isHeaded };
}

function rowEntry(
  file: string,
  { cells }: Row,
  heads: readonly (Head | undefined)[],
  columns: Columns,
  words: PageWords,
  above: Pick<PublishedEntry, "heading" | "section">,
): PublishedEntry | undefined {
  const cell = cells[columns.code];
  const head = heads[columns.code];
  if (cell === undefined || head?.code === undefined) return undefined;
  const { value: code, printed } = head.code;
  const nameCell = cells[columns.name];
  const written = nameCell === undefined ? undefined : namesOf(nameCell, heads[columns.name]);
  const from = written === undefined ? cell : (nameCell ?? cell);
  const [name, ...otherNames] = (written ?? head.names).map((one) => stretchOf(file, one, from));
  // A number beside a word is a count or a year, unless one of the two is known or the headings say what they are.
  const isEntry =
    columns.headed || words.isPlainlyCode(printed) || (name !== undefined && isPlainName(name.text, words));
  if (!isEntry) return undefined;
  let category = cells[columns.category];
  const texts: PageText[] = [];
  for (const index of columns.texts ?? cells.keys()) {
    const text = cells[index];
    if (text === undefined || text.text === "" || text === cell || text === nameCell) continue;
    if (columns.texts === undefined && words.namedCategory(text.text) !== undefined) category ??= text;
    else if (columns.texts !== undefined || /\s\S+\s/.test(text.text)) texts.push(text);
  }
  if (texts.length === 0 && head.rest !== "" && head.names.length > 0) texts.push({ ...cell, text: head.rest });
  // In place of a name a page says what became of it: reserved, retired.
  if (nameCell !== undefined && nameCell.text !== "" && written === undefined) texts.push(nameCell);
  return {
    code,
    printed: stretchOf(file, printed, cell),
    name,
    otherNames,
    category: category?.text === "" ? undefined : category,
    ...above,
    texts,
  };
}

/** The names of a cell; a single word is one in whatever style, and of other texts none is. */
function namesOf({ text }: PageText, head: Head | undefined): readonly string[] | undefined {
  if (head !== undefined && head.names.length > 0) return head.names;
  return /^[\p{L}\p{N}_.-]{1,200}$/u.test(text) ? [text] : undefined;
}
