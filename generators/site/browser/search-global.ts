/** What the script of the search gives to the page, and to the files that it loads. */
export interface SearchGlobal {
  /** Takes what a file holds: `core`, or `messages-` and the tag of a language. */
  take(name: string, data: unknown): void;
  /** Shows the search, with what was typed before its field was there. */
  open(typed: string): void;
}

declare global {
  interface Window {
    failcodesSearch?: SearchGlobal;
  }
}

/** Address of a file of the site, from the page that is shown. */
export function siteAddress(path: string): string {
  return (document.body.dataset["root"] ?? "") + path;
}

/** Runs a classic script: all that a page may read that was opened as a file. */
export function loadScript(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = siteAddress(path);
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(`${path} could not be loaded.`));
    };
    document.head.append(script);
  });
}
