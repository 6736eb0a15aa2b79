import { readNumber } from '../understanding/numbers.ts'
import type { Said, Understanding } from '../understanding/types.ts'
import { saidInstead } from './mending.ts'
import { understand } from '../understanding/understand.ts'

/** What a message means: of words that take something back, what they say instead; with what they say of standing and age. */
export function heardIn(text: string): Understanding {
  const instead = saidInstead(text)
  const mended = instead === null ? null : understand(instead)
  if (mended !== null && namesSomething(mended))
    return withBeyond({ ...mended, said: { ...mended.said, correction: true } }, text)
  return withBeyond(understand(text), text)
}

function namesSomething({ topic, stage, said }: Understanding): boolean {
  return topic !== null || stage !== null || said.person !== undefined || said.age !== undefined
}

function withBeyond(heard: Understanding, text: string): Understanding {
  const registered = heard.said.registered ?? standingSaid(text)
  const age = heard.said.age ?? bareAge(text)
  const more: Said = {
    ...(registered === undefined ? {} : { registered }),
    ...(age === undefined ? {} : { age }),
  }
  return { ...heard, said: { ...heard.said, ...more } }
}

// Whether a household says it still stands on the register, or was lifted out.
function standingSaid(text: string): boolean | undefined {
  if (NOT_LIFTED.test(text)) return true
  return LIFTED.test(text) ? false : undefined
}

// 我娃今年15: a number beside "this year" is an age.
function bareAge(text: string): number | undefined {
  const age = readNumber(BARE_AGE.exec(text)?.[1] ?? '')
  return age !== null && age > 0 && age < 60 ? age : undefined
}

const NOT_LIFTED =
  /(?:没|没有|还没|尚未|未)(?:有)?脱(?:了)?贫|还(?:是|算)贫困户|又返贫|དབུལ་སྒྲོལ་(?:བྱུང་|ཐོབ་|བྱས་)?(?:མེད|མི་འདུག|མ་བྱུང|མ་ཐོབ)/u

const LIFTED =
  /(?:已经?|都|早就?|去年|前年|今年|[0-9]{2,4}年)就?脱(?:了)?贫|脱(?:了)?贫(?:了|户)|摘(?:了)?帽(?:了)?|དབུལ་སྒྲོལ་(?:བྱུང་ཟིན|བྱུང་སོང|ཐོབ་ཟིན|བྱས་ཟིན|བྱུང་བ)/u

const BARE_AGE = /今年(?:刚|才|都|有|满)?([0-9零一二两三四五六七八九十]{1,3})(?:了|啦)?[。.!！]?$/u
