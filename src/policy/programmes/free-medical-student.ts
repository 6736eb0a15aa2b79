import { finalYear, stageIs } from '../logic/conditions.ts'
import { all } from '../logic/logic.ts'
import { figure, type Programme } from '../programme.ts'

export const freeMedicalStudent: Programme = {
  id: 'free-medical-student',
  kind: 'admission',
  conditions: all(stageIs('senior'), finalYear),
  benefit: {
    places: figure('free-medical-places'),
    per: 'year',
    universities: ['lanzhou-university', 'gansu-university-of-chinese-medicine'],
  },
  citations: ['二(二)·10'],
}
