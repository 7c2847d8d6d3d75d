import type { Catalog, Locale } from "../../core/catalog.ts";
import { type BundledMessage, messageBundle, messageKey } from "../../core/message-bundle.ts";
import { hasChoice, messageTree } from "../../core/message-tree.ts";
import { type Choice, type Variant, type Variants, variantsOf } from "../../core/message-variants.ts";
import { pluralCategories, pluralRules } from "../../core/plural-categories.ts";
import { quoted } from "../../core/quoted.ts";
import type { Json } from "../../core/target.ts";
import type { Loss, ParsedMessage } from "./message-format.ts";
import { tooManyVariants } from "./too-many-variants.ts";

/** What a text chooses by where a platform knows one plural and nothing else: it is the same in every locale. */
export interface ChoiceShape {
  readonly selects: readonly Choice[];
  /** The number that the platform's own plural is chosen by. */
  readonly count: string | undefined;
  /** The numbers that have a text of their own: `0` of `=0`. */
  readonly exact: readonly string[];
}

/** A text, and what it is for. */
export interface ShapedText {
  /** An arm of each select. */
  readonly arms: readonly string[];
  /** The number that it is for alone. */
  readonly exact: string | undefined;
  /** By plural category; `other` alone where nothing is counted. */
  readonly forms: ReadonlyMap<string, Variant["nodes"]>;
  /** Whether the platform chooses among the forms. */
  readonly counted: boolean;
}

/** A text of a locale, made to the shape that the default locale gives it. */
export interface ShapedMessage {
  readonly shape: ChoiceShape;
  readonly texts: readonly ShapedText[];
}

const noChoice: ChoiceShape = { selects: [], count: undefined, exact: [] };

/** A message in the default locale, as a tree. */
function sourceTree({ failure, part, text, tree }: ParsedMessage): ParsedMessage["tree"] {
  const source = sourceTextOf({ failure, part });
  return source === undefined || source === text ? tree : messageTree(source);
}

/** A text as the default locale has it. */
export function sourceTextOf({ failure, part }: Pick<BundledMessage, "failure" | "part">): string | undefined {
  return part === "developer" ? failure.developerText : failure.messages[part]?.text;
}

function shapeOf(choices: readonly Choice[]): ChoiceShape {
  const plural = choices.find(({ kind }) => kind === "plural");
  return {
    selects: choices.filter(({ kind }) => kind === "select"),
    count: plural?.name,
    exact: (plural?.arms ?? []).filter((arm) => arm.startsWith("=")).map((arm) => arm.slice(1)),
  };
}

/** The text for an arm of each choice; an arm that the text itself does not have is the one that such a value would take. */
function variantFor(
  { choices, variants }: Variants,
  wanted: ReadonlyMap<string, string>,
  tag: string,
): Variant["nodes"] {
  const arms = choices.map(({ name, kind, arms: own }) => {
    const arm = wanted.get(`${kind} ${name}`) ?? "other";
    if (own.includes(arm)) return arm;
    const category = arm.startsWith("=") ? pluralRules(tag)?.of(Number(arm.slice(1))) : undefined;
    return category !== undefined && own.includes(category) ? category : "other";
  });
  return variants.find((variant) => variant.arms.every((arm, index) => arm === arms[index]))?.nodes ?? [];
}

/** A message as the texts that a platform with one plural chooses among. What cannot be held was reported by `check`. */
export function shapedMessage(message: ParsedMessage, tag: string): ShapedMessage {
  const { tree, failure } = message;
  const source = sourceTree(message);
  if (!hasChoice(source) && !hasChoice(tree)) {
    const forms = new Map([["other", tree as Variant["nodes"]]]);
    return { shape: noChoice, texts: [{ arms: [], exact: undefined, forms, counted: false }] };
  }
  const own = variantsOf(tree, failure.params, tag);
  const shape = shapeOf(variantsOf(source, failure.params, tag)?.choices ?? []);
  if (own === undefined) {
    return { shape, texts: [{ arms: [], exact: undefined, forms: new Map([["other", []]]), counted: false }] };
  }
  let combinations: readonly (readonly string[])[] = [[]];
  for (const { arms } of shape.selects) {
    combinations = combinations.flatMap((before) => arms.map((arm) => [...before, arm]));
  }
  const texts = combinations.flatMap((arms): readonly ShapedText[] => {
    const wanted = new Map(arms.map((arm, index) => [`select ${shape.selects[index]?.name}`, arm]));
    const nodesFor = (arm: string): Variant["nodes"] =>
      variantFor(own, shape.count === undefined ? wanted : new Map([...wanted, [`plural ${shape.count}`, arm]]), tag);
    const exact = shape.exact.map((number): ShapedText => {
      return { arms, exact: number, forms: new Map([["other", nodesFor(`=${number}`)]]), counted: false };
    });
    const counted = shape.count !== undefined;
    const categories = counted ? (pluralCategories(tag) ?? ["other"]) : ["other"];
    const forms = new Map<string, Variant["nodes"]>(categories.map((category) => [category, nodesFor(category)]));
    return [...exact, { arms, exact: undefined, forms, counted }];
  });
  return { shape, texts };
}

/** What a platform loses that knows one plural of whole numbers and nothing else. */
export function* shapeLosses(message: ParsedMessage, { tag }: Locale): Iterable<Loss> {
  const { tree, failure } = message;
  const own = variantsOf(tree, failure.params, tag);
  if (own === undefined) {
    yield* tooManyVariants(message, tag);
    return;
  }
  const plurals = own.choices.filter(({ kind }) => kind === "plural");
  const remedy = "Write the text with one plural and selects";
  if (plurals.length > 1) yield { construct: `plurals of ${plurals.length} numbers`, remedy };
  if (own.choices.some(({ kind }) => kind === "selectordinal")) yield { construct: "an ordinal", remedy };
  const [plural] = plurals;
  if (plural !== undefined && failure.params.find(({ name }) => name === plural.name)?.type === "number") {
    const construct = `a plural by ${quoted(plural.name)}, which need not be a whole number`;
    yield { construct, remedy: "Count by a param of type integer" };
  }
  const more = moreThan(variantsOf(sourceTree(message), failure.params, tag)?.choices ?? [], own.choices);
  if (more !== undefined) {
    const construct = `${more}, where the text of the default locale has none`;
    yield { construct, remedy: "Write that choice into the text of the default locale too" };
  }
}

/** A choice of a text that the default locale's does not make. */
function moreThan(source: readonly Choice[], own: readonly Choice[]): string | undefined {
  for (const { name, kind, arms } of own) {
    if (arms.length === 1) continue;
    const same = source.find((choice) => choice.name === name && choice.kind === kind);
    if (same === undefined) return `a choice by ${quoted(name)}`;
    const arm = arms.find((one) => (kind === "select" || one.startsWith("=")) && !same.arms.includes(one));
    if (arm !== undefined) return `a text for ${quoted(`${name} ${arm}`)}`;
  }
  return undefined;
}

/** Whether a text is the one that stands for whatever has no text of its own. */
export function isUsual({ arms, exact }: ShapedText): boolean {
  return exact === undefined && arms.every((arm) => arm === "other");
}

/** What the texts that choose are chosen by, as the default locale has them: a document for programs. */
export function choicesDocument(catalog: Catalog, nameOf: (arm: string) => string): Json {
  const found: Record<string, Json> = {};
  const [locale] = catalog.locales;
  for (const message of locale === undefined ? [] : messageBundle(catalog, locale)) {
    const tree = messageTree(message.text);
    if (!hasChoice(tree)) continue;
    const { shape } = shapedMessage({ ...message, tree }, catalog.defaultLocale);
    found[messageKey(message.failure, message.part)] = {
      selects: shape.selects.map(({ name, arms }) => ({
        param: name,
        arms: Object.fromEntries(arms.map((arm) => [arm, nameOf(arm)])),
      })),
      ...(shape.count === undefined ? {} : { count: shape.count, exact: shape.exact.map(Number) }),
    };
  }
  return found;
}
