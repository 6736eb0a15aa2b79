import { type Language, textsIn } from '../../i18n/texts.ts'
import type { Finding } from '../../uploads/upload.ts'
import type { Lines } from '../download/download.ts'
import { textOr } from './words.ts'

/** Findings as a table; a rejected row's own cells stand behind, so that it can be put right and handed in again. */
export async function* findingLines(
  language: Language,
  header: readonly string[],
  findings: AsyncIterable<Finding>,
): Lines {
  const say = textsIn(language)
  yield [say('imports:line-head'), say('imports:column'), say('imports:value'), say('imports:why'), ...header]
  for await (const { line, column, reason, value = '', row = [] } of findings)
    yield [line, column, value, textOr(language, `imports:reason.${reason}`, 'imports:reason.other'), ...row]
}
