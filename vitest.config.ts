import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{grader,reports,solutions}/**/*.test.ts'],
    testTimeout: 120_000,
    // Most of the time would go into loading the same libraries for every file.
    isolate: false,
  },
});
