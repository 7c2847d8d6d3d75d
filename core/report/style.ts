/** How words are marked in a report. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
}

function ansi(open: number, close: number): (text: string) => string {
  return (text) => `\u001b[${open}m${text}\u001b[${close}m`;
}

const coloured: Style = {
  strong: ansi(1, 22),
  faint: ansi(2, 22),
  error: ansi(31, 39),
  warning: ansi(33, 39),
  info: ansi(36, 39),
};

const same = (text: string): string => text;

const bare: Style = { strong: same, faint: same, error: same, warning: same, info: same };

/** ANSI colours, or none. */
export function styleFor(color: boolean): Style {
  return color ? coloured : bare;
}
