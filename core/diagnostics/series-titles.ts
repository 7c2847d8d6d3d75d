/** What the codes of each series are about, by what they begin with. */
export const seriesTitles = {
  FC1: "Reading a file",
  FC2: "The shape of a file, and the rules of a catalog",
  FC3: "Texts, messages and locales",
  FC4: "failcodes.config.json",
  FC5: "Targets and templates",
  FC6: "Writing files, and what lies in the output folder",
  FC7: "Sources, and what their errors mean",
  FC80: "Translations that come back",
  FC81: "How much is translated",
  FC82: "A published page, against the catalog",
  FC83: "Blocks in pages that people wrote",
  FC9: "Releases, and changes between them",
} as const;
