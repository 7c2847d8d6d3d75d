// What a grapheme is shall not change with the machine: a base with the marks that follow it, emoji that are joined or have
// a tone of skin or a style, flags of two letters, and consonants of six Indic scripts that a virama joins.
const grapheme =
  /\p{RI}\p{RI}|[\s\S](?:\p{M}|\u200c|[\u{1f3fb}-\u{1f3ff}]|[\u{e0020}-\u{e007f}]|\u200d\p{Extended_Pictographic}?|(?<=[\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d]\u200d?)\p{Lo})*/gu;

const unitsAreGraphemes = /^[ -~\u00a0-\u02ff\u0370-\u0482\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]*$/;

/** How many characters a text has, as people count them; the text is in Normalization Form C. */
export function countGraphemes(text: string): number {
  if (unitsAreGraphemes.test(text)) return text.length;
  return text.match(grapheme)?.length ?? 0;
}
