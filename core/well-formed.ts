interface WithWellFormed {
  isWellFormed(): boolean;
  toWellFormed(): string;
}

/** Whether a text has no half of a surrogate pair without the other: only then it has a UTF-8. */
export function isWellFormed(text: string): boolean {
  // Every Node that we run on has it; the types of es2023 do not.
  return (text as unknown as WithWellFormed).isWellFormed();
}

/** A text with U+FFFD for every half of a surrogate pair that stands alone. */
export function toWellFormed(text: string): string {
  return (text as unknown as WithWellFormed).toWellFormed();
}
