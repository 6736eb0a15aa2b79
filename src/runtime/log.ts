import {
  configureSync,
  getConsoleSink,
  getJsonLinesFormatter,
  getLogger,
  type Logger,
} from '@logtape/logtape'
import { redactByField, redactByPattern, EMAIL_ADDRESS_PATTERN } from '@logtape/redaction'

/** Runs of digits long enough to be a telephone or an ID number, with or without their breaks. */
const LONG_NUMBER = { pattern: /\+?\d(?:[ -]?\d){9,}[\dXx]?/g, replacement: '[number]' } as const

/**
 * The application's log: JSON lines on the console. Nothing personal is ever given to it; the redaction is a second
 * net under that, for what a later change might let slip.
 */
export function createLog(lowestLevel: 'info' | 'warning' = 'info'): Logger {
  const formatter = redactByPattern(getJsonLinesFormatter(), [LONG_NUMBER, EMAIL_ADDRESS_PATTERN])
  const sink = redactByField(getConsoleSink({ formatter }), {
    fieldPatterns: [/name$/i, /telephone/i, /address/i, /text/i, /body/i, /secret/i, /token/i, /key$/i],
    action: () => '[redacted]',
  })
  configureSync({
    reset: true,
    sinks: { console: sink },
    loggers: [
      { category: 'huixue', sinks: ['console'], lowestLevel },
      { category: ['logtape', 'meta'], sinks: ['console'], lowestLevel: 'warning' },
    ],
  })
  return getLogger('huixue')
}
