import { defineConfig } from 'vitest/config';

// What takes minutes and is run before a release and in CI: npm run soak.
export default defineConfig({
  test: { include: ['grader/**/*.soak.ts'], testTimeout: 1_200_000 },
});
