import { offerCopies } from "./copy.ts";
import { offerFilters } from "./filters.ts";
import { offerLocales } from "./locale-choice.ts";
import { offerSearch } from "./search-opener.ts";
import { offerThemes } from "./theme.ts";

// What every page of the site runs, once it is read; without it, everything is there but for what only a script can do.
offerThemes();
offerLocales();
offerCopies();
offerFilters();
offerSearch();
