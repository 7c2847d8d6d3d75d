import type { FunctionText } from "../functions.ts";

/** The functions that bring a platform's code into the form in which tables hold it. */
export const codeFunctions: readonly FunctionText[] = [
  {
    documentation: undefined,
    name: "codeText",
    parameters: [{ name: "code", type: "unknown" }],
    result: "string | undefined",
    body: '  return typeof code === "number" ? String(code) : textIn(code);',
  },
  {
    documentation: undefined,
    name: "normalCode",
    parameters: [
      { name: "forms", type: "readonly CodeForm[]" },
      { name: "written", type: "string" },
    ],
    result: "string",
    body: `  for (const form of forms) {
    if (form === "word") return written;
    const code = form === "number" ? (numeral(written) ?? hexadecimal(written)) : enhancedStatus(written);
    if (code !== undefined) return code;
  }
  return written;`,
  },
  {
    documentation: undefined,
    name: "numeral",
    parameters: [{ name: "text", type: "string" }],
    result: "string | undefined",
    body: `  let zeros = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 48 || unit > 57) return undefined;
    if (unit === 48 && zeros === at) zeros += 1;
  }
  return text === "" ? undefined : text.slice(Math.min(zeros, text.length - 1));`,
  },
  {
    documentation: undefined,
    name: "hexadecimal",
    parameters: [{ name: "text", type: "string" }],
    result: "string | undefined",
    body: `  if (!text.startsWith("0x") && !text.startsWith("0X")) return undefined;
  let start = 2;
  while (start < text.length - 1 && text.charAt(start) === "0") start += 1;
  // More digits than these a number does not hold without loss.
  if (start >= text.length || text.length - start > 13) return undefined;
  const digits = text.slice(start);
  for (const digit of digits) if (!"0123456789abcdefABCDEF".includes(digit)) return undefined;
  return String(Number(\`0x\${digits}\`));`,
  },
  {
    documentation: undefined,
    name: "enhancedStatus",
    parameters: [{ name: "text", type: "string" }],
    result: "string | undefined",
    body: `  const parts = text.split(".", 4).map(numeral);
  return parts.length === 3 && !parts.includes(undefined) ? parts.join(".") : undefined;`,
  },
];
