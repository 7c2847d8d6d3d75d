import type { MappingKey, TextMatch } from "../catalog.ts";
import { codeValue, type EnhancedStatus, enhancedStatus, isFailureClass } from "./code-form.ts";
import { literalLength, literalPieces, textMatcher } from "./text-match.ts";

/**
 * The order of specificity, most specific first: of the keys that match an error, the first one says what it means. It
 * compares the code first: a code with a subcode, a code, subject and detail (`X.1.1`), a range (the narrower first, then
 * the lower), a class (`4.X.X`), the whole source. Where that is equal, a text goes before none: `is`, `prefix`, `suffix`,
 * `contains`, `glob`; then the one with more literal characters. 0 means that neither is more specific.
 */
export function compareKeys(left: MappingKey, right: MappingKey): number {
  return (
    codeRank(left) - codeRank(right) ||
    compareRanges(left, right) ||
    textRank(left.text) - textRank(right.text) ||
    literals(right.text) - literals(left.text)
  );
}

/** `compareKeys`, and where it says 0 the codes and the patterns themselves, so that the order of a file never counts. */
export function compareKeysInFull(left: MappingKey, right: MappingKey): number {
  return (
    compareKeys(left, right) ||
    compareWords(codeText(left), codeText(right)) ||
    compareWords(subcodeOf(left) ?? "", subcodeOf(right) ?? "") ||
    compareWords(left.text?.pattern ?? "", right.text?.pattern ?? "")
  );
}

/** Whether some error is matched by both keys. Spellings count, and must be as `normalCode` gives them. */
export function canBothMatch(left: MappingKey, right: MappingKey): boolean {
  return codesMeet(left, right) && textsMeet(left.text, right.text);
}

/** Whether every error that the inner key matches is matched by the outer one too. */
export function covers(outer: MappingKey, inner: MappingKey): boolean {
  return codeCovers(outer, inner) && textCovers(outer.text, inner.text);
}

/** Whether two ranges overlap although neither holds the other. */
export function rangesCross(left: MappingKey, right: MappingKey): boolean {
  if (left.kind !== "range" || right.kind !== "range" || !codesMeet(left, right)) return false;
  return !codeCovers(left, right) && !codeCovers(right, left);
}

/** The codes that an exact key is for: its own, and its other spellings. */
export function codesOf(key: MappingKey & { readonly kind: "exact" }): readonly string[] {
  return [key.code, ...key.spellings];
}

function codeRank(key: MappingKey): number {
  switch (key.kind) {
    case "exact":
      return key.subcode === undefined ? 1 : 0;
    case "detail":
      return 2;
    case "range":
      return 3;
    case "class":
      return 4;
    case "source":
      return 5;
  }
}

function compareRanges(left: MappingKey, right: MappingKey): number {
  if (left.kind !== "range" || right.kind !== "range") return 0;
  return left.to - left.from - (right.to - right.from) || left.from - right.from;
}

const textRanks: Readonly<Record<TextMatch["kind"], number>> = { is: 0, prefix: 1, suffix: 2, contains: 3, glob: 4 };

function textRank(text: TextMatch | undefined): number {
  return text === undefined ? 5 : textRanks[text.kind];
}

function literals(text: TextMatch | undefined): number {
  return text === undefined ? 0 : literalLength(text);
}

function subcodeOf(key: MappingKey): string | undefined {
  return key.kind === "exact" ? key.subcode : undefined;
}

function codeText(key: MappingKey): string {
  switch (key.kind) {
    case "exact":
      return key.code;
    case "detail":
      return `${key.subject}.${key.detail}`;
    case "class":
      return key.class;
    case "range":
    case "source":
      return "";
  }
}

/** Numbers by value, before words; words by code unit. */
function compareWords(left: string, right: string): number {
  if (left === right) return 0;
  const leftValue = codeValue(left);
  const rightValue = codeValue(right);
  if (leftValue !== undefined && rightValue !== undefined) return leftValue - rightValue;
  if (leftValue !== undefined) return -1;
  if (rightValue !== undefined) return 1;
  return left < right ? -1 : 1;
}

function codesMeet(left: MappingKey, right: MappingKey): boolean {
  if (left.kind === "exact" && right.kind === "exact") {
    const subcodesMeet = left.subcode === undefined || right.subcode === undefined || left.subcode === right.subcode;
    return subcodesMeet && codesOf(left).some((code) => codesOf(right).includes(code));
  }
  if (left.kind === "exact") return codesOf(left).some((code) => takes(right, code));
  if (right.kind === "exact") return codesMeet(right, left);
  if (left.kind === "source" || right.kind === "source") return true;
  if (left.kind === "range" && right.kind === "range") return left.from <= right.to && right.from <= left.to;
  if (left.kind === "class" && right.kind === "class") return left.class === right.class;
  if (left.kind === "detail" && right.kind === "detail") return codeText(left) === codeText(right);
  if (left.kind === "detail" && right.kind === "class") return isFailureClass(right.class);
  if (left.kind === "class" && right.kind === "detail") return isFailureClass(left.class);
  return false;
}

function codeCovers(outer: MappingKey, inner: MappingKey): boolean {
  if (outer.kind === "source") return true;
  if (inner.kind === "range" && inner.from === inner.to && outer.kind === "exact") {
    return outer.subcode === undefined && codesOf(outer).includes(String(inner.from));
  }
  if (inner.kind === "exact") {
    if (outer.kind !== "exact") return codesOf(inner).every((code) => takes(outer, code));
    if (outer.subcode !== undefined && outer.subcode !== inner.subcode) return false;
    const codes = codesOf(outer);
    return codesOf(inner).every((code) => codes.includes(code));
  }
  if (outer.kind === "range" && inner.kind === "range") return outer.from <= inner.from && inner.to <= outer.to;
  if (outer.kind === "class" && inner.kind === "class") return outer.class === inner.class;
  if (outer.kind === "detail" && inner.kind === "detail") return codeText(outer) === codeText(inner);
  return false;
}

/** Whether a key that is not exact is for a code. */
function takes(key: MappingKey, code: string): boolean {
  switch (key.kind) {
    case "exact":
      return false;
    case "range": {
      const value = codeValue(code);
      return value !== undefined && value >= key.from && value <= key.to;
    }
    case "detail":
    case "class": {
      const status = enhancedStatus(code);
      return status !== undefined && takesStatus(key, status);
    }
    case "source":
      return true;
  }
}

function takesStatus(key: MappingKey & { readonly kind: "detail" | "class" }, status: EnhancedStatus): boolean {
  if (key.kind === "class") return key.class === status.class;
  return isFailureClass(status.class) && key.subject === status.subject && key.detail === status.detail;
}

/** Whether one text can be as both matches say: between two of their pieces there is room for all of the other's. */
function textsMeet(left: TextMatch | undefined, right: TextMatch | undefined): boolean {
  if (left === undefined || right === undefined) return true;
  const leftPieces = literalPieces(left);
  const rightPieces = literalPieces(right);
  const [leftFirst = ""] = leftPieces;
  const [rightFirst = ""] = rightPieces;
  if (leftPieces.length === 1) return textMatcher(right)(leftFirst);
  if (rightPieces.length === 1) return textMatcher(left)(rightFirst);
  const leftLast = leftPieces.at(-1) ?? "";
  const rightLast = rightPieces.at(-1) ?? "";
  return (
    (leftFirst.startsWith(rightFirst) || rightFirst.startsWith(leftFirst)) &&
    (leftLast.endsWith(rightLast) || rightLast.endsWith(leftLast))
  );
}

/**
 * Whether all texts of one match are texts of the other, where `undefined` is any text or none. It is enough to try the one
 * text in which a strange character fills the gaps.
 */
export function textCovers(outer: TextMatch | undefined, inner: TextMatch | undefined): boolean {
  if (outer === undefined) return true;
  if (inner === undefined) return false;
  return textMatcher(outer)(literalPieces(inner).join(characterNotIn(outer.pattern)));
}

/** A character that a pattern does not hold; patterns that hold all of them are longer than any platform's text. */
function characterNotIn(pattern: string): string {
  let unit = 0xe000;
  while (unit < 0xffff && pattern.includes(String.fromCharCode(unit))) unit += 1;
  return String.fromCharCode(unit);
}
