import { templateSourcesStep } from "../template-steps.ts";

/** Templates of the target docs → their texts. */
export const step = templateSourcesStep("docs");
