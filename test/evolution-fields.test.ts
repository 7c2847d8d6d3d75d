import { describe, expect, test } from "vitest";
import type { Alias, Catalog, Ending, Example, Failure, Message, Param, Reservation } from "../core/catalog.ts";
import type { EvolutionRuleId } from "../core/evolution/evolution-rules.ts";
import {
  aliasFields,
  endingFields,
  exampleFields,
  type FieldMeanings,
  failureFields,
  guidanceFields,
  messageFields,
  paramFields,
  reservationFields,
} from "../core/evolution/failure-fields.ts";
import { catalogEdited, catalogRenumbered, catalogWith } from "./edited-catalog.ts";
import { catalogOf, changesBetween, patchedText } from "./evolution-fixture.ts";

const base = catalogOf(patchedText({}));

/** A different value for every field; the type asks for one where a new field is added. */
type Mutations<Part> = { readonly [Field in keyof Part]-?: (value: Part[Field]) => Part[Field] };

const extended = (text: string): string => `${text} Again.`;
const toggled = (flag: boolean): boolean => !flag;
const emptied = (): readonly never[] => [];
const elsewhere = <Place extends Failure["origin"]>(origin: Place) => ({ ...origin, path: ["elsewhere"] });

const failures: Mutations<Failure> = {
  code: () => 2777,
  name: () => "PARCEL_VANISHED",
  aliases: () => [{ name: "PARCEL_VANISHED", reason: "What the carrier calls it." }],
  category: () => base.fallback.category,
  title: extended,
  description: extended,
  guidance: () => ({ causes: [], actions: [] }),
  retry: () => "never",
  params: emptied,
  messages: () => ({}),
  developerText: () => undefined,
  since: () => "1.1.0",
  deprecated: () => ({ since: "2.3.0", reason: "It said too little.", replacedBy: undefined }),
  retired: () => ({ since: "2.3.0", reason: "It said too little.", replacedBy: undefined }),
  statuses: emptied,
  related: emptied,
  examples: emptied,
  origin: elsewhere,
};

const aliases: Mutations<Alias> = { name: () => "CARD_DECLIEND", reason: extended };

const guidance: Mutations<Failure["guidance"]> = { causes: emptied, actions: (actions) => [...actions, "Wait."] };

const params: Mutations<Param> = {
  name: () => "vehicle",
  type: () => "string",
  values: (values) => values.slice(1),
  example: () => "bike",
  description: extended,
  pii: toggled,
  grouping: toggled,
};

const messages: Mutations<Message> = {
  text: extended,
  description: extended,
  maxLength: (limit = 40) => limit - 1,
  markup: toggled,
};

const endings: Mutations<Ending> = { since: () => "2.2.0", reason: extended, replacedBy: () => 1002 };

const examples: Mutations<Example> = { title: extended, payload: (payload) => ({ ...payload, id: "order-99" }) };

const reservations: Mutations<Reservation> = { code: () => 2014, reason: extended, origin: elsewhere };

function mutated<Part>(part: Part, mutations: Mutations<Part>, field: keyof Part): Part {
  return { ...part, [field]: mutations[field](part[field]) };
}

function seen(head: Catalog): readonly EvolutionRuleId[] {
  return changesBetween(base, head).map(({ rule }) => rule);
}

/** One of the rules that a field names speaks, and none that it does not name; or none at all. */
function expectNamed<Part>(meanings: FieldMeanings<Part>, field: keyof Part, head: Catalog): void {
  const meaning = meanings[field];
  const rules = seen(head);
  if ("none" in meaning) expect(rules).toEqual([]);
  else {
    expect(rules.length).toBeGreaterThan(0);
    expect(meaning).toEqual(expect.arrayContaining([...rules]));
  }
}

function fieldsOf<Part extends object>(meanings: FieldMeanings<Part>): readonly (keyof Part)[] {
  return Object.keys(meanings) as (keyof Part)[];
}

describe("a field that changes is told by a rule that its row names:", () => {
  test.each(fieldsOf(failureFields))("%s of a failure", (field) => {
    // A code is written in other places too, and all of them follow it.
    const head =
      field === "code"
        ? catalogRenumbered(base, new Map([[2001, 2777]]))
        : catalogEdited(base, 2001, (failure) => mutated(failure, failures, field));
    expectNamed(failureFields, field, head);
  });

  test.each(fieldsOf(aliasFields))("%s of an alias", (field) => {
    const edit = (failure: Failure) => ({
      ...failure,
      aliases: failure.aliases.map((alias) => mutated(alias, aliases, field)),
    });
    expectNamed(aliasFields, field, catalogEdited(base, 1001, edit));
  });

  test.each(fieldsOf(guidanceFields))("%s of the guidance", (field) => {
    const edit = (failure: Failure) => ({ ...failure, guidance: mutated(failure.guidance, guidance, field) });
    expectNamed(guidanceFields, field, catalogEdited(base, 1001, edit));
  });

  test.each(fieldsOf(paramFields))("%s of a param", (field) => {
    const edit = (failure: Failure) => ({
      ...failure,
      params: failure.params.map((param) => (param.type === "enum" ? mutated(param, params, field) : param)),
    });
    expectNamed(paramFields, field, catalogEdited(base, 2001, edit));
  });

  test.each(fieldsOf(messageFields))("%s of a message", (field) => {
    const edit = (failure: Failure) => {
      const { title } = failure.messages;
      if (title === undefined) throw new Error("The failure has no title.");
      return { ...failure, messages: { ...failure.messages, title: mutated(title, messages, field) } };
    };
    expectNamed(messageFields, field, catalogEdited(base, 1001, edit));
  });

  test.each(fieldsOf(endingFields))("%s of a deprecation", (field) => {
    const edit = (failure: Failure) => {
      if (failure.deprecated === undefined) throw new Error("The failure is not deprecated.");
      return { ...failure, deprecated: mutated(failure.deprecated, endings, field) };
    };
    expectNamed(endingFields, field, catalogEdited(base, 1003, edit));
  });

  test.each(fieldsOf(endingFields))("%s of a retirement", (field) => {
    const edit = (failure: Failure) => {
      if (failure.retired === undefined) throw new Error("The failure is not retired.");
      return { ...failure, retired: mutated(failure.retired, endings, field) };
    };
    expectNamed(endingFields, field, catalogEdited(base, 3001, edit));
  });

  test.each(fieldsOf(exampleFields))("%s of an example", (field) => {
    const edit = (failure: Failure) => ({
      ...failure,
      examples: failure.examples.map((example) => mutated(example, examples, field)),
    });
    expectNamed(exampleFields, field, catalogEdited(base, 2001, edit));
  });

  test.each(fieldsOf(reservationFields))("%s of a reservation", (field) => {
    const reserved = base.reserved.map((reservation) => mutated(reservation, reservations, field));
    expectNamed(reservationFields, field, catalogWith(base, base.failures, reserved));
  });
});
