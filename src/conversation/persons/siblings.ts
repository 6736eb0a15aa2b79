import type { Household, Person, Sex } from '../../register/household.ts'
import type { Day } from '../../policy/facts.ts'
import { childrenOf } from './people.ts'

/** A brother or sister that words speak of: 他哥, 妹妹. `isElder` is null where the words do not say. */
export type Sibling = { readonly sex: Sex; readonly isElder: boolean | null }

/** The brother or sister that a text speaks of; null for none. Cousins are none. */
export function siblingSaid(text: string): Sibling | null {
  if (!ANY_SIBLING.test(text)) return null
  const found = SIBLINGS.find(({ words }) => words.test(text))
  return found === undefined ? null : { sex: found.sex, isElder: found.isElder }
}

/** The brothers or sisters of a child of the household; of all its children where nobody was spoken of. */
export function siblingsOf(
  household: Household,
  { sex, isElder }: Sibling,
  of: string | null,
  today: Day,
): readonly Person[] {
  const children = childrenOf(household, today)
  const place = children.findIndex(({ id }) => id === of)
  return children.filter((child, at) => {
    if (at === place || (child.sex !== null && child.sex !== sex)) return false
    return place < 0 || isElder === null || at < place === isElder
  })
}

// A sign of each of the words below: few messages hold any.
const ANY_SIBLING = /[哥弟姐妹]|ཕུ་བོ|ཇོ|གཅེན|ནུ་|གཅུང|ཨ་|སྲིང|མིང་པོ/u

const OTHERS = /兄弟姐妹|兄妹|姐妹|姐弟|兄弟|[表堂](?:哥|弟|姐|妹)/u.source

// 哥 and its like are words of kin only beside whose they are, or doubled; alone they are parts of names.
const kin = (one: string) =>
  new RegExp(
    `(?<!${OTHERS})(?:(?:[他她我娃]|孩子|[的那大二小])${one}(?!们)|${one}${one}|${one}子?(?:呢|上|在|能))`,
    'u',
  )

const SIBLINGS: readonly (Sibling & { readonly words: RegExp })[] = [
  { words: kin('哥'), sex: 'male', isElder: true },
  { words: kin('弟'), sex: 'male', isElder: false },
  { words: kin('姐'), sex: 'female', isElder: true },
  { words: kin('妹'), sex: 'female', isElder: false },
  { words: /(?:^|[་།\s])(?:ཕུ་བོ|ཇོ་ལགས|ཨ་ཇོ|གཅེན་པོ)/u, sex: 'male', isElder: true },
  { words: /(?:^|[་།\s])(?:ནུ་བོ|གཅུང་པོ)/u, sex: 'male', isElder: false },
  { words: /(?:^|[་།\s])(?:ཨ་ཅེ|ཨ་ཞེ|གཅེན་མོ)/u, sex: 'female', isElder: true },
  { words: /(?:^|[་།\s])(?:ནུ་མོ|གཅུང་མོ)/u, sex: 'female', isElder: false },
  { words: /(?:^|[་།\s])སྲིང་མོ/u, sex: 'female', isElder: null },
  { words: /(?:^|[་།\s])མིང་པོ/u, sex: 'male', isElder: null },
]
