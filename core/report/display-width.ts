/** East Asian wide and full-width characters (UAX #11), and emoji that terminals draw over two cells. */
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18aff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|^\p{Emoji_Presentation}/u;

const regionalIndicator = /^\p{Regional_Indicator}/u;
const mark = /^[\p{M}\u200b-\u200d\u2060]/u;
const skinTone = /^\p{Emoji_Modifier}/u;
const emojiSelector = "\ufe0f";
const joiner = "\u200d";

/** How many cells of a terminal a text without tabs takes. */
export function displayWidth(text: string): number {
  let cells = 0;
  let before = "";
  let lastCells = 0;
  for (const character of text) {
    if (character === emojiSelector) {
      if (lastCells === 1) cells++;
      lastCells = 2;
    } else if (before !== joiner && !mark.test(character) && !(skinTone.test(character) && lastCells === 2)) {
      lastCells = wide.test(character) && !regionalIndicator.test(character) ? 2 : 1;
      cells += lastCells;
    }
    before = character;
  }
  return cells;
}
