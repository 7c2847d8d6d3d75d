/** How a param is written: as it is, or as a number; a number of digits after the decimal sign is fixed. */
export type ParamStyle = "text" | "number" | "integer" | "percent" | { readonly decimals: number };

/** What a choice is made by. */
export type ChoiceKind = "plural" | "selectordinal" | "select";

/** The value of a param inside a text. */
export interface ParamNode {
  readonly kind: "param";
  readonly name: string;
  readonly style: ParamStyle;
  /** Whether it is written as "#". */
  readonly pound: boolean;
}

/** A plural, an ordinal or a select; the arms by name (`one`, `=0`, a value), one of them `other`. */
export interface ChoiceNode {
  readonly kind: "choice";
  readonly name: string;
  readonly choice: ChoiceKind;
  readonly arms: ReadonlyMap<string, MessageTree>;
}

/** A piece of a message: a text, without any quotation; a param; or a choice. */
export type MessageNode = string | ParamNode | ChoiceNode;

/** A message, parsed: what every format is written from. */
export type MessageTree = readonly MessageNode[];
