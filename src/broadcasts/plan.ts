import { asksOfPersons } from '../audiences/ask.ts'
import { type Audience, audienceFaults } from '../audiences/audience.ts'
import { type AudienceBy, changeFaults, toldBy } from '../audiences/by.ts'
import { withoutIdNumbers } from '../conversation/hearing/mask.ts'
import type { FieldFault, ProblemCode } from '../fault.ts'
import { LANGUAGES, type Language } from '../i18n/texts.ts'
import { dayOf } from '../time/clock.ts'
import type { Actor } from '../staff/actor.ts'
import type { Repeat } from './life/recurrence.ts'
import { sumOf } from './texts/sum.ts'
import { type Placeholder, placeholdersIn, readTemplate } from './texts/template.ts'

/** What families read, in one language or both. */
export type Body = Readonly<Partial<Record<Language, string>>>

/** A broadcast as its author writes it. */
export type Plan = {
  readonly name: string
  readonly audience: Audience
  readonly body: Body
  /** An ISO instant; null: as soon as it is approved. */
  readonly sendAt: string | null
  readonly repeat: Repeat | null
  /** Families whom another broadcast told of the programme fewer days ago are left out. */
  readonly restDays: number
}

/** UTF-16 units that a text may have as it is written. */
export const LONGEST_TEXT = 1000

/** Days for which a family is not told of the same programme again, where an author says nothing else. */
export const REST_DAYS = 7

/** All that is wrong with a plan, by path; nothing is written while anything is. */
export function planFaults(actor: Actor, plan: Plan, now: Date, by: AudienceBy): readonly FieldFault[] {
  return [
    ...[...audienceFaults(actor, plan.audience), ...changeFaults(plan.audience, by)].map(
      ({ path, ...wrong }) => ({ path: `audience.${path}`, ...wrong }),
    ),
    ...bodyFaults(plan, by),
    ...repeatFaults(plan, now),
  ]
}

function repeatFaults({ repeat, sendAt }: Plan, now: Date): readonly FieldFault[] {
  if (repeat === null) return []
  const first = sendAt === null || new Date(sendAt) < now ? now : new Date(sendAt)
  return repeat.until < dayOf(first)
    ? [{ path: 'repeat.until', problem: 'is before it is first sent', told: { code: 'before-first' } }]
    : []
}

function bodyFaults({ body, audience }: Plan, by: AudienceBy): readonly FieldFault[] {
  if (LANGUAGES.every((language) => body[language] === undefined))
    return [
      {
        path: 'body',
        problem: 'must hold a text in zh-CN, in bo or in both',
        told: { code: 'needs-a-text' },
      },
    ]
  return LANGUAGES.flatMap((language) => {
    const text = body[language]
    const problems = text === undefined ? [] : textProblems(text, language, audience, by)
    return problems.map((wrong) => ({ path: `body.${language}`, ...wrong }))
  })
}

type Wrong = Omit<FieldFault, 'path'>

function wrong(code: ProblemCode, problem: string): Wrong {
  return { problem, told: { code } }
}

function textProblems(
  text: string,
  language: Language,
  audience: Audience,
  by: AudienceBy,
): readonly Wrong[] {
  const read = readTemplate(text)
  if (!read.ok) return [wrong(read.code, read.problem)]
  return [
    ...(OTHER_SCRIPT[language](text) ? [wrong('other-language', 'is in the other language')] : []),
    ...(withoutIdNumbers(text) === text ? [] : [wrong('id-number', 'holds an ID number')]),
    ...placeholdersIn(read.template).flatMap((of) => placeholderProblems(of, audience, by)),
  ]
}

const HAN = /\p{Script=Han}/u
const TIBETAN = /\p{Script=Tibetan}/u
const OTHER_SCRIPT: Readonly<Record<Language, (text: string) => boolean>> = {
  'zh-CN': (text) => TIBETAN.test(text) && !HAN.test(text),
  bo: (text) => HAN.test(text) && !TIBETAN.test(text),
}

// What no family of the audience could have is said before, not once for each of them.
function placeholderProblems(of: Placeholder, audience: Audience, by: AudienceBy): readonly Wrong[] {
  if (of === 'child') {
    return asksOfPersons(audience)
      ? []
      : [wrong('child-needs-persons', '{{child}} needs a programme, a stage or a final year in the audience')]
  }
  if (of === 'county' || of === 'stop') return []
  const programme = audience.programme ?? null
  if (programme === null) return [wrong('needs-programme', `{{${of}}} needs a programme in the audience`)]
  return of === 'sum' && sumOf(programme, toldBy(by)) === null
    ? [wrong('no-sum', '{{sum}} has no value: the plan names no sum for this programme')]
    : []
}
