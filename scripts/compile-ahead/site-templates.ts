import { siteShapes } from "../../generators/site/view-shapes.ts";
import { templatesStep } from "../template-steps.ts";

/** Templates of the target site → functions. */
export const step = templatesStep(
  "site",
  siteShapes,
  ["filter", "overview", "part", "view"].map((name) => `generators/site/${name}-shapes.ts`),
);
