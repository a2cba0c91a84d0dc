import { defineConfig } from 'vitest/config';
import { templatesForTests } from './grader/precompile.js';

// What takes minutes and is run before a release and in CI: npm run soak.
export default defineConfig({
  plugins: [templatesForTests],
  test: {
    include: ['grader/**/*.soak.ts'],
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
    css: true,
  },
});
