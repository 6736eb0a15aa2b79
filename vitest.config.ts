import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { NOON, TEST_KEY } from './test/contracts/fixed.ts'

const contracts = ['test/contracts/**/*.test.ts']
const workers = ['test/workerd/**/*.test.ts']

/** All files see one copy of each module, loaded once: what a test put in a global's place is gone before the next one. */
const together = { isolate: false, unstubGlobals: true, restoreMocks: true }

/** No promise is about time; this is enough for a machine many times slower than any. */
const patient = { testTimeout: 600_000, hookTimeout: 600_000 }

/** Node as the npm scripts start it. */
const node = { execArgv: ['--import', pathOf('./src/runtime/quick-modules.ts')] }

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
          exclude: [...contracts, ...workers, 'test/browser/**', 'test/process/**'],
          ...together,
          ...patient,
          ...node,
        },
      },
      {
        resolve: { alias: { '#platform': pathOf('./test/contracts/platform-node.ts') } },
        test: { name: 'node', include: contracts, ...together, ...patient, ...node },
      },
      await inWorkerd({ name: 'workerd', include: contracts, ...together }),
      // A Worker keeps its services while its module lives: each of these files has its own.
      await inWorkerd({ name: 'worker', include: workers }),
      {
        test: {
          name: 'process',
          include: ['test/browser/**/*.test.ts', 'test/process/**/*.test.ts'],
          fileParallelism: false,
          ...patient,
          ...node,
        },
      },
    ],
  },
})

async function inWorkerd(
  test: TestProjectInlineConfiguration['test'],
): Promise<TestProjectInlineConfiguration> {
  return {
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
    resolve: { alias: { '#platform': pathOf('./test/contracts/platform-workerd.ts') } },
    test: {
      ...test,
      ...patient,
      // Bundled as it is for Workers; by itself it would bring a `fetch` for Node along.
      deps: { optimizer: { ssr: { enabled: true, include: ['@grammyjs/auto-retry'] } } },
    },
  }
}

function pathOf(file: string): string {
  return new URL(file, import.meta.url).pathname
}
