import { deskMemory } from './shared-desk.ts'
import { limiterMemory } from './shared-limiter.ts'

/** Memory that all threads of a process which answer share: whose turn it is, and how often somebody asked. */
export type Shared = { readonly desk: SharedArrayBuffer; readonly limiter: SharedArrayBuffer }

export function openShared(): Shared {
  return { desk: deskMemory(), limiter: limiterMemory() }
}
