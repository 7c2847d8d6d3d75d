import type { EvolutionRules } from "./evolution-rule.ts";
import { catalogRules } from "./rules/catalog-rules.ts";
import { categoryRules } from "./rules/category-rules.ts";
import { codeRules } from "./rules/code-rules.ts";
import { documentationRules } from "./rules/documentation-rules.ts";
import { lifecycleRules } from "./rules/lifecycle-rules.ts";
import { localeRules } from "./rules/locale-rules.ts";
import { mappingRules } from "./rules/mapping-rules.ts";
import { meaningRules } from "./rules/meaning-rules.ts";
import { messageRules } from "./rules/message-rules.ts";
import { nameRules } from "./rules/name-rules.ts";
import { paramRules } from "./rules/param-rules.ts";
import { retryRules } from "./rules/retry-rules.ts";
import { sourceRules } from "./rules/source-rules.ts";
import { surfaceRules } from "./rules/surface-rules.ts";

/** Every rule of evolution, by its permanent id. */
export const evolutionRules = {
  ...codeRules,
  ...nameRules,
  ...lifecycleRules,
  ...meaningRules,
  ...retryRules,
  ...paramRules,
  ...messageRules,
  ...documentationRules,
  ...catalogRules,
  ...categoryRules,
  ...localeRules,
  ...sourceRules,
  ...mappingRules,
  ...surfaceRules,
} as const satisfies EvolutionRules;

/** The id of a rule: `retry-withdrawn`. */
export type EvolutionRuleId = keyof typeof evolutionRules;
