/** The most UTF-16 units of a word or of a key that are kept and compared. */
const longest = 64;

const ascii = /^[\x00-\x7f]*$/;

// Accents, vowel signs that Arabic and Hebrew are written with or without, the nukta, and what is seen by no reader.
const marks =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u093c\u00ad\u200b-\u200f\u2060]|[\ufe00-\ufe0f]/g;

const sameAs: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
  ς: "σ",
  ى: "ي",
  ی: "ي",
  ک: "ك",
  ة: "ه",
};
const spelledApart = new RegExp(`[${Object.keys(sameAs).join("")}]`, "g");

/** A text as it is compared: without case, accents, widths and other differences of spelling. The same on every machine. */
export function folded(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(marks, "")
    .normalize("NFC")
    .replace(spelledApart, (letter) => sameAs[letter] ?? letter);
}

const word = /\d+(?:\.\d+)+|[\p{L}\p{M}\p{N}]+/gu;
const asciiWord = /\d+(?:\.\d+)+|[a-z0-9]+/g;

// Thai, Lao, Burmese, Khmer, Kana, Han, Hangul: words are not set apart, or carry their particles.
const unspaced =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\u{20000}-\u{3ffff}]+/gu;

const humps = /[A-Za-z0-9]*[a-z0-9][A-Z][A-Za-z0-9]*/g;

/** The words of a text, as the index holds them; a word may come more than once. Where words are not spaced: pairs of characters. */
export function wordsOf(text: string): readonly string[] {
  const words = plainWords(text, true);
  for (const [camel] of text.matchAll(humps)) {
    for (const part of camel.split(/(?<=[a-z0-9])(?=[A-Z])/)) words.push(cut(part.toLowerCase()));
  }
  return words;
}

/** The words of what somebody looks for: each of them once. */
export function wordsAsked(query: string): readonly string[] {
  return [...new Set(plainWords(query, false))];
}

function plainWords(text: string, isIndexed: boolean): string[] {
  const plain = folded(text);
  if (ascii.test(plain)) return plain.match(asciiWord)?.map(cut) ?? [];
  return (plain.match(word) ?? []).flatMap((one) => (ascii.test(one) ? [cut(one)] : pieces(one, isIndexed)));
}

function pieces(text: string, isIndexed: boolean): string[] {
  const found: string[] = [];
  let at = 0;
  for (const { 0: run, index } of text.matchAll(unspaced)) {
    if (index > at) found.push(cut(text.slice(at, index)));
    const characters = Array.from(run);
    for (let one = 0; one + 1 < characters.length; one += 1) {
      found.push(`${characters[one]}${characters[one + 1]}`);
    }
    // The last one by itself, so that a single character is found wherever it stands: as a word, or as the beginning of a pair.
    if (isIndexed || characters.length === 1) found.push(characters.at(-1) ?? "");
    at = index + run.length;
  }
  if (at < text.length) found.push(cut(text.slice(at)));
  return found;
}

function cut(text: string): string {
  if (text.length <= longest) return text;
  const last = text.charCodeAt(longest - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? longest - 1 : longest);
}

/**
 * A code or a name as it is looked up: whatever parts its words is left out, but for the dots and the sign of numbers.
 * `BILLING_FAILURE`, `billing failure` and `BillingFailure` are one; `5.1.1` and `511` are two.
 */
export function keyOf(text: string): string {
  const plain = folded(text).trim();
  if (/^[a-z][a-z0-9]*(?:[_ ][a-z0-9]+)*$/.test(plain)) return cut(plain.replace(/[_ ]/g, ""));
  const key = plain.replace(/[^\p{L}\p{M}\p{N}]+/gu, (parting, at: number) => {
    const next = plain.charAt(at + parting.length);
    if (parting === "." && /[\dx]/.test(plain.charAt(at - 1)) && /[\dx]/.test(next)) return ".";
    return at === 0 && parting === "-" && /\d/.test(next) ? "-" : "";
  });
  return cut(key === "" ? plain.replace(/\s+/g, " ") : key);
}

/** The key of a code, and those of the same number in another spelling; of the kinds of status that an enhanced one is of, too. */
export function keysAsked(query: string): readonly string[] {
  const key = keyOf(query);
  const keys = [key];
  const number = /^0x[0-9a-f]{1,13}$/.test(key) ? String(Number(key)) : key.replace(/^0+(?=\d+$)/, "");
  if (number !== key) keys.push(number);
  const status = /^0*(\d+)\.0*(\d+)\.0*(\d+)$/.exec(key);
  if (status !== null) {
    const [, kind, subject, detail] = status;
    keys.push(`${kind}.${subject}.${detail}`, `x.${subject}.${detail}`, `${kind}.x.x`);
  }
  return [...new Set(keys)];
}
