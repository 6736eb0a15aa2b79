import { type Language, textsIn } from '../../i18n/texts.ts'
import type { Finding, FindingKind } from '../../uploads/upload.ts'
import type { Lines } from '../download/download.ts'
import { textOr } from './words.ts'

/**
 * Findings as a table. A rejected row's own cells stand behind, under the file's `header`, so that it can be put right and
 * handed in again; of a row that was taken nothing is kept but where it stands.
 */
export async function* findingLines(
  language: Language,
  kind: FindingKind,
  header: readonly string[],
  findings: AsyncIterable<Finding>,
): Lines {
  const say = textsIn(language)
  const isRejected = kind === 'rejected'
  const where = [say('imports:line-head'), say('imports:column')]
  yield isRejected
    ? [...where, say('imports:value'), say('imports:why'), ...header]
    : [...where, say('imports:why')]
  for await (const { line, column, reason, value = '', row = [] } of findings) {
    const why = textOr(language, `imports:reason.${reason}`, 'imports:reason.other')
    yield isRejected ? [line, column, value, why, ...row] : [line, column, why]
  }
}
