import type { Code } from "../catalog.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { JsonPath } from "../json/path.ts";
import { locate } from "../json.ts";
import { quotedValue } from "../quoted.ts";
import { type CatalogDraft, hasRightKind } from "./catalog-draft.ts";
import { writtenCodes } from "./written-codes.ts";

/** Every code is of the kind that `codeType` declares, and a string code can be the name of a page. */
export function* codeKind(catalog: CatalogDraft): Iterable<Diagnostic> {
  for (const { code, path, own } of writtenCodes(catalog)) {
    if (!hasRightKind(catalog, code)) yield wrongKind(catalog, code, path);
    else if (own && typeof code === "string") yield* unfitForAddress(catalog, code, path);
  }
}

function wrongKind({ file, raw }: CatalogDraft, code: Code, path: JsonPath): Diagnostic {
  return diagnostic("FC2101", locate(file, path), {
    code: quotedValue(code),
    actual: typeof code === "number" ? "an integer" : "a string",
    codeType: raw.codeType ?? "",
    expected: raw.codeType === "integer" ? "an integer" : "a string",
  });
}

const addressForm = /^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$/;

/** Names that Windows keeps for devices, with any ending. */
const deviceName = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

const longestCode = 64;

function* unfitForAddress({ file }: CatalogDraft, code: string, path: JsonPath): Iterable<Diagnostic> {
  const words = { code: quotedValue(code) };
  if (!addressForm.test(code)) {
    const remedy = "Write letters and digits, with single points, hyphens or underscores between them.";
    yield diagnostic("FC2110", locate(file, path), { ...words, remedy });
  } else if (deviceName.test(code)) {
    const remedy = "Choose another code: Windows keeps this name for a device.";
    yield diagnostic("FC2110", locate(file, path), { ...words, remedy });
  } else if (code.length > longestCode) {
    yield diagnostic("FC2110", locate(file, path), { ...words, remedy: `Write at most ${longestCode} characters.` });
  }
}
