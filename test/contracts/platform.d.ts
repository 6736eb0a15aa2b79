declare module '#platform' {
  import type { Store } from '../../src/storage/store.ts'

  export const PLATFORM: string
  export function openTestStore(): Promise<Store>
}
