import type { Reporter, TestModule } from "vitest/node";

/** Prints `N passed, N failed` alone on the last line, which readers and CI look for; what was skipped stands above it. */
export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    let passed = 0;
    let failed = unhandledErrors.length;
    let skipped = 0;
    for (const module of modules) {
      const state = module.state();
      let seen = 0;
      for (const test of module.children.allTests()) {
        seen += 1;
        const result = test.result();
        if (result.state === "passed") passed += 1;
        else if (result.state === "failed") failed += 1;
        else skipped += 1;
      }
      // A file that cannot be loaded holds no tests, and has failed all the same.
      if (state === "failed" && (seen === 0 || module.errors().length > 0)) failed += 1;
    }
    process.once("exit", () => {
      if (skipped > 0) process.stdout.write(`\n${skipped} skipped: the reasons are printed above\n`);
      process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
    });
  }
}
