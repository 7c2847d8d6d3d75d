import { docusaurus } from "./docusaurus.ts";
import type { Flavour, FlavourId } from "./flavour.ts";
import { gitbook } from "./gitbook.ts";
import { github } from "./github.ts";
import { mkdocs } from "./mkdocs.ts";
import { starlight } from "./starlight.ts";
import { vitepress } from "./vitepress.ts";

/** All flavours, by id. */
export const flavours: Readonly<Record<FlavourId, Flavour>> = {
  github,
  docusaurus,
  vitepress,
  starlight,
  mkdocs,
  gitbook,
};
