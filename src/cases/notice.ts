import type { CaseOutcome } from '../conversation/case.ts'
import { withoutIdNumbers } from '../conversation/hearing/mask.ts'
import { shownReference } from '../conversation/hearing/references.ts'
import { SMS_SEGMENTS } from '../conversation/rendering/render.ts'
import { segmentsOf } from '../conversation/rendering/segments.ts'
import type { FieldFault } from '../fault.ts'
import { LANGUAGES, type Language, textsIn } from '../i18n/texts.ts'
import { isUnfilled } from './prepared.ts'
import type { Recipient } from './recipients.ts'

/** What staff wrote for a family, in one language or both. */
export type StaffText = Readonly<Partial<Record<Language, string>>>

/** What a family is sent of staff's answer in its open case. */
export function replyNotice({ language, reference }: Recipient, text: string): string {
  const words = textsIn(language)
  const shown = { reference: shownReference(reference) }
  return [words('conversation:case.reply', shown), text, words('conversation:case.reply.answer', shown)].join(
    '\n',
  )
}

/** What a family is sent once its case is settled; staff's own words stand below the outcome. */
export function settledNotice(
  { language, reference }: Recipient,
  outcome: CaseOutcome,
  text?: string,
): string {
  const words = textsIn(language)
  return [
    words('conversation:case.settled', { reference: shownReference(reference) }),
    words(`conversation:case.outcome.${outcome}`),
    ...(text === undefined ? [] : [words('conversation:case.note', { text })]),
    words('conversation:case.unsettled', { unsettled: words('conversation:word.unsettled') }),
  ].join('\n')
}

/** What is wrong with staff's text for these families: a language one of them reads is missing, a place not filled in, a number, a length. */
export function textFaults(
  text: StaffText,
  recipients: readonly Recipient[],
  noticeOf: (recipient: Recipient, text: string) => string,
): readonly FieldFault[] {
  return LANGUAGES.flatMap((language): readonly FieldFault[] => {
    const path = `text.${language}`
    const readers = recipients.filter((recipient) => recipient.language === language)
    const given = text[language]
    if (given === undefined)
      return readers.length === 0
        ? []
        : [
            {
              path,
              problem: `is missing, and the family reads ${NAMES[language]}`,
              told: { code: 'family-reads-it' },
            },
          ]
    if (isUnfilled(given))
      return [{ path, problem: 'holds a place that is not filled in', told: { code: 'not-filled-in' } }]
    if (withoutIdNumbers(given) !== given)
      return [{ path, problem: 'holds an ID number', told: { code: 'id-number' } }]
    const most = SMS_SEGMENTS[language].many
    const isTooLong = readers.some((reader) => segmentsOf(noticeOf(reader, given)) > most)
    return isTooLong
      ? [
          {
            path,
            problem: `is too long: the message may take ${most} segments`,
            told: { code: 'too-many-segments', params: { most } },
          },
        ]
      : []
  })
}

const NAMES: Readonly<Record<Language, string>> = { 'zh-CN': 'Chinese', bo: 'Tibetan' }
