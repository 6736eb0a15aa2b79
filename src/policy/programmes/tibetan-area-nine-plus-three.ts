import { completedIs, finalYear, inTibetanArea, named, stageIs } from '../logic/conditions.ts'
import { all, any } from '../logic/logic.ts'
import { figure, type Programme } from '../programme.ts'

export const tibetanAreaNinePlusThree: Programme = {
  id: 'tibetan-area-nine-plus-three',
  kind: 'waiver',
  conditions: all(
    inTibetanArea,
    any(
      all(named('stage-junior', stageIs('junior')), finalYear),
      named('stage-secondary-vocational', stageIs('secondary-vocational')),
      all(named('stage-not-in-school', stageIs('not-in-school')), completedIs('junior')),
    ),
  ),
  benefit: { covers: ['tuition'], years: figure('nine-plus-three-years') },
  citations: ['二(一)·6'],
}
