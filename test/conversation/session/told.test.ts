import { expect, it } from 'vitest'
import { factsSaid } from '../../../src/conversation/session/told.ts'
import { understand } from '../../../src/understanding/understand.ts'

it.each([
  ['娃2019年5月生的', '2019-05-01'],
  ['ཕྲུ་གུ་2019ལོར་སྐྱེས་པ་ཡིན', '2019-01-01'],
  ['娃五岁', '2021-11-23'],
  ['娃2030年生的', undefined],
])('a birth told in passing is a fact of the pupil, unless it is to come: %s', (text, birthDate) => {
  expect(factsSaid(understand(text), '2026-11-23')['person.birthDate']).toBe(birthDate)
})
