import type { Language } from '../../i18n/texts.ts'
import type { Message, Prepared, SkipReason } from '../prepare.ts'
import { smsLength } from '../texts/sms-length.ts'

/** The message that takes most room, and whose it is; in its text each sign of a name is a ○. */
export type Longest = {
  readonly household: string
  readonly units: number
  readonly segments: number
  readonly text: string
}

/** What the families of one language come to. */
export type Tallied = {
  messages: number
  /** How many SMS take how many segments. */
  readonly bySegments: Map<number, number>
  /** How many SMS are so many UTF-16 units beyond what a segment less would hold. */
  readonly over: Map<number, number>
  /** Those who are reached and would yet be sent nothing, by why. */
  readonly skipped: Map<SkipReason, number>
  longest: Longest | null
}

/** What an audience comes to, as far as its pages were added. */
export type Tally = {
  readonly languages: Map<Language, Tallied>
  /** Those who are reached by nothing, by why: nobody knows in which language. */
  readonly unreached: Map<SkipReason, number>
}

/** To begin with, before any page was added. */
export function emptyTally(): Tally {
  return { languages: new Map(), unreached: new Map() }
}

/** Adds a page to what was added before. */
export function addPage(tally: Tally, { messages, skipped }: Prepared): void {
  for (const { reason, language } of skipped)
    count(language === null ? tally.unreached : ofLanguage(tally, language).skipped, reason)
  for (const message of messages) addMessage(ofLanguage(tally, message.recipient.language), message)
}

function addMessage(tallied: Tallied, { recipient, text }: Message): void {
  const { segments, over } = smsLength(text)
  tallied.messages += 1
  if (text.length > (tallied.longest?.units ?? 0))
    tallied.longest = {
      household: recipient.householdId,
      units: text.length,
      segments,
      text: withoutNames(text, recipient),
    }
  if (recipient.channel !== 'sms') return
  count(tallied.bySegments, segments)
  if (over > 0) count(tallied.over, over)
}

function withoutNames(text: string, { persons }: Message['recipient']): string {
  return persons.reduce((masked, { name }) => {
    const bare = name.replace(/[་༌།\s]+$/u, '')
    return bare === '' ? masked : masked.replaceAll(bare, '○'.repeat(bare.length))
  }, text)
}

function ofLanguage({ languages }: Tally, language: Language): Tallied {
  const known = languages.get(language)
  if (known !== undefined) return known
  const fresh: Tallied = {
    messages: 0,
    bySegments: new Map(),
    over: new Map(),
    skipped: new Map(),
    longest: null,
  }
  languages.set(language, fresh)
  return fresh
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
