import { defineConfig } from 'vitest/config';
import { templatesForTests } from './grader/precompile.js';

// Tests that show the pages in a browser: apart, because they take as long as all others together.
export default defineConfig({
  plugins: [templatesForTests],
  test: {
    include: ['reports/**/*.browser.ts'],
    testTimeout: 120_000,
    // Style sheets are read as texts, and are left out otherwise.
    css: true,
    hookTimeout: 120_000,
    // A browser has processes of its own: two files of tests run beside each other.
    maxWorkers: 2,
  },
});
