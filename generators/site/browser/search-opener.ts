import { say } from "./memory.ts";
import { loadScript, type SearchGlobal } from "./search-global.ts";

/** Makes the search button work, and the keys / and Ctrl+K (or Command+K). Nothing of the search is loaded before. */
export function offerSearch(): void {
  for (const button of document.querySelectorAll("[data-search]")) button.addEventListener("click", openSearch);
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !takesText(event.target);
    const isLetter = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (!isSlash && !isLetter) return;
    event.preventDefault();
    openSearch();
  });
}

function search(): SearchGlobal | undefined {
  return window.failcodesSearch;
}

let loading: Promise<void> | undefined;

/** Shows the search, which is loaded when it is first asked for. */
async function openSearch(): Promise<void> {
  const loaded = search();
  if (loaded !== undefined) {
    loaded.open("");
    return;
  }
  // Asked for twice, it is still on its way.
  if (loading !== undefined) return;
  const typed = keysMeanwhile();
  try {
    loading = loadScript("assets/search.js");
    await loading;
    search()?.open(typed());
  } catch {
    typed();
    say("The search could not be loaded.");
  }
  loading = undefined;
}

/** Keeps what is typed from now on, for a field that is not there yet; until somebody asks what it was. */
function keysMeanwhile(): () => string {
  let typed = "";
  const keep = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Backspace") typed = typed.slice(0, -1);
    else if (event.key.length === 1) typed += event.key;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener("keydown", keep, true);
  return () => {
    document.removeEventListener("keydown", keep, true);
    return typed;
  };
}

function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(?:input|select|textarea)$/i.test(target.tagName);
}
