import type { Intent, Understanding } from '../../understanding/types.ts'

/** Whether words say by themselves what they want to know, whatever was spoken of before. */
export function isFirm({ intent }: Understanding): boolean {
  return FIRM.has(intent)
}

const FIRM: ReadonlySet<Intent> = new Set([
  'ask-how',
  'ask-why',
  'ask-status',
  'ask-routes',
  'report-missing',
  'report-misuse',
  'talk-to-person',
])
