import { SaxesParser } from "saxes";

/**
 * The resources of a RESX file by name, as ResXResourceReader reads them; what it would refuse throws. Of names that differ in
 * case alone MSBuild takes the first.
 */
export function resxResources(xml: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const headers = new Map<string, string>();
  const names = new Set<string>();
  const parser = new SaxesParser();
  let name = "";
  let value: string | undefined;
  let text: string | undefined;
  let isHeader = false;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name: tag, attributes }) => {
    if (tag === "data" && attributes["xml:space"] !== "preserve") throw new Error("white space would be lost");
    if (tag === "data" || tag === "resheader") {
      name = attributes["name"] ?? "";
      isHeader = tag === "resheader";
      value = undefined;
    }
    if (tag === "value" || tag === "comment") text = "";
  });
  parser.on("text", (piece) => {
    if (text !== undefined) text += piece;
  });
  parser.on("closetag", ({ name: tag }) => {
    if (tag === "value") value = text;
    if (tag === "value" || tag === "comment") text = undefined;
    if (tag !== "data" && tag !== "resheader") return;
    const into = isHeader ? headers : found;
    if (value === undefined || into.has(name)) throw new Error(`${name} has no value, or is there twice`);
    if (names.has(name.toUpperCase())) return;
    names.add(name.toUpperCase());
    into.set(name, value);
  });
  parser.write(xml).close();
  if (headers.get("resmimetype") !== "text/microsoft-resx" || headers.get("version") !== "2.0") {
    throw new Error("no RESX of version 2.0");
  }
  for (const role of ["reader", "writer"]) {
    if (!headers.get(role)?.startsWith("System.Resources.ResX")) throw new Error(`no ${role}`);
  }
  return found;
}

/** A number by the format strings of .NET that resources use; a culture's signs are those of Intl. */
function dotnetNumber(value: number, format: string | undefined, culture: string): string {
  const written = (options: Intl.NumberFormatOptions): string => new Intl.NumberFormat(culture, options).format(value);
  if (format === undefined) return written({ useGrouping: false, maximumFractionDigits: 15 });
  if (format === "#,0.###") return written({ maximumFractionDigits: 3 });
  const [, kind, digits = ""] = /^([NP])(\d)$/.exec(format) ?? [];
  if (kind === undefined) throw new Error(`no format ${format}`);
  const decimals = { minimumFractionDigits: Number(digits), maximumFractionDigits: Number(digits) };
  return written(kind === "P" ? { ...decimals, style: "percent" } : decimals);
}

/** `string.Format` of .NET: items by place, doubled braces, and the two braces after a format string that .NET Framework reads as one. */
export function dotnetFormat(text: string, values: readonly (string | number)[], culture: string): string {
  let result = "";
  for (let index = 0; index < text.length; ) {
    const unit = text.charAt(index);
    if ((unit === "{" || unit === "}") && text.charAt(index + 1) === unit) {
      result += unit;
      index += 2;
      continue;
    }
    if (unit === "}") throw new Error(`a brace stands alone in ${text}`);
    if (unit !== "{") {
      result += unit;
      index++;
      continue;
    }
    const [item = "", place = "", format] = /^\{(\d+)(?::((?:[^{}]|\{\{|\}\})*))?\}/.exec(text.slice(index)) ?? [];
    const value = values[Number(place)];
    if (item === "" || value === undefined) throw new Error(`no format item at ${index} of ${text}`);
    result += typeof value === "number" ? dotnetNumber(value, format, culture) : value;
    index += item.length;
  }
  return result;
}

/** An entry of messages.json. */
export interface ChromeMessage {
  readonly message: string;
  readonly description?: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string; readonly example?: string }>>;
}

/** The messages of a file as Chrome loads them: placeholders are replaced by their contents, keys are in lower case. */
export function chromeMessages(json: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const read = JSON.parse(json) as Readonly<Record<string, ChromeMessage>>;
  for (const [key, { message, placeholders = {} }] of Object.entries(read)) {
    if (!/^[A-Za-z0-9_@]+$/.test(key)) throw new Error(`${key} is no key`);
    if (found.has(key.toLowerCase())) throw new Error(`${key} is there twice`);
    const contents = new Map<string, string>();
    for (const [name, { content }] of Object.entries(placeholders)) {
      if (!/^[A-Za-z0-9_@]+$/.test(name) || contents.has(name.toLowerCase())) throw new Error(`placeholder ${name}`);
      contents.set(name.toLowerCase(), content);
    }
    found.set(key.toLowerCase(), withContents(message, contents));
  }
  return found;
}

/** A name between two dollar signs has to be that of a placeholder; what stands between others is passed over. */
function withContents(message: string, contents: ReadonlyMap<string, string>): string {
  let text = message;
  for (let at = text.indexOf("$"); at >= 0; at = text.indexOf("$", at)) {
    const start = at + 1;
    const end = text.indexOf("$", start);
    if (end < 0) break;
    const name = text.slice(start, end);
    at = start;
    if (!/^[A-Za-z0-9_@]+$/.test(name)) continue;
    const content = contents.get(name.toLowerCase());
    if (content === undefined) throw new Error(`$${name}$ is used and not defined in ${message}`);
    text = text.slice(0, start - 1) + content + text.slice(end + 1);
    at = start - 1 + content.length;
  }
  return text;
}

/** `chrome.i18n.getMessage`: a run of dollar signs that is one shorter, and `$1` to `$9`, where Firefox reads every digit. */
export function chromeText(message: string, values: readonly string[]): string {
  if (values.length > 9) throw new Error("more than nine values");
  return message.replace(/\$(?:(\$+)|([1-9]\d*)|.?)/gs, (whole, run: string | undefined, place: string | undefined) => {
    if (run !== undefined) return run;
    if (place === undefined) throw new Error(`${whole} is no placeholder in ${message}`);
    return values[Number(place) - 1] ?? "";
  });
}
