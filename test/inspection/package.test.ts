import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { withManifest, zipOf } from '../../src/inspection/package.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const FILES = [
  { name: 'sample.csv', bytes: encode('县,户\r\n宕昌县,1\r\n') },
  { name: 'messages.csv', bytes: encode('') },
]

describe('a package', () => {
  it('tells of each file how long it is and its SHA-256', () => {
    const manifest = withManifest(FILES, { seed: 's' }).at(-1)
    const told: unknown = JSON.parse(new TextDecoder().decode(manifest?.bytes))
    expect(told).toEqual({
      seed: 's',
      files: FILES.map(({ name, bytes }) => ({
        name,
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      })),
    })
  })

  it('is a ZIP that holds every file as it was', () => {
    const unzipped = unzipSync(zipOf(FILES))
    expect(Object.keys(unzipped)).toEqual(FILES.map(({ name }) => name))
    for (const { name, bytes } of FILES) expect(unzipped[name]).toEqual(bytes)
  })

  it('is the same bytes whenever it is made', () => {
    expect(zipOf(FILES)).toEqual(zipOf(FILES))
  })
})
