import { remember } from "./memory.ts";

/** Makes the button for dark colours work. */
export function offerThemes(): void {
  const button = document.querySelector<HTMLButtonElement>("[data-theme-switch]");
  if (button === null) return;
  const page = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = (): boolean => (page.dataset["theme"] ?? (system.matches ? "dark" : "light")) === "dark";
  const show = (): void => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    page.dataset["theme"] = theme;
    remember("theme", theme);
    show();
  });
  system.addEventListener("change", show);
  show();
}
