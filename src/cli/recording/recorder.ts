import { referenceIn } from '../../conversation/hearing/references.ts'
import type { Outcome } from '../../conversation/turn.ts'
import { daysFrom } from '../../conversation/reckoning/days.ts'
import type { Day } from '../../policy/facts.ts'
import type { Household } from '../../register/household.ts'
import type { Office } from '../../register/office.ts'
import type { Language } from '../../i18n/texts.ts'
import { pagesOf } from './pages.ts'
import { type Trace, traceOf } from './trace.ts'

/** How things stand before the first message: whose telephone it is, and what its county's office entered. */
type Setting = {
  readonly title: string
  readonly today: Day
  readonly households: readonly Household[]
  readonly offices: readonly Office[]
}

/** One message of the live talk, and what came of it. */
type LiveTurn = { readonly text: string; readonly today: Day; readonly outcome: Outcome }

type RecordedTurn = {
  readonly say: Record<Language, string>
  readonly after?: number
  readonly expect: Record<string, unknown>
}

type Recorder = {
  readonly turn: (live: LiveTurn) => void
  /** How the last message is said in this language; false where it was said in it, or nothing was said yet. */
  readonly otherwise: (language: Language, text: string) => boolean
  /** The conversation so far, as the tests play it. A wording that nobody gave is empty, and is not played until it is written. */
  readonly file: () => string
}

/** Records a talk as a conversation that can be played again in both languages. */
export function createRecorder({ title, today, households, offices }: Setting): Recorder {
  const turns: RecordedTurn[] = []
  let day = today
  let reference = ''
  let said: Language = 'zh-CN'
  return {
    turn: ({ text, today: now, outcome }) => {
      const after = daysFrom(day, now)
      said = scriptOf(text) ?? outcome.heard.language
      const sent = outcome.replies.map((reply) => reply.text).join('\n')
      const pages = pagesOf(outcome, sent, { language: said, channel: 'sms' })
      const words = reference === '' ? text : text.replaceAll(reference, '{reference}')
      turns.push({
        say: { 'zh-CN': '', bo: '', [said]: words },
        ...(after > 0 ? { after } : {}),
        expect: {
          ...expectedOf(traceOf(outcome, households, pages)),
          ...answeredIn(outcome, said),
        },
      })
      day = now
      reference = shownIn(pages.join('\n')) ?? reference
    },
    otherwise: (language, text) => {
      const last = turns.at(-1)
      if (last === undefined || language === said) return false
      last.say[language] = reference === '' ? text : text.replaceAll(reference, '{reference}')
      return true
    },
    file: () => `${JSON.stringify({ title, ...settingOf(), turns }, null, 2)}\n`,
  }

  function settingOf() {
    return {
      family: households.length === 0 ? 'stranger' : households.map(withPlainIds),
      ...(offices.length === 0 ? {} : { offices }),
      today,
    }
  }
}

/** What must come again whatever the language: nothing of it is a word of one. */
function expectedOf({ heard, asks, determined, changes, names, clauses }: Trace) {
  const persons = Map.groupBy(determined, ({ person }) => person)
  const outcomes = [...persons].map(([person, of]) => [
    person,
    Object.fromEntries(of.map(({ programme, outcome }) => [programme, outcome])),
  ])
  return {
    ...heard,
    asks,
    ...(outcomes.length === 0 ? {} : { outcomes: Object.fromEntries(outcomes) as unknown }),
    ...(changes.length === 0 ? {} : { changes }),
    ...(clauses.length === 0 ? {} : { citations: clauses }),
    ...(names.length === 0 ? {} : { tells: names }),
  }
}

function answeredIn({ replies, session }: Outcome, said: Language) {
  if (replies.length === 0) return { silent: true }
  if (session.language === null) return { answeredIn: 'both' }
  return session.language === said ? {} : { answeredIn: 'other' }
}

// A number alone is of no language: it is in that of the talk.
function scriptOf(text: string): Language | null {
  if (/\p{Script=Tibetan}/u.test(text)) return 'bo'
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : null
}

// The database's identifiers mean nothing in a file.
function withPlainIds(household: Household, at: number): Household {
  const ids = new Map(household.persons.map(({ id }, place) => [id, `P-${at + 1}-${place + 1}`]))
  const plain = (id: string) => ids.get(id) ?? id
  return {
    ...household,
    id: `H-${at + 1}`,
    persons: household.persons.map((person) => ({ ...person, id: plain(person.id) })),
    ledger: household.ledger.map((entry) => ({ ...entry, person: plain(entry.person) })),
  }
}

function shownIn(words: string): string | null {
  const named = referenceIn(words)
  if (named === null) return null
  const { reference } = named
  const long = `${reference.slice(0, 5)}-${reference.slice(5)}`
  return words.includes(long) ? long : reference
}
