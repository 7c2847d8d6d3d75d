/** A text, ready to be printed. */
export interface TextShape {
  readonly kind: "text";
  readonly description: string;
}

/** Something that is or is not: for `{{#if}}`, never printed. */
export interface FlagShape {
  readonly kind: "flag";
  readonly description: string;
}

/** Any number of the same; `{{#if list}}` asks whether there is one. */
export interface ListShape<Item extends Shape = Shape> {
  readonly kind: "list";
  readonly description: string;
  readonly item: Item;
}

/** Named fields. */
export interface RecordShape<Fields extends Readonly<Record<string, Shape>> = Readonly<Record<string, Shape>>> {
  readonly kind: "record";
  readonly description: string;
  readonly fields: Fields;
}

/** Something that may be absent: a template reads it inside of `{{#if}}` or `{{#with}}` only. */
export interface OptionalShape<Present extends Shape = Shape> {
  readonly kind: "optional";
  readonly description: string;
  readonly present: Present;
}

/** What a template may read, declared once: the type of the view is made from it, templates are checked against it. */
export type Shape = TextShape | FlagShape | ListShape | RecordShape | OptionalShape;

/** The TypeScript type of the values that have a shape. */
export type ViewOf<Of extends Shape> =
  Of extends RecordShape<infer Fields>
    ? { readonly [Name in keyof Fields]: ViewOf<Fields[Name]> }
    : Of extends ListShape<infer Item>
      ? readonly ViewOf<Item>[]
      : Of extends OptionalShape<infer Present>
        ? ViewOf<Present> | undefined
        : Of extends FlagShape
          ? boolean
          : string;

/** Declares a text. */
export function text(description: string): TextShape {
  return { kind: "text", description };
}

/** Declares a flag. */
export function flag(description: string): FlagShape {
  return { kind: "flag", description };
}

/** Declares a list. */
export function list<Item extends Shape>(description: string, item: Item): ListShape<Item> {
  return { kind: "list", description, item };
}

/** Declares a record. */
export function record<Fields extends Readonly<Record<string, Shape>>>(
  description: string,
  fields: Fields,
): RecordShape<Fields> {
  return { kind: "record", description, fields };
}

/** Declares something that may be absent. */
export function optional<Present extends Shape>(present: Present): OptionalShape<Present> {
  return { kind: "optional", description: present.description, present };
}
