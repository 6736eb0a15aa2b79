import { finalYear, rural, stageIs } from '../logic/conditions.ts'
import { all } from '../logic/logic.ts'
import type { Programme } from '../programme.ts'

export const specialPlanRural: Programme = {
  id: 'special-plan-rural',
  kind: 'admission',
  conditions: all(rural, stageIs('senior'), finalYear),
  benefit: {},
  citations: ['二(二)·8'],
}
