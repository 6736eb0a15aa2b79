import type { Channel } from '../../src/conversation/turn.ts'
import type { Language } from '../../src/understanding/types.ts'

/** One of the four ways in which a conversation is played. */
export type Run = { readonly language: Language; readonly channel: Channel }

export const RUNS: readonly Run[] = [
  { language: 'zh-CN', channel: 'sms' },
  { language: 'bo', channel: 'sms' },
  { language: 'zh-CN', channel: 'telegram' },
  { language: 'bo', channel: 'telegram' },
]

export function otherThan(language: Language): Language {
  return language === 'bo' ? 'zh-CN' : 'bo'
}
