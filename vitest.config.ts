import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{grader,reports,solutions}/**/*.test.ts'],
    testTimeout: 120_000,
  },
});
