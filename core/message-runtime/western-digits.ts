/** Languages whose numbers have digits of their own in some country or script (CLDR 48, numberingSystems). */
const ownDigits =
  /^(?:ar-.*|(?:as|bgn|bn|ccp|ckb|dz|fa|hnj|ks|lrc|mni|mr|my|mzn|ne|nqo|ps|raj|sa|sat|sd)(?:-.*)?|(?:ff-Adlm|pa-Arab|uz-Arab|ur-IN|ur-Arab-IN|pa-PK|uz-AF)(?:-.*)?)$/;

/** Whether a locale writes whole numbers below a thousand with the digits 0 to 9, as JavaScript does by itself. */
export function hasWesternDigits(tag: string): boolean {
  return !ownDigits.test(tag);
}
