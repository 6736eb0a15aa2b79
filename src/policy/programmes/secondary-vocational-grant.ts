import { registered, stageIs } from '../logic/conditions.ts'
import { all } from '../logic/logic.ts'
import { figure, type Programme } from '../programme.ts'

export const secondaryVocationalGrant: Programme = {
  id: 'secondary-vocational-grant',
  kind: 'grant',
  conditions: all(registered, stageIs('secondary-vocational')),
  benefit: { amount: figure('secondary-vocational-grant-yuan'), currency: 'CNY', per: 'school-year' },
  citations: ['二(一)·6'],
}
