/**
 * The kinds of test: the content without a browser, the views in a small DOM, what the build weighs, and the whole
 * in each real browser.
 */
import { defineConfig } from 'vitest/config';
import { buildEngine } from './scripts/build-engine.ts';
import { buildKnowledge } from './scripts/build-knowledge.ts';
import { plainPatterns } from './scripts/plain-patterns.ts';

const inBrowser = (name: 'chromium' | 'firefox', order: number) => ({
  extends: true as const,
  test: {
    name,
    include: ['tests/e2e/**/*.test.ts'],
    provide: { browser: name },
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    sequence: { groupOrder: order },
  },
});

export default defineConfig({
  // As the build has them: the patterns that are tested are those that ship.
  plugins: [buildKnowledge(), buildEngine(), plainPatterns()],
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      {
        extends: true,
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: { name: 'views', include: ['tests/views/**/*.test.{ts,tsx}'], environment: 'happy-dom' },
      },
      { extends: true, test: { name: 'sizes', include: ['tests/sizes/**/*.test.ts'] } },
      inBrowser('chromium', 1),
      inBrowser('firefox', 2),
    ],
  },
});
