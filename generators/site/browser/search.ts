import type { PackedIndex, SearchCore } from "../search-data.ts";
import { searchDialog } from "./search-dialog.ts";
import { type Engine, searchEngine } from "./search-engine.ts";
import { loadScript } from "./search-global.ts";
import { resultMaker } from "./search-results.ts";

// What a page runs when somebody searches for the first time.
let engine: Engine | undefined;
let resultsOf: ReturnType<typeof resultMaker> | undefined;
let state: "not asked" | "loading" | "ready" | "failed" = "not asked";

const dialog = searchDialog((query) => {
  if (state === "failed") return { groups: [], words: [], status: "The search could not be loaded." };
  if (query.trim() === "") {
    const status = "Type a number, a name, words of a message in any language, or a platform’s own code.";
    return { groups: [], words: [], status };
  }
  if (engine === undefined || resultsOf === undefined) return { groups: [], words: [], status: "Loading …" };
  const answer = engine.answer(query, document.documentElement.dataset["locale"] ?? "");
  const groups = resultsOf(answer);
  const count = groups.reduce((sum, { results }) => sum + results.length, 0);
  const results = count === 1 ? "1 result" : `${count} results`;
  const status = count === 0 ? "Nothing found." : count < answer.hits.length ? `The best ${results}` : results;
  return { groups, words: answer.words, status };
});

async function load(): Promise<void> {
  state = "loading";
  try {
    await loadScript("assets/search/core.js");
  } catch {
    state = "failed";
    dialog.refresh();
  }
}

/** Messages in the language that was chosen are loaded first, the others when there is nothing else to do. */
async function loadMessages(locales: readonly string[]): Promise<void> {
  const chosen = document.documentElement.dataset["locale"];
  for (const locale of [...locales].sort((left, right) => Number(right === chosen) - Number(left === chosen))) {
    if (locale !== chosen) await idle();
    // A language that cannot be loaded is not found; all others are.
    await loadScript(`assets/search/messages-${locale}.js`).catch(() => undefined);
  }
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => resolve(), { timeout: 1000 });
    else setTimeout(resolve, 50);
  });
}

window.failcodesSearch = {
  take: (name, data) => {
    if (name === "core") {
      const core = data as SearchCore;
      engine = searchEngine(core);
      resultsOf = resultMaker(core);
      state = "ready";
      void loadMessages(core.locales.map(([tag]) => tag));
    } else {
      engine?.addMessages(name.replace(/^messages-/, ""), data as PackedIndex);
    }
    dialog.refresh();
  },
  open: (typed) => {
    if (state === "not asked" || state === "failed") void load();
    dialog.open(typed);
  },
};
