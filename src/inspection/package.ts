import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { zipSync } from 'fflate'

export type File = { readonly name: string; readonly bytes: Uint8Array }

/** A file of a package as its manifest names it; `sha256` hexadecimal. */
type Listed = { readonly name: string; readonly bytes: number; readonly sha256: string }

/** Files with a manifest of their hashes: what was handed over can be told from what it was made into later. */
export function withManifest(
  files: readonly File[],
  about: Readonly<Record<string, unknown>>,
): readonly File[] {
  const listed: readonly Listed[] = files.map(({ name, bytes }) => ({
    name,
    bytes: bytes.length,
    sha256: bytesToHex(sha256(bytes)),
  }))
  const manifest = `${JSON.stringify({ ...about, files: listed }, null, 2)}\n`
  return [...files, { name: 'manifest.json', bytes: new TextEncoder().encode(manifest) }]
}

/** The earliest moment a ZIP can date a file by. */
const UNDATED = new Date(1980, 0, 1)

/** All files in one ZIP; the same files give the same bytes. */
export function zipOf(files: readonly File[]): Uint8Array<ArrayBuffer> {
  const entries = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]))
  return new Uint8Array(zipSync(entries, { mtime: UNDATED }))
}
