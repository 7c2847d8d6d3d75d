import { siteShapes } from "../../generators/site/view-shapes.ts";
import { templatesStep } from "../template-steps.ts";

/** Templates of the target site → functions. */
export const step = templatesStep("site", siteShapes, ["generators/site/view-shapes.ts"]);
