import { finalYear, inPlanCounties, stageIs } from '../logic/conditions.ts'
import { all } from '../logic/logic.ts'
import { figure, type Programme } from '../programme.ts'

export const higherVocationalSeparateTest: Programme = {
  id: 'higher-vocational-separate-test',
  kind: 'admission',
  conditions: all(inPlanCounties, stageIs('senior', 'secondary-vocational'), finalYear),
  benefit: { shareAtLeast: figure('separate-test-share') },
  citations: ['二(二)·9'],
}
