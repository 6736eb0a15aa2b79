/** A Wednesday noon in Shanghai, in the school year the sample was taken in. */
export const NOON = '2026-11-18T04:00:00.000Z'

/** The data key of every test's database. */
export const TEST_KEY = new Uint8Array(32).fill(9)
