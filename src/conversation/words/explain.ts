import type { Determination } from '../../policy/determine.ts'
import type { FactName } from '../../policy/facts.ts'
import { benefitText, isMoney, nameOf } from './benefits.ts'
import { grantedLines, isEligible, only } from './granted.ts'
import { type Case, reasonsBy } from './reasons.ts'
import { laterLines } from './later.ts'
import type { MoneyAsked } from '../hearing/manner/money.ts'
import { nextStep } from './next-step.ts'
import { refusedLines, standingLines } from './refusals.ts'
import { openYears } from './totals.ts'
import { type Line, news, say, type Text } from './reply.ts'

/**
 * The answer for one or several persons, most important first: what spares or brings each of them money, why, and what to
 * do next; what else they get; and what they do not get, and why not. A refusal leads where no money is left to hope for:
 * who asks what it costs is not to read "yes" because of something else. What is `asked` next is not lamented as unknown. `of`: what is asked of money.
 */
export function answerLines(all: readonly Case[], asked: FactName | null, of: MoneyAsked): readonly Line[] {
  const told = new Set<string>()
  const refusedFirst = namedRefused(all, of)
  const first = refusedLines(refusedFirst, told)
  const cases = first.length === 0 ? all : without(all, refusedFirst)
  return [...first, ...otherLines(cases, asked, of, told)]
}

function otherLines(
  cases: readonly Case[],
  asked: FactName | null,
  of: MoneyAsked,
  told: Set<string>,
): readonly Line[] {
  const { sum } = of
  const money = cases.map((one) => only(one, isMoney))
  const others = cases.map((one) => only(one, (determination) => !isMoney(determination)))
  const refused = () => [...refusedLines(cases, told), ...standingLines(cases)]
  const brought = grantedLines(money, told, of)
  const leading = [...brought, ...openLines(money, told, asked)]
  // What comes later is told at once where it is what was asked for: money, and none of it today.
  const hopes =
    leading.length === 0 && money.some(({ later }) => later.length > 0) ? laterLines(cases, told) : []
  if (leading.length === 0 && money.some(({ determinations }) => determinations.length > 0)) {
    const rest = [...grantedLines(others, told), ...openLines(others, told, asked)]
    const ahead = money.flatMap(({ later }) => later.map(({ determination }) => determination))
    const years = sum === 'years' ? openYears(ahead) : []
    if (hopes.length > 0) return [...hopes, ...years, ...rest, ...refused()]
    // Who asks what there still is reads that first.
    return of.as === 'remains' ? [...rest, ...refused()] : [...refused(), ...rest]
  }
  // What to do next follows the money, so that it is not what waits for "more".
  const next = nextLine(cases, asked)
  const [soon, atLast] = brought.length > 0 ? [next, []] : [[], next]
  const granted = [
    ...brought,
    ...soon,
    ...leading.slice(brought.length),
    ...grantedLines(others, told),
    ...priorityLine(cases),
    ...openLines(others, told, asked),
    ...laterLines(cases, told),
  ]
  return [...withFirst(openingOf(of, cases[0]), granted), ...atLast, ...refused()]
}

// Who asks for the fees, and has a loan alone, reads first that the fees are not spared.
function namedRefused(cases: readonly Case[], { named }: MoneyAsked): readonly Case[] {
  const isNamed = ({ kind }: Determination) => kind === named
  const ofNamed = cases.map((one) => only(one, isNamed))
  const isGiven = ofNamed.some(({ determinations }) =>
    determinations.some((one) => one.outcome !== 'ineligible'),
  )
  return named === null || isGiven ? [] : ofNamed
}

function without(cases: readonly Case[], told: readonly Case[]): readonly Case[] {
  const those = new Set(told.flatMap(({ determinations }) => determinations))
  return cases.map((one) => ({
    ...one,
    determinations: one.determinations.filter((each) => !those.has(each)),
  }))
}

function openLines(cases: readonly Case[], told: Set<string>, asked: FactName | null): readonly Line[] {
  return cases.flatMap(({ subject, determinations }) => {
    const open = determinations.filter(({ outcome }) => outcome === 'unknown')
    if (open.length === 0) return []
    const programmes = { list: open.map(({ programme }) => nameOf(programme)) }
    const hopes = open.filter(isMoney).map((one) => say('conversation:answer.if', { text: benefitText(one) }))
    return [
      [
        say('conversation:answer.unknown', { who: subject.who, programmes }),
        ...news(
          open.flatMap((one) => reasonsBy(one, subject, (fact) => fact === null || fact !== asked)),
          told,
        ),
      ],
      ...(hopes.length === 0 ? [] : [hopes]),
    ]
  })
}

function nextLine(cases: readonly Case[], asked: FactName | null): readonly Line[] {
  const [first] = cases
  const granted = cases.flatMap(({ determinations }) => determinations.filter(isEligible))
  if (first === undefined) return []
  // What no question can settle, the office can.
  const isOpen = cases.some(({ determinations }) =>
    determinations.some(({ outcome }) => outcome === 'unknown'),
  )
  if (granted.length === 0)
    return isOpen && asked === null
      ? [[say('conversation:status.whom', { office: first.subject.office })]]
      : []
  return [[nextStep(first.subject, granted)]]
}

// Beside the admissions of which it holds.
function priorityLine(cases: readonly Case[]): readonly Line[] {
  const preferred = cases
    .flatMap(({ determinations }) => determinations.filter(isEligible))
    .filter((one) => one.priority === true)
  const clause = [...new Set(preferred.flatMap(({ citations }) => citations))].join('、')
  return preferred.length === 0 ? [] : [[say('conversation:answer.priority', { clause })]]
}

// A yes is for who asks whether: to who asks what, or how much, it says nothing.
function openingOf({ sum, as, named }: MoneyAsked, first: Case | undefined): Text | null {
  if (!isGranted(first) || sum === 'years') return null
  // A loan is no answer of yes to who asks for the fees.
  const isOfIt = first?.determinations.some((one) => one.kind === named && isEligible(one)) === true
  if (named !== null && !isOfIt) return null
  if (as === 'cost' && isSpared(first)) return SPARED
  return as === 'whether' || as === 'cost' ? YES : null
}

function withFirst(opening: Text | null, lines: readonly Line[]): readonly Line[] {
  const [first, ...rest] = lines
  return opening === null || first === undefined ? lines : [[opening, ...first], ...rest]
}

/** An answer without the yes that it begins with. */
export function withoutYes(lines: readonly Line[]): readonly Line[] {
  return lines.map((line) => line.filter(({ key }) => key !== YES.key && key !== SPARED.key))
}

const YES = say('conversation:answer.yes')
// To who asks what is to be paid "yes" would say that it is.
const SPARED = say('conversation:answer.spared')

function isGranted(one: Case | undefined): boolean {
  if (one === undefined) return false
  const money = one.determinations.filter(isMoney)
  return (money.length > 0 ? money : one.determinations).some(isEligible)
}

function isSpared(one: Case | undefined): boolean {
  return one?.determinations.some((each) => isEligible(each) && each.kind === 'waiver') === true
}
