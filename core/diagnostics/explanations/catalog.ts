import type { catalogDiagnostics } from "../catalog-diagnostics.ts";
import type { Explanation } from "../explanation.ts";
import { categoryExplanations } from "./catalog-categories.ts";
import { codeExplanations } from "./catalog-codes.ts";
import { referenceExplanations } from "./catalog-references.ts";
import { shapeExplanations } from "./catalog-shape.ts";

/** What the FC2… diagnostics mean. */
export const catalogExplanations: Readonly<Record<keyof typeof catalogDiagnostics, Explanation>> = {
  ...shapeExplanations,
  ...codeExplanations,
  ...categoryExplanations,
  ...referenceExplanations,
};
