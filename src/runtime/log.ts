import {
  configureSync,
  getConsoleSink,
  getJsonLinesFormatter,
  getLogger,
  type Logger,
  type LogRecord,
  type Sink,
} from '@logtape/logtape'
import { redactByField, redactByPattern, EMAIL_ADDRESS_PATTERN } from '@logtape/redaction'

/** Runs of digits long enough to be a telephone or an ID number, with or without their breaks. */
const LONG_NUMBER = { pattern: /\+?\d(?:[ -]?\d){9,}[\dXx]?/g, replacement: '[number]' } as const

const PERSONAL_FIELDS = [/name$|telephone|address|text|body|secret|token|key$/i]

/**
 * The application's log: JSON lines on the console. Nothing personal is ever given to it; the redaction is a second
 * net under that, for what a later change might let slip. `print` takes the lines that can wait a moment (information),
 * so that a runtime may write many at once.
 */
export function createLog(lowestLevel: 'info' | 'warning' = 'info', print?: (line: string) => void): Logger {
  const formatter = redactByPattern(getJsonLinesFormatter(), [LONG_NUMBER, EMAIL_ADDRESS_PATTERN])
  const atOnce = getConsoleSink({ formatter })
  const lines: Sink = (record: LogRecord) => {
    if (print !== undefined && record.level === 'info') print(formatter(record))
    else atOnce(record)
  }
  const sink = redactByField(lines, { fieldPatterns: PERSONAL_FIELDS, action: () => '[redacted]' })
  configureSync({
    reset: true,
    sinks: { lines: sink },
    loggers: [
      { category: 'huixue', sinks: ['lines'], lowestLevel },
      { category: ['logtape', 'meta'], sinks: ['lines'], lowestLevel: 'warning' },
    ],
  })
  return getLogger('huixue')
}
