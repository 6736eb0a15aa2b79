import type { Understanding } from '../../understanding/types.ts'
import { isQuestion } from './manner/questions.ts'
import { namesAim } from './manner/schooling.ts'
import { heardIn } from './said-beyond.ts'
import { isFinished } from '../session/told.ts'

/** What one part of a message tells of one of several children. */
export type ChildSaid = { readonly heard: Understanding; readonly text: string }

/** The children a message tells of, each with its own school: 一个上幼儿园一个上初中. Empty where it tells of one or none. */
export function childrenIn(text: string): readonly ChildSaid[] {
  const parts = text.split(PART).filter((part) => part.trim().length > 1)
  if (parts.length < 2) return []
  const told = parts
    .filter((part) => !isQuestion(part) && !AHEAD.test(part))
    .map((part) => ({ heard: heardIn(part), text: part }))
    .filter(({ heard, text: part }) => heard.stage !== null && !isFinished(heard) && !namesAim(heard, part))
  return told.length < 2 || told.length > MOST ? [] : told
}

const MOST = 8

const PART =
  /[，,。；;、！!\n]|(?=(?:还有|另)?一个(?!月))|(?=老[大二三四五])|(?=(?<!最)[大小]的)|།\s*|(?<=དང་)།?\s*|(?=གཅིག་)|(?=ཅིག་ཤོས་)/u

// Where somebody may go is not where somebody is.
const AHEAD = /以后|将来|想|能|考上?了?以后|不是|མིན|མ་རེད|འདོད|ཐུབ/u
