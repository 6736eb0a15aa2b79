import { finalYear, stageIs } from '../logic/conditions.ts'
import { all } from '../logic/logic.ts'
import { figure, type Programme } from '../programme.ts'

export const secondaryVocationalDirectAdmission: Programme = {
  id: 'secondary-vocational-direct-admission',
  kind: 'admission',
  conditions: all(stageIs('secondary-vocational'), finalYear),
  benefit: { shareAtLeast: figure('direct-admission-share'), per: 'year' },
  citations: ['二(二)·9'],
}
