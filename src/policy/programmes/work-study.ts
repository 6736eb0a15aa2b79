import { registered, stageIs } from '../logic/conditions.ts'
import { all } from '../logic/logic.ts'
import type { Programme } from '../programme.ts'

export const workStudy: Programme = {
  id: 'work-study',
  kind: 'service',
  conditions: all(registered, stageIs('higher-vocational', 'undergraduate')),
  benefit: {},
  citations: ['二(一)·7'],
}
