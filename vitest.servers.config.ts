import { defineConfig } from 'vitest/config';

/** What `npm run test:servers` runs against a server that it started; never part of `npm test`. */
export default defineConfig({
  test: {
    include: ['__tests__/against-servers/*.ts'],
    exclude: ['__tests__/against-servers/lib/**'],
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
