/** A mistake of shape, as ajv reports it. */
export interface ShapeError {
  readonly keyword: string;
  /** JSON pointer of the value that was looked at. */
  readonly instancePath: string;
  /** JSON pointer of the keyword in the schema. */
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The key that `propertyNames` looked at. */
  readonly propertyName?: string;
  /** The schema that the keyword stands in, without titles and descriptions. */
  readonly parentSchema: { readonly [keyword: string]: unknown };
  /** The value that was looked at. */
  readonly data: unknown;
}

/** Whether a value has a shape; `errors` holds all mistakes of the last call, or null. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly ShapeError[] | null;
}

/** The shape of a catalog: spec/schema/failure-codes.schema.json. */
export declare const catalog: Validator;

/** The shape of failcodes.config.json: spec/schema/config.schema.json. */
export declare const config: Validator;

/** The shape of what people decided about changes: spec/schema/evolution.schema.json. */
export declare const evolution: Validator;

/** The shape of a locale's file: spec/schema/locale.schema.json. */
export declare const locale: Validator;

/** The shape of a source's file: spec/schema/source.schema.json. */
export declare const source: Validator;
