import { eventsPath, mistakesPath, type PreviewEvent } from "../preview.ts";

// What a preview adds to every page: it hears of new builds, loads the page again, and shows mistakes over it.

const { build: ownBuild = "", mistakes: ownMistakes } = (document.currentScript as HTMLScriptElement).dataset;

/** Milliseconds until a server that is gone is asked again. */
const pause = 300;

/** Where it is kept that somebody folded the mistakes up, while they go through other pages. */
const foldedKey = "failcodes-preview-folded";

let events: EventSource | undefined;
let shown: string | null = null;
let overlay: HTMLElement | undefined;

function listen(): void {
  if (events !== undefined || document.visibilityState === "hidden") return;
  const source = new EventSource(`/${eventsPath}`);
  events = source;
  source.onmessage = ({ data }: MessageEvent<string>) => hear(JSON.parse(data) as PreviewEvent);
  source.onerror = () => {
    if (source.readyState !== EventSource.CLOSED) return;
    deafen();
    setTimeout(listen, pause);
  };
}

/** A browser keeps few connections to one server: pages that nobody sees give theirs back. */
function deafen(): void {
  events?.close();
  events = undefined;
}

function hear({ build, mistakes }: PreviewEvent): void {
  // A page that stands for the site shows the mistakes itself.
  const isOutdated = build !== ownBuild || (ownMistakes !== undefined && ownMistakes !== (mistakes ?? ""));
  if (isOutdated) {
    deafen();
    location.reload();
  } else if (ownMistakes === undefined) void show(mistakes);
}

async function show(mistakes: string | null): Promise<void> {
  if (mistakes === shown) return;
  shown = mistakes;
  if (mistakes === null) {
    fold(false);
    overlay?.remove();
    overlay = undefined;
    return;
  }
  const answer = await fetch(`/${mistakesPath}`);
  const html = await answer.text();
  if (shown !== mistakes) return;
  overlay ??= document.body.appendChild(document.createElement("failcodes-preview"));
  const inside = overlay.shadowRoot ?? overlay.attachShadow({ mode: "open" });
  // Written by the server, which escapes every text.
  inside.innerHTML = html;
  const details = inside.querySelector("details");
  if (details === null) return;
  details.open = !isFolded();
  details.addEventListener("toggle", () => fold(!details.open));
}

function fold(folded: boolean): void {
  try {
    if (folded) sessionStorage.setItem(foldedKey, "");
    else sessionStorage.removeItem(foldedKey);
  } catch {
    // Where nothing may be stored, the next page shows them again.
  }
}

function isFolded(): boolean {
  try {
    return sessionStorage.getItem(foldedKey) !== null;
  } catch {
    return false;
  }
}

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") deafen();
  else listen();
});
addEventListener("pagehide", deafen);
addEventListener("pageshow", listen);
listen();
