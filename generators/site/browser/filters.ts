import {
  countsOf,
  type Facet,
  type Filters,
  facets,
  filtersOf,
  fragmentOf,
  missedFacets,
  type RowValues,
} from "./filter-fragment.ts";

interface Row extends RowValues {
  readonly element: HTMLElement;
}

interface Choice {
  readonly facet: Facet;
  readonly value: string;
  readonly label: string;
  readonly box: HTMLInputElement;
  readonly count: Element | null;
}

/** Makes the filters of a table work: what is chosen stands in the address, so that it can be gone back to and handed on. */
export function offerFilters(): void {
  const form = document.querySelector<HTMLFormElement>("[data-filters]");
  const table = document.querySelector<HTMLElement>("[data-rows]");
  if (form === null || table === null) return;
  const rows = [...table.querySelectorAll<HTMLElement>("tbody tr")].map(rowOf);
  const choices = [...form.querySelectorAll<HTMLInputElement>("input[type=checkbox]")].map(choiceOf);
  const found = form.querySelector("[data-found]");
  const reset = form.querySelector<HTMLElement>("[data-reset]");
  const nothing = document.querySelector<HTMLElement>("[data-nothing]");
  const frame = table.closest<HTMLElement>(".scroll") ?? table;
  let filters: Filters = new Map();

  const show = (): void => {
    let shown = 0;
    for (const row of rows) {
      const isShown = missedFacets(row, filters).length === 0;
      if (row.element.hidden === isShown) row.element.hidden = !isShown;
      if (isShown) shown++;
    }
    const counts = countsOf(rows, filters);
    for (const { facet, value, box, count } of choices) {
      box.checked = filters.get(facet)?.has(value) ?? false;
      const left = counts.get(facet)?.get(value) ?? 0;
      if (count !== null) count.textContent = String(left);
      box.closest("label")?.classList.toggle("is-empty", left === 0);
    }
    for (const place of form.querySelectorAll<HTMLElement>("[data-chosen]")) {
      const facet = place.closest<HTMLElement>("[data-facet]")?.dataset["facet"];
      const chosen = choices.filter((choice) => choice.facet === facet && choice.box.checked);
      place.textContent = chosen.length === 0 ? "any" : chosen.map(({ label }) => label).join(", ");
    }
    const all = rows.length;
    if (found !== null) found.textContent = filters.size === 0 ? `${all} codes` : `${shown} of ${all} codes`;
    reset?.classList.toggle("is-idle", filters.size === 0);
    if (reset !== null) reset.tabIndex = filters.size === 0 ? -1 : 0;
    frame.hidden = shown === 0;
    if (nothing !== null) nothing.hidden = shown > 0;
    delete document.documentElement.dataset["filtering"];
  };

  /** What a place of the history remembers, since a fragment may be a place on the page instead. */
  const remember = (): void => history.replaceState({ filters: fragmentOf(filters) }, "");
  const choose = (chosen: Filters): void => {
    filters = chosen;
    history.pushState({ filters: fragmentOf(filters) }, "", fragmentOf(filters) || location.pathname + location.search);
    show();
  };
  const clear = (event: Event): void => {
    event.preventDefault();
    choose(new Map());
    choices[0]?.box.focus();
  };

  form.addEventListener("change", () => choose(chosenIn(choices, filters)));
  form.addEventListener("reset", clear);
  form.addEventListener("submit", (event) => event.preventDefault());
  document.querySelector("[data-clear]")?.addEventListener("click", clear);
  addEventListener("popstate", (event: PopStateEvent) => {
    const kept: unknown = event.state?.filters;
    const asked = isPlace(location.hash) ? undefined : filtersOf(location.hash);
    if (typeof kept === "string") filters = filtersOf(kept) ?? new Map();
    else if (asked !== undefined || location.hash === "") filters = asked ?? new Map();
    remember();
    show();
    if (asked !== undefined && typeof kept !== "string") bringIntoView(form);
  });
  closeWhenLeft(form);

  const asked = isPlace(location.hash) ? undefined : filtersOf(location.hash);
  if (asked !== undefined) filters = asked;
  remember();
  show();
  if (asked !== undefined && asked.size > 0) bringIntoView(form);
}

function rowOf(element: HTMLElement): Row {
  const values = (name: string): readonly string[] => (element.dataset[name] || "-").split(" ");
  return {
    element,
    category: values("category"),
    retry: values("retry"),
    status: values("statuses"),
    lifecycle: values("lifecycle"),
    source: values("sources"),
  };
}

function choiceOf(box: HTMLInputElement): Choice {
  const label = box.closest("label");
  return {
    facet: facets.find((facet) => facet === box.name) ?? "category",
    value: box.value,
    label: label?.querySelector("span")?.textContent ?? box.value,
    box,
    count: label?.querySelector("b") ?? null,
  };
}

/** What is ticked, and what was asked for that has no box. */
function chosenIn(choices: readonly Choice[], before: Filters): Filters {
  const chosen = new Map<Facet, Set<string>>();
  for (const facet of facets) {
    const boxes = choices.filter((choice) => choice.facet === facet);
    const unboxed = [...(before.get(facet) ?? [])].filter((value) => !boxes.some((choice) => choice.value === value));
    const ticked = boxes.filter(({ box }) => box.checked).map(({ value }) => value);
    if (ticked.length + unboxed.length > 0) chosen.set(facet, new Set([...ticked, ...unboxed]));
  }
  return chosen;
}

/** Whether a fragment is the name of an element, whatever else it could be. */
function isPlace(fragment: string): boolean {
  return fragment !== "" && document.getElementById(fragment.slice(1)) !== null;
}

/** Who follows a link with filters wants to see the rows. */
function bringIntoView(form: HTMLElement): void {
  const { top, bottom } = form.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) form.scrollIntoView({ block: "start", behavior: "instant" });
}

/** A list of values over the page goes away by Escape, and when the reader goes on elsewhere. */
function closeWhenLeft(form: HTMLElement): void {
  const lists = [...form.querySelectorAll<HTMLDetailsElement>("details")];
  addEventListener("pointerdown", ({ target }) => {
    for (const list of lists) if (!(target instanceof Node) || !list.contains(target)) list.open = false;
  });
  for (const list of lists) {
    list.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !list.open) return;
      list.open = false;
      list.querySelector("summary")?.focus();
    });
    list.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !list.contains(relatedTarget)) list.open = false;
    });
  }
}
