import { fromBase64, toBase64 } from '../privacy/base64.ts'
import type { Source } from '../register/reading/rows.ts'
import type { Services } from '../services.ts'
import { type Query, statement } from '../storage/store.ts'

/** Bytes of the file in a piece: compressed and sealed, a row stays far below what D1 lets one hold. */
export const PIECE = 512 * 1024

const ADD = 'insert into upload_pieces (upload_id, at, sealed) values (?1, ?2, ?3)'
const READ = 'select sealed from upload_pieces where upload_id = ?1 and at = ?2'

/** The write that keeps one piece of a file. */
export async function pieceWrite(
  { vault }: Pick<Services, 'vault'>,
  upload: string,
  at: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Query> {
  const packed = await through(bytes, new CompressionStream('gzip'))
  return statement(ADD, [upload, at, await vault.seal(toBase64(packed), placeOfPiece(upload, at))])
}

/** A kept file as the imports read it: piece by piece, as often as they like. */
export function uploadSource(
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  { id, file, digest }: { readonly id: string; readonly file: string; readonly digest: string },
): Source {
  return { name: file, digest, open: pieces }

  async function* pieces(): AsyncIterable<Uint8Array> {
    for (let at = 0; ; at++) {
      const [row] = await store.rows<{ sealed: string }>(READ, [id, at])
      if (row === undefined) return
      const packed = fromBase64(await vault.open(row.sealed, placeOfPiece(id, at)))
      yield await through(packed, new DecompressionStream('gzip'))
    }
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer())
}

/** What a piece of a file is bound to. */
export function placeOfPiece(upload: string, at: number): string {
  return `upload_pieces/${upload}/${at}`
}
