import { spawn } from "node:child_process";

/** Opens an address in the browser of whoever sits here. Where there is none, nothing happens: the address was printed. */
export function openAddress(address: string): void {
  const [program, words] = openers[process.platform] ?? ["xdg-open", []];
  const child = spawn(program, [...words, address], { stdio: "ignore", detached: true, windowsHide: true });
  child.on("error", () => undefined);
  child.unref();
}

const openers: Readonly<Record<string, readonly [program: string, words: readonly string[]]>> = {
  darwin: ["open", []],
  win32: ["rundll32", ["url.dll,FileProtocolHandler"]],
};
