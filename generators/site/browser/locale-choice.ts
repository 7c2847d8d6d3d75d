import { remember, say } from "./memory.ts";

/** Makes the choice of the messages' language work: in the bar of every page, and above the message of a failure. */
export function offerLocales(): void {
  const page = document.documentElement;
  const choice = document.querySelector<HTMLSelectElement>("[data-locale-choice]");
  const messages = [...document.querySelectorAll<HTMLElement>("[data-message]")];
  const tabs = [...document.querySelectorAll<HTMLAnchorElement>("[data-shows]")];
  const isShown = (locale: string): boolean => messages.some(({ dataset }) => dataset["message"] === locale);
  const own = document.querySelector<HTMLElement>("[data-page-locale]")?.dataset["pageLocale"];

  const show = (locale: string): void => {
    if (choice !== null && [...choice.options].some(({ value }) => value === locale)) choice.value = locale;
    const shown = isShown(locale)
      ? locale
      : messages.find(({ dataset }) => dataset["default"] !== undefined)?.dataset["message"];
    for (const message of messages) message.hidden = message.dataset["message"] !== shown;
    for (const tab of tabs) {
      if (tab.dataset["shows"] === shown) tab.setAttribute("aria-current", "true");
      else tab.removeAttribute("aria-current");
    }
  };
  const choose = (locale: string): void => {
    page.dataset["locale"] = locale;
    remember("locale", locale);
    show(locale);
    say(choice?.selectedOptions[0]?.textContent ?? locale);
  };

  choice?.addEventListener("change", () => {
    const locale = choice.value;
    choose(locale);
    const other =
      own === undefined ? undefined : document.querySelector<HTMLAnchorElement>(`a[data-locale-page="${locale}"]`);
    if (other) location.assign(other.href);
    else if (/^#message-/.test(location.hash)) history.replaceState(null, "", `#message-${locale}`);
  });
  for (const tab of tabs) {
    tab.addEventListener("click", (event) => {
      event.preventDefault();
      const locale = tab.dataset["shows"] ?? "";
      choose(locale);
      history.replaceState(null, "", tab.hash);
    });
  }
  const fromAddress = (): string | undefined => /^#message-(.+)$/.exec(decodeURIComponent(location.hash))?.[1];
  addEventListener("hashchange", () => {
    const locale = fromAddress();
    if (locale !== undefined && isShown(locale)) show(locale);
  });
  for (const link of document.querySelectorAll<HTMLAnchorElement>("[data-locale-page]")) {
    if (link.dataset["localePage"] === own) link.setAttribute("aria-current", "page");
  }
  show(own ?? fromAddress() ?? page.dataset["locale"] ?? "");
}
