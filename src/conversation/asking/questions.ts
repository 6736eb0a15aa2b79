import { isTextKey, type TextKey, textsIn, LANGUAGES } from '../../i18n/texts.ts'
import {
  COMPLETED,
  type FactName,
  type Facts,
  OCCUPATIONS,
  SCHOOL_PLACES,
  type Stage,
  STAGES,
} from '../../policy/facts.ts'
import { answersIt, deniesIt } from './answers-it.ts'
import { readAnswer } from '../../understanding/answer.ts'
import { type Choice, type Line, type Param, say } from '../words/reply.ts'
import type { Asking, FactAsking } from '../session/session.ts'

/** A question to the family, and the answer it waits for. */
export type Ask = { readonly line: Line; readonly choices: readonly Choice[]; readonly asking: Asking }

const DONT_KNOW = 'unknown'

/** Asks for a fact of a person (of the household where the fact is its own), with numbered answers where there are few. */
export function askFact(
  fact: FactName,
  person: string,
  who: Param,
  options: readonly string[] = optionsOf(fact),
): Ask {
  const given = options.length === 0 ? [] : [...options, DONT_KNOW]
  return {
    line: [
      say(`policy:ask.${fact}`, { who }),
      ...(given.length === 0
        ? [say('conversation:ask.dont-know', { word: say('conversation:word.unknown') })]
        : []),
    ],
    choices: given.map((option, index) => ({ number: index + 1, label: labelOf(fact, option) })),
    asking: { kind: 'fact', fact, person, options: [...options], tries: 0 },
  }
}

/** What a school stage of an earlier year has most likely become, the likeliest first. */
export function nextStages(stage: Stage, finalYear: boolean | null): readonly Stage[] {
  const next = NEXT[stage]
  return finalYear === false ? [stage, ...next] : [...next, stage]
}

/** The fact a reply gives, `dont-know`, or null where it does not answer the question. */
export function readFact(text: string, asking: FactAsking, today: string): Facts | 'dont-know' | null {
  const { fact, options } = asking
  if (fact === 'household.county' || fact === 'person.birthDate') {
    const answer = readAnswer(
      text,
      fact === 'household.county' ? { kind: 'county' } : { kind: 'birth-date', today },
    )
    return answer === null || answer === 'dont-know' ? answer : ({ [fact]: answer.value } as Facts)
  }
  if (fact === 'household.registered' && LIFTED.test(text)) return { [fact]: false }
  const listed = [...options, DONT_KNOW].map((id) => ({
    id,
    words: [...wordsOf(labelOf(fact, id)), ...(ALSO[id] ?? [])],
  }))
  const chosen = readAnswer(text, { kind: 'choice', options: listed })
  if (chosen === 'dont-know' || (chosen !== null && chosen.value === DONT_KNOW)) return 'dont-know'
  if (YES_NO.includes(fact) && !answersIt(text, fact)) return null
  if (chosen !== null && isDenied(text, fact, String(chosen.value))) return null
  if (chosen !== null) return { [fact]: optionValue(fact, String(chosen.value)) } as Facts
  return readLoosely(text, fact)
}

// 没读完小学 is a choice that denies by itself.
function isDenied(text: string, fact: FactName, option: string): boolean {
  return !YES_NO.includes(fact) && deniesIt(text) && !wordsOf(labelOf(fact, option)).some(deniesIt)
}

// A yes without a number; a count of people in figures.
function readLoosely(text: string, fact: FactName): Facts | 'dont-know' | null {
  const kind = fact === 'household.village.population' ? 'number' : 'yes-no'
  if (kind === 'yes-no' && !YES_NO.includes(fact)) return null
  const answer = readAnswer(text, { kind })
  return answer === null || answer === 'dont-know' ? answer : ({ [fact]: answer.value } as Facts)
}

// Whoever says lifted out answers whether registered: the question itself says so.
const LIFTED = /脱贫|摘帽|དབུལ་སྒྲོལ/u

// What people call themselves, beside the names that the choices have.
const ALSO: Readonly<Record<string, readonly string[]>> = {
  'rural-teacher': ['老师', '教师', '特岗', '代课', '教书', 'དགེ་རྒན'],
  'village-doctor': ['医生', '大夫', 'སྨན་པ'],
  'retired-teacher': ['退休'],
  'home-county': ['村里', '镇上', '乡上', '县城', '县里', '本地'],
}

const YES_NO: readonly FactName[] = [
  'household.registered',
  'household.rural',
  'household.village.poor',
  'person.finalYear',
]

const OPTIONS: Readonly<Partial<Record<FactName, readonly string[]>>> = {
  'person.stage': STAGES,
  'person.schoolPlace': SCHOOL_PLACES,
  'person.completed': COMPLETED,
  'person.occupation': OCCUPATIONS,
  'household.village.population': ['large', 'small'],
}

// Said of a village by those who know it only roughly; the plan asks for no more.
const POPULATIONS: Readonly<Record<string, number>> = { large: 1000, small: 999 }

const NEXT: Readonly<Record<Stage, readonly Stage[]>> = {
  preschool: ['primary'],
  primary: ['junior'],
  junior: ['senior', 'secondary-vocational', 'not-in-school'],
  senior: ['undergraduate', 'higher-vocational', 'not-in-school'],
  'secondary-vocational': ['higher-vocational', 'not-in-school'],
  'higher-vocational': ['undergraduate', 'not-in-school'],
  undergraduate: ['postgraduate', 'not-in-school'],
  postgraduate: ['not-in-school'],
  'not-in-school': ['preschool', 'primary', 'secondary-vocational'],
}

function optionsOf(fact: FactName): readonly string[] {
  return YES_NO.includes(fact) ? ['yes', 'no'] : (OPTIONS[fact] ?? [])
}

function optionValue(fact: FactName, option: string): string | number | boolean {
  if (option === 'yes' || option === 'no') return option === 'yes'
  return fact === 'household.village.population' ? (POPULATIONS[option] ?? 0) : option
}

function labelOf(fact: FactName, option: string): TextKey {
  const key =
    option === 'yes' || option === 'no' || option === DONT_KNOW
      ? `policy:option.${option}`
      : `policy:option.${fact}.${option}`
  if (!isTextKey(key)) throw new Error(`no text ${key}`)
  return key
}

function wordsOf(label: TextKey): readonly string[] {
  return LANGUAGES.map((language) => textsIn(language)(label))
}
