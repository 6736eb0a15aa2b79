/// <reference types="@cloudflare/vitest-plugin/types" />
import type {
  D1Database as WorkersD1,
  DurableObjectNamespace as WorkersObjects,
  ExecutionContext as WorkersContext,
  MessageBatch as WorkersBatch,
  Queue as WorkersQueue,
} from '@cloudflare/workers-types'
import type { D1Migration } from 'cloudflare:test'
import type { Job } from '../../src/jobs/jobs.ts'

declare global {
  // By which the plugin's own declarations speak.
  type ExecutionContext = WorkersContext
  type MessageBatch<Body = unknown> = WorkersBatch<Body>
  namespace Cloudflare {
    interface Env {
      DB: WorkersD1
      CONTACTS: WorkersObjects
      JOBS: WorkersQueue<Job>
      OUTBOX: WorkersQueue<Job>
      MIGRATIONS: D1Migration[]
    }
  }
}
