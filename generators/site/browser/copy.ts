import { say } from "./memory.ts";

/** Makes the copy buttons work: of the block they stand in, or of a text of their own. */
export function offerCopies(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy], [data-copy-text]")) {
    const words = button.textContent;
    let shown: ReturnType<typeof setTimeout> | undefined;
    button.addEventListener("click", async () => {
      const block = button.parentElement?.querySelector("pre");
      const text = button.dataset["copyText"] ?? block?.textContent ?? "";
      const copied = await copy(text);
      button.textContent = copied ? "Copied" : "Press Ctrl+C";
      if (!copied && block) select(block);
      say(copied ? "Copied" : "The text is selected");
      clearTimeout(shown);
      shown = setTimeout(() => {
        button.textContent = words;
      }, 2000);
    });
  }
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** For pages whose browser has no clipboard for them, such as some that are opened as files. */
function copyBySelection(text: string): boolean {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "unseen";
  document.body.append(area);
  const focused = document.activeElement;
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}

function select(element: Element): void {
  getSelection()?.selectAllChildren(element);
}
