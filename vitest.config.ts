import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    disableConsoleIntercept: true,
    watch: false,
    // Tests of the built program start processes of their own.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
