/** The entry points of messages in the `exports` of package.json, types first. */
export function messageExports(areFunctions: boolean): { readonly [path: string]: { types: string; default: string } } {
  const entry = (path: string) => ({ types: `./${path}.d.ts`, default: `./${path}.js` });
  if (!areFunctions) return { "./message-json": entry("message-json") };
  return { "./message": entry("message"), "./message/*": entry("message/*"), "./message-json": entry("message-json") };
}
