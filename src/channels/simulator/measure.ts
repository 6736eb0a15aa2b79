import { SegmentedMessage } from 'sms-segments-calculator'

/** A text as a provider would bill it. */
export type Measured = {
  readonly text: string
  readonly segments: number
  readonly encoding: 'GSM-7' | 'UCS-2'
}

/** Counts a text's SMS segments, by the provider's own published calculator. */
export function measure(text: string): Measured {
  const { segmentsCount, encodingName } = new SegmentedMessage(text)
  return { text, segments: segmentsCount, encoding: encodingName === 'GSM-7' ? 'GSM-7' : 'UCS-2' }
}
