import { type MessageTemplate, sentence } from "../diagnostics/message-template.ts";
import type { Holes } from "../evolution/change.ts";
import type { EvolutionRuleId, evolutionRules } from "../evolution/evolution-rules.ts";

/** Rules whose changes may be released and are more than a note: each has to say what it asks of whoever updates. */
type AskingRule = {
  [Id in EvolutionRuleId]: (typeof evolutionRules)[Id]["severity"] extends "error" | "warning" ? Id : never;
}[EvolutionRuleId];

/** Notes that ask something all the same: what they are about will be gone one day. */
type LeavingRule = "renamed-with-alias" | "alias-promoted" | "code-deprecated" | "code-retired";

type Advice = { readonly [Id in AskingRule | LeavingRule]: MessageTemplate<Holes<Id>> | null };

/**
 * What whoever uses the artifacts has to do after a change: the hint of its rule is for whoever writes the catalog. Null
 * where there is nothing to do.
 */
export const migrationAdvice: Advice = {
  "code-removed": sentence`Remove what handles ${"failure"}, and keep a copy of its entry if you read old logs.`,
  "code-removed-unreserved": sentence`Remove what handles ${"failure"}, and keep a copy of its entry if you read old logs.`,
  "tombstone-removed": sentence`Keep a copy of the entry of ${"failure"} if you read old logs.`,
  "code-renumbered": sentence`Compare with ${"after"} for ${"name"}, and with ${"before"} too as long as you meet stored codes and earlier versions.`,
  "renamed-and-renumbered": sentence`Handle ${"after"} as you handled ${"before"}; the old code still stands in what is stored.`,
  "code-form-changed": sentence`Compare with ${"after"} where you compare with ${"before"}, and convert what is stored.`,
  "reservation-removed": null,
  "legacy-allocation": null,
  "code-type-changed": sentence`Read and store codes as the type ${"after"} where they were ${"before"}, in databases and APIs too.`,

  renamed: sentence`Write ${"after"} where you write ${"before"}.`,
  "renamed-with-alias": sentence`Write ${"after"} where you write ${"before"}; until then the old name keeps working.`,
  "renamed-to-alias": sentence`Write ${"after"} where you write ${"before"}.`,
  "alias-promoted": sentence`Write ${"after"} where you write ${"before"}; until then the old name keeps working.`,
  "alias-removed": sentence`Write the name of ${"failure"} where you write ${"alias"}.`,

  "code-deprecated": sentence`Stop relying on ${"failure"}: one day it will not occur any more.`,
  "code-retired": sentence`Remove what waits for ${"failure"}; its entry stays for old logs.`,
  "retired-without-deprecation": sentence`Remove what waits for ${"failure"}; its entry stays for old logs.`,
  "retirement-reverted": sentence`Handle ${"failure"} again.`,
  "code-reactivated": sentence`Handle ${"failure"} again.`,
  "replacement-removed": sentence`If you moved from ${"failure"} to ${"before"}, see whether that still holds.`,
  "replacement-changed": sentence`If you moved from ${"failure"} to ${"before"}, see whether ${"after"} fits better.`,
  "replacement-deprecated": sentence`Do not move to ${"target"}: it is going too.`,
  "replacement-unlike": sentence`When you move from ${"failure"} to ${"target"}, look at what differs: ${"differences"}.`,
  "failures-merged": sentence`Handle ${"target"} wherever you handle one of ${"sources"}.`,
  "failure-split": sentence`Handle ${"targets"} where you handle ${"source"}.`,
  "history-removed": null,
  "history-rewritten": sentence`If you planned by the ${"field"} of ${"failure"}, plan anew: it is ${"after"}.`,
  "since-backdated": null,

  "meaning-changed": sentence`Read the page of ${"failure"} again, and see whether you still do the right thing.`,
  "retry-unjudged": sentence`Read the page of ${"failure"} again, and see whether you still do the right thing.`,
  "meaning-redefined": sentence`Read the page of ${"failure"} again, and do what the new meaning asks for.`,
  "failure-category-changed": sentence`If you decide by category, see what you do with ${"after"}: ${"failure"} is treated so from now on.`,

  "retry-withdrawn": sentence`Do not send again after ${"failure"}: tell whoever sent the message.`,
  "retry-granted": sentence`Make sure that sending a message twice does no harm, or leave ${"failure"} out of your retries.`,
  "retry-needs-change": sentence`Do not send again unchanged after ${"failure"}: let somebody mend the cause first.`,
  "retry-needs-no-change": sentence`Make sure that sending a message twice does no harm; nobody has to mend anything after ${"failure"}.`,
  "correction-withdrawn": sentence`Do not offer to send again after ${"failure"}: no change helps.`,
  "correction-granted": sentence`Offer to mend the cause of ${"failure"} and to send again.`,

  "param-added": sentence`Give "${"param"}" wherever you fill messages of ${"failure"}.`,
  "param-removed": sentence`Do not give "${"param"}" to messages of ${"failure"} any more, and take it out of texts of your own.`,
  "param-renamed": sentence`Give "${"after"}" where you give "${"before"}" to messages of ${"failure"}, and in texts of your own.`,
  "params-reordered": sentence`Where you fill messages of ${"failure"} by position, give the values in this order: ${"after"}.`,
  "param-type-changed": sentence`Give "${"param"}" of ${"failure"} as ${"after"}.`,
  "param-type-narrowed": sentence`Give "${"param"}" of ${"failure"} as ${"after"}, and nothing else that ${"before"} admits.`,
  "param-type-widened": sentence`Be ready for every ${"after"} as "${"param"}" of ${"failure"} in texts of your own.`,
  "param-value-added": sentence`Add words for the value ${"value"} of "${"param"}" of ${"failure"} where you choose by it.`,
  "param-value-removed": sentence`Do not give ${"value"} as "${"param"}" of ${"failure"} any more.`,
  "param-pii-relaxed": sentence`See whether you may keep "${"param"}" of ${"failure"} in logs: it is no longer left out by itself.`,
  "param-pii-declared": sentence`Do not look for "${"param"}" of ${"failure"} in logs, and remove it where it is stored.`,

  "message-removed": sentence`Show another text where you show the ${"part"} of ${"failure"}.`,
  "message-limit-tightened": null,
  "message-limit-relaxed": sentence`Leave room for a longer ${"part"} of ${"failure"}: its limit is ${"after"}.`,
  "message-markup-allowed": sentence`Show the ${"part"} of ${"failure"} as markup, and make its params safe before you fill them in.`,
  "message-markup-withdrawn": sentence`Show the ${"part"} of ${"failure"} as plain text.`,
  "developer-text-removed": sentence`Write another text into your log for ${"failure"}.`,

  "guidance-emptied": null,
  "example-removed": null,
  "failure-status-added": sentence`Handle ${"failure"} on messages with the status "${"status"}" too.`,
  "failure-status-removed": sentence`Do not wait for ${"failure"} on messages with the status "${"status"}".`,

  "catalog-renamed": sentence`Depend on the package ${"after"} in place of ${"before"}.`,
  "default-locale-changed": sentence`Name the language that you want where you name none: it was ${"before"} and is ${"after"}.`,
  "fallback-failure-changed": sentence`Handle ${"after"} where you handle ${"before"} as what nobody can judge.`,
  "notice-removed": null,
  "surface-removed": null,
  "status-added": sentence`Take messages of the status ${"status"} for failed.`,
  "status-removed": sentence`Do not take messages of the status ${"status"} for failed any more, and do not name it.`,
  "status-renamed": sentence`Write ${"after"} where you write the status ${"before"}, and convert what is stored.`,

  "category-removed": sentence`Remove what decides by the category ${"category"}.`,
  "category-renamed": sentence`Write ${"after"} where you write the category ${"before"}, and convert what is stored.`,
  "category-range-narrowed": sentence`Update everything that finds ${"category"} by the range of codes: it is ${"after"}.`,
  "category-range-moved": sentence`Update everything that finds ${"category"} by the range of codes: it is ${"after"}.`,
  "category-range-removed": sentence`Do not find ${"category"} by the range of codes any more.`,
  "category-prefix-removed": sentence`Do not find ${"category"} by codes that begin with ${"prefix"} any more.`,

  "locale-dropped": sentence`Choose another language for readers of ${"locale"}, and remove the import of its messages.`,
  "fallback-chain-changed": null,
  "translations-removed": null,
  "coverage-dropped": null,

  "source-removed": sentence`Remove the import of the table of ${"source"}, and judge its errors yourself.`,
  "source-renamed": sentence`Write ${"after"} where you write the source ${"before"}, in what you store and send too.`,
  "source-renamed-with-alias": sentence`Import the table of ${"after"} in place of the one of ${"before"}.`,
  "source-renamed-to-alias": sentence`Write ${"after"} where you write the source ${"before"}, in what you store and send too.`,
  "source-alias-promoted": sentence`Import the table of ${"after"} in place of the one of ${"before"}.`,
  "source-alias-removed": sentence`Name the source ${"source"} where you name ${"alias"}.`,
  "source-standing-changed": sentence`See whether you still wait for messages of ${"source"}: it is ${"after"}.`,
  "source-code-forms-changed": sentence`See how you hand in codes of ${"source"}: they are read as ${"after"}.`,
  "source-inheritance-added": sentence`Be ready for the answers of ${"parent"} where you ask for errors of ${"source"}.`,
  "source-inheritance-removed": sentence`Ask for errors of ${"parent"} by its own name where ${"source"} has no answer.`,
  "source-inheritance-changed": sentence`Be ready for the answers of ${"after"} where you ask for errors of ${"source"}.`,
  "source-reference-removed": null,

  "mapping-removed": sentence`Judge ${"key"} of ${"source"} yourself, or as an error that nobody knows.`,
  "mapping-key-changed": sentence`Judge ${"before"} of ${"source"} yourself if you still meet it: what is known as ${"name"} is ${"after"}.`,
  "mapping-changed": sentence`See what you do with ${"after"}: that is what ${"key"} of ${"source"} means from now on.`,
  "mapping-judged": sentence`See what you do with ${"after"}: that is what ${"key"} of ${"source"} means from now on.`,
  "mapping-unjudged": sentence`Judge ${"key"} of ${"source"} yourself, or as an error that nobody can judge.`,
  "mapping-evidence-lowered": null,
  "mapping-retry-withdrawn": sentence`Do not send again after ${"key"} of ${"source"}: tell whoever sent the message.`,
  "mapping-retry-granted": sentence`Make sure that sending a message twice does no harm, or leave ${"key"} of ${"source"} out of your retries.`,
  "mapping-retry-needs-change": sentence`Do not send again unchanged after ${"key"} of ${"source"}: let somebody mend the cause first.`,
  "mapping-retry-needs-no-change": sentence`Make sure that sending a message twice does no harm; nobody has to mend anything after ${"key"} of ${"source"}.`,
  "mapping-correction-withdrawn": sentence`Do not offer to send again after ${"key"} of ${"source"}: no change helps.`,
  "mapping-correction-granted": sentence`Offer to mend the cause of ${"key"} of ${"source"} and to send again.`,
  "mapping-spelling-removed": sentence`Ask for ${"key"} of ${"source"} where you ask for ${"spelling"}.`,

  "entry-removed": sentence`Remove the import of ${"entry"}.`,
  "export-removed": sentence`Remove the imports of ${"exports"} from ${"entry"}.`,
  "export-changed": sentence`Compile what uses ${"exports"} of ${"entry"} again, and mend what the compiler names.`,
  "export-members-removed": sentence`Compile what uses ${"exports"} of ${"entry"} again, and mend what the compiler names.`,
};
