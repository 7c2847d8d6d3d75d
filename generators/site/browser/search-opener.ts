import { say } from "./memory.ts";
import { loadScript } from "./search-global.ts";

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

let loading: Promise<void> | undefined;

/** Shows the search, which is loaded when it is first asked for. */
async function openSearch(): Promise<void> {
  try {
    loading ??= loadScript("assets/search.js");
    await loading;
    window.failcodesSearch?.open();
  } catch {
    loading = undefined;
    say("The search could not be loaded.");
  }
}

function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(?:input|select|textarea)$/i.test(target.tagName);
}
