/** The encodings of offices' text files: UTF-8 where the beginning is valid UTF-8, else GB18030; UTF-16 only by its mark. */
type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

const ENOUGH = 64 * 1024

/** Text of bytes, piece by piece, without a byte order mark. The encoding is found from the first 64 KiB. */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  let start = new Uint8Array(0)
  let decoder: TextDecoder | null = null
  for await (const piece of bytes) {
    if (decoder !== null) {
      yield decoder.decode(piece, { stream: true })
      continue
    }
    start = joined(start, piece)
    if (start.length < ENOUGH) continue
    decoder = new TextDecoder(encodingOf(start))
    yield decoder.decode(unmarked(start, decoder), { stream: true })
  }
  if (decoder !== null) {
    yield decoder.decode()
    return
  }
  const whole = new TextDecoder(encodingOf(start))
  yield whole.decode(unmarked(start, whole))
}

// A text of GB18030 that some program marked as UTF-8: the mark is no character of it.
function unmarked(start: Uint8Array, { encoding }: TextDecoder): Uint8Array {
  const isMarked = start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf
  return encoding === 'gb18030' && isMarked ? start.subarray(3) : start
}

/** The encoding that the first bytes of a text are in; a character cut at their end does not count against it. */
function encodingOf(start: Uint8Array): Encoding {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true })
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(first.length + second.length)
  whole.set(first)
  whole.set(second, first.length)
  return whole
}
