/** A JSON number at the beginning of a stretch of text, as written. */
export function numberAt(text: string, at: number): string {
  const pattern = /-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

/** Whether the double that a written number is read as prints the same number again: 1.0 and 1e3 do, 9007199254740993 does not. */
export function isExact(written: string): boolean {
  const read = Number(written);
  return Number.isFinite(read) && normalized(written) === normalized(String(read));
}

/** Sign, digits without zeros at either end, and the power of ten of the last digit. */
function normalized(number: string): string {
  const match = /^(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$/.exec(number);
  if (match === null) return number;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const digits = (whole + fraction).replace(/^0+/, "");
  const kept = digits.replace(/0+$/, "");
  if (kept === "") return "0";
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - kept.length);
  return `${sign}${kept}e${power}`;
}
