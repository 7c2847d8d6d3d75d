import { markedPieces } from "./search-marks.ts";
import type { Result, ResultGroup } from "./search-results.ts";

/** What is to be shown for a query. */
export interface Shown {
  readonly groups: readonly ResultGroup[];
  readonly words: readonly string[];
  /** Said below the field: how many results there are, or why there are none. */
  readonly status: string;
}

/** The dialog of the search. */
export interface SearchDialog {
  /** Shows it, with what was typed already in its field. */
  open(typed: string): void;
  /** Asks for the results of what is in the field again, since there is more to find. */
  refresh(): void;
}

/** Makes the dialog, which asks `find` for what it shows whenever somebody types. */
export function searchDialog(find: (query: string) => Shown): SearchDialog {
  const field = made("input", "search-field");
  const status = made("p", "search-status");
  const list = made("div", "search-results");
  const dialog = made("dialog", "search");
  const close = made("button", "search-close", "Close");
  dialog.setAttribute("aria-label", "Search codes");
  close.type = "button";
  status.setAttribute("role", "status");
  list.id = "search-results";
  list.hidden = true;
  setAttributes(list, { role: "listbox", "aria-label": "Results" });
  field.type = "text";
  setAttributes(field, {
    role: "combobox",
    "aria-label": "Number, name, words of a message, or a platform's code",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    enterkeyhint: "go",
    placeholder: "12007, billing failure, 131047 …",
  });
  const top = made("div", "search-top");
  top.append(field, close);
  dialog.append(top, status, list);
  document.body.append(dialog);

  let options: readonly HTMLElement[] = [];
  let active = -1;

  const activate = (place: number): void => {
    options[active]?.setAttribute("aria-selected", "false");
    active = place;
    const option = options[place];
    option?.setAttribute("aria-selected", "true");
    if (option === undefined) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", option.id);
  };
  const move = (step: number): void => {
    if (options.length === 0) return;
    activate((active + step + options.length) % options.length);
    options[active]?.scrollIntoView({ block: "nearest" });
  };
  const hide = (): void => {
    dialog.close();
    // Where nothing had the focus before, the field keeps it for a moment, and would take the next key.
    field.blur();
  };
  const show = (): void => {
    const { groups, words, status: said } = find(field.value);
    const made: HTMLElement[] = [];
    list.replaceChildren(...groups.map((group, place) => groupElement(group, place, words, made)));
    options = made;
    list.hidden = made.length === 0;
    field.setAttribute("aria-expanded", String(made.length > 0));
    if (status.textContent !== said) status.textContent = said;
    activate(made.length > 0 ? 0 : -1);
    list.scrollTop = 0;
  };

  field.addEventListener("input", show);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter") options[active]?.click();
    else return;
    event.preventDefault();
  });
  list.addEventListener("pointermove", (event) => {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>("[role=option]") : null;
    const place = option === null ? -1 : options.indexOf(option);
    if (place >= 0 && place !== active) activate(place);
  });
  // Where the address is another part of the same page, nothing else would close the dialog.
  list.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a") !== null && !event.ctrlKey && !event.metaKey) {
      hide();
    }
  });
  close.addEventListener("click", hide);
  // A browser closes by itself too, but some time after the key.
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    hide();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) hide();
  });

  return {
    open: (typed) => {
      if (!dialog.open) dialog.showModal();
      field.focus();
      if (typed === "") field.select();
      else field.value = typed;
      show();
    },
    refresh: () => {
      if (!dialog.open) return;
      const chosen = options[active]?.getAttribute("href");
      const moved = active > 0;
      show();
      const place = options.findIndex((option) => option.getAttribute("href") === chosen);
      if (moved && place >= 0) activate(place);
    },
  };
}

function groupElement(
  { title, results }: ResultGroup,
  place: number,
  words: readonly string[],
  options: HTMLElement[],
): HTMLElement {
  const group = made("div", "search-group");
  const heading = made("div", "search-heading", title);
  heading.id = `search-group-${place}`;
  setAttributes(group, { role: "group", "aria-labelledby": heading.id });
  heading.setAttribute("role", "presentation");
  group.append(heading);
  for (const result of results) {
    const option = optionElement(result, words);
    option.id = `search-option-${options.length}`;
    options.push(option);
    group.append(option);
  }
  return group;
}

function optionElement({ link, code, name, title, mark, note }: Result, words: readonly string[]): HTMLElement {
  const option = made("a", "search-result");
  option.href = (document.body.dataset["root"] ?? "") + link;
  option.tabIndex = -1;
  setAttributes(option, { role: "option", "aria-selected": "false" });
  const head = made("span", "search-head");
  if (code !== "") head.append(marked("code", code, words), " ");
  if (name !== "") head.append(marked("name", name, words), " ");
  if (mark !== "") head.append(made("span", `tag tag-${mark.toLowerCase()}`, mark));
  if (head.childNodes.length > 0) option.append(head, " ");
  option.append(marked("search-title", title, words));
  if (note !== "") option.append(" ", marked("search-note", note, words));
  return option;
}

/** A text with the words that were asked for marked. It is put there as text: whatever is in it, it is no markup. */
function marked(className: string, text: string, words: readonly string[]): HTMLElement {
  const element = made("span", className);
  for (const { text: piece, isMarked } of markedPieces(text, words)) {
    element.append(isMarked ? made("mark", "", piece) : piece);
  }
  return element;
}

function made<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text = "",
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== "") element.className = className;
  if (text !== "") element.textContent = text;
  return element;
}

function setAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
