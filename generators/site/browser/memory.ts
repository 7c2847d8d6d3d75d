/** Keeps what the reader chose, for the script at the beginning of every page, where the browser allows it: pages opened as files may have no such place. */
export function remember(name: "theme" | "locale", value: string): void {
  try {
    localStorage.setItem(`failcodes-${name}`, value);
  } catch {
    // It holds for this page alone.
  }
}

/** Says something to readers who hear the page. */
export function say(words: string): void {
  const place = document.querySelector("[data-said]");
  if (place !== null) place.textContent = words;
}
