import type { EvolutionRule, Step } from "../core/evolution/evolution-rule.ts";
import { evolutionRules } from "../core/evolution/evolution-rules.ts";
import type { Conclusion } from "./conclusion.ts";
import { withHoles } from "./diagnostic-text.ts";
import { wrap } from "./wrap.ts";

const asked: Readonly<Record<Step, string>> = {
  major: "asks for a major step of the version",
  minor: "asks for a minor step of the version",
  patch: "asks for a patch step of the version",
  none: "asks for no step of the version",
};

/** What `failcodes explain code-removed` says; undefined where no rule of evolution has the id. */
export function explainedRule(id: string): Conclusion | undefined {
  if (!Object.hasOwn(evolutionRules, id)) return undefined;
  const rule: EvolutionRule = evolutionRules[id as keyof typeof evolutionRules];
  const { title, severity, levels, step, message, hint, mirror, settledByVersion } = rule;
  const back = typeof mirror === "string" ? `The way back is ${mirror}.` : mirror.none;
  const settled = settledByVersion === true ? " A version that says so lets it through." : "";
  return {
    command: "explain",
    text: (ink, width) => {
      const colour = severity === "warning" ? ink.yellow : severity === "info" ? ink.cyan : ink.red;
      const blocks = [
        `${ink.bold(`${id} ${title}`)} ${colour(`(${severity})`)}`,
        wrap(`It is noticed by: ${levels.join(", ")}. It ${asked[step]}.${settled} ${back}`, width),
        `${ink.dim("says")}  ${wrap(withHoles(message), width, 6)}\n${ink.dim("hint")}  ${wrap(withHoles(hint), width, 6)}`,
      ];
      return `${blocks.join("\n\n")}\n`;
    },
    document: {
      rule: {
        id,
        severity,
        levels,
        step,
        title,
        message: withHoles(message),
        hint: withHoles(hint),
        settledByVersion: settledByVersion === true,
        mirror: typeof mirror === "string" ? mirror : null,
      },
    },
  };
}
