import type { Proposal } from '../../amendments/proposal.ts'
import { type Language, type TextKey, textsIn } from '../../i18n/texts.ts'
import type { Effect } from '../../policy/moves.ts'
import { PROGRAMME_IDS } from '../../policy/programme.ts'
import type { PlanForm } from './plan-form.ts'

const TEXTS: Readonly<Partial<Record<Effect, TextKey>>> = {
  gains: 'broadcasts:notice.gains',
  loses: 'broadcasts:notice.loses',
  more: 'broadcasts:notice.sum',
  less: 'broadcasts:notice.sum',
}

/** A form begun as the notice of a decision to those whom it moves so; texts are offered where they can be told in general. */
export function noticeForm(
  form: PlanForm,
  proposal: Proposal,
  { effect, programme }: { readonly effect: Effect; readonly programme: string },
): PlanForm {
  const known = PROGRAMME_IDS.find((id) => id === programme) ?? ''
  const key = known === '' ? undefined : TEXTS[effect]
  return {
    ...form,
    name: proposal.name,
    programme: known,
    change: proposal.id,
    effect,
    zh: key === undefined ? '' : wordsIn('zh-CN', key, proposal),
    bo: key === undefined ? '' : wordsIn('bo', key, proposal),
  }
}

// What differs from family to family stays a placeholder of the broadcast.
function wordsIn(language: Language, key: TextKey, { from, citation }: Proposal): string {
  const say = textsIn(language)
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number)
  return say(key, {
    citation,
    day: say('conversation:day', { year, month, day }),
    child: '{{child}}',
    programme: '{{programme}}',
    sum: '{{sum}}',
    stop: '{{stop}}',
  })
}
