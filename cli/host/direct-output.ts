import { fstatSync, writeSync } from "node:fs";

/** The descriptors that a process prints to. */
export type OutputDescriptor = 1 | 2;

/** Whether something may be a terminal; Node's own stream, which knows, takes time to make. */
export function mayBeTerminal(descriptor: OutputDescriptor): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
}

/** Prints without Node's stream; whether all of it was taken. */
export function printedAtOnce(descriptor: OutputDescriptor, text: string): boolean {
  try {
    return writeSync(descriptor, text) === Buffer.byteLength(text);
  } catch {
    return false;
  }
}
