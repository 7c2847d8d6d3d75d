/** What the reader chose, kept in their browser where that is allowed: pages opened as files may have no such place. */
export function remembered(name: "theme" | "locale"): string | undefined {
  try {
    return localStorage.getItem(`failcodes-${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what the reader chose. */
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
