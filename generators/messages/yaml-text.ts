/** Characters that YAML 1.1 does not print, those that it takes for the end of a line, and those that nobody sees. */
const unprinted = /[\u007f-\u00a0\u2028\u2029\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** A string of YAML, keys included: quoted, so that `no`, `012` and `15005` are strings to every version of YAML. */
export function yamlString(text: string): string {
  return JSON.stringify(text).replace(
    unprinted,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}`,
  );
}
