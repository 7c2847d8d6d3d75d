import { pageShapes } from "../../generators/docs/view-shapes.ts";
import { templatesStep } from "../template-steps.ts";

/** Templates of the target docs → functions. */
export const step = templatesStep("docs", pageShapes, [
  "generators/docs/part-shapes.ts",
  "generators/docs/source-shapes.ts",
  "generators/docs/view-shapes.ts",
]);
