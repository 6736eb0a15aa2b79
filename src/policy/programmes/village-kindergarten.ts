import {
  age,
  cited,
  inOldRevolutionaryArea,
  inPlanCounties,
  inTibetanArea,
  rural,
  stageIs,
  villagePoor,
  villagePopulationAtLeast,
} from '../logic/conditions.ts'
import { all, any } from '../logic/logic.ts'
import { earliest, figure, type Programme } from '../programme.ts'

const poorVillage = cited('四', villagePoor)
const largeVillage = cited('四', villagePopulationAtLeast('large-village-population'))
const oldRevolutionaryOrTibetan = all(
  any(cited('四', inOldRevolutionaryArea), cited('四', inTibetanArea)),
  cited('四', rural),
)

export const villageKindergarten: Programme = {
  id: 'village-kindergarten',
  kind: 'commitment',
  conditions: all(
    inPlanCounties,
    any(stageIs('preschool'), age('kindergarten-age-from', 'kindergarten-age-to')),
    any(poorVillage, largeVillage, oldRevolutionaryOrTibetan),
  ),
  benefit: {
    dueYear: earliest(
      { when: largeVillage, year: 'kindergarten-year-large-village' },
      { when: oldRevolutionaryOrTibetan, year: 'kindergarten-year-old-revolutionary-or-tibetan' },
      { when: poorVillage, year: 'kindergarten-year-poor-village' },
    ),
    classStaff: {
      teachers: figure('kindergarten-class-teachers'),
      carers: figure('kindergarten-class-carers'),
    },
  },
  citations: ['一(一)', '二(一)·1', '二(三)·14', '四'],
}
