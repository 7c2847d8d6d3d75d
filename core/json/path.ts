/** A path into a JSON value: keys of objects and indexes of arrays. */
export type JsonPath = readonly (string | number)[];
