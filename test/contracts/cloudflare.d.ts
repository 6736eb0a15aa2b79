/// <reference types="@cloudflare/vitest-plugin/types" />
import type {
  D1Database as WorkersD1,
  DurableObjectNamespace as WorkersObjects,
} from '@cloudflare/workers-types'
import type { D1Migration } from 'cloudflare:test'

declare global {
  namespace Cloudflare {
    interface Env {
      DB: WorkersD1
      CONTACTS: WorkersObjects
      MIGRATIONS: D1Migration[]
    }
  }
}
