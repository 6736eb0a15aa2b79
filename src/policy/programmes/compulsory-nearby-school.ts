import { inPlanCounties, stageIs } from '../logic/conditions.ts'
import { all } from '../logic/logic.ts'
import { figure, type Programme } from '../programme.ts'

export const compulsoryNearbySchool: Programme = {
  id: 'compulsory-nearby-school',
  kind: 'commitment',
  conditions: all(inPlanCounties, stageIs('primary', 'junior')),
  benefit: {
    schoolStandardBy: figure('compulsory-standard-year'),
    broadbandBy: figure('compulsory-broadband-year'),
  },
  citations: ['一(二)', '二(一)·3–5'],
}
