import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { NOON, TEST_KEY } from './test/contracts/fixed.ts'

const contracts = ['test/contracts/**/*.test.ts']
const workerd = ['test/workerd/**/*.test.ts']

/** The promises of storage are kept twice: on Node + SQLite and in workerd + D1, by the same files. */
export default defineConfig({
  test: {
    // What a passed test logs is noise beside what a failed one says.
    silent: 'passed-only',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [...contracts, ...workerd, 'test/browser/**', 'test/process/**'],
          testTimeout: 60_000,
        },
      },
      {
        resolve: {
          alias: { '#platform': new URL('./test/contracts/platform-node.ts', import.meta.url).pathname },
        },
        test: { name: 'node', include: contracts, testTimeout: 60_000 },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                MIGRATIONS: await readD1Migrations('migrations'),
                DEMO: '1',
                NOW: NOON,
                DATA_KEY: Buffer.from(TEST_KEY).toString('base64'),
              },
            },
          }),
        ],
        resolve: {
          alias: { '#platform': new URL('./test/contracts/platform-workerd.ts', import.meta.url).pathname },
        },
        test: {
          name: 'workerd',
          include: [...contracts, ...workerd],
          testTimeout: 60_000,
          // Bundled as it is for Workers; by itself it would bring a `fetch` for Node along.
          deps: { optimizer: { ssr: { enabled: true, include: ['@grammyjs/auto-retry'] } } },
        },
      },
      {
        test: {
          name: 'process',
          include: ['test/browser/**/*.test.ts', 'test/process/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
