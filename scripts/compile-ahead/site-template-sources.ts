import { templateSourcesStep } from "../template-steps.ts";

/** Templates of the target site → their texts. */
export const step = templateSourcesStep("site");
