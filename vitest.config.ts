import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { templatesForTests } from './grader/precompile.js';

export default defineConfig({
  plugins: [templatesForTests],
  test: {
    include: ['{grader,reports,solutions}/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Style sheets are read as texts, and are left out otherwise.
    css: true,
    // Most of the time would go into loading the same libraries for every file.
    isolate: false,
    // Most tests wait for processes of their own: one worker would leave half of a small machine idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
