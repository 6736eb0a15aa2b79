import type { Fault } from '../../fault.ts'
import { isTextKey, type Language, textsIn } from '../../i18n/texts.ts'
import type { Label } from '../../labelling/sentence.ts'

/** A label as staff read it. */
export function labelWords({ intent, topic }: Label, language: Language): string {
  const say = textsIn(language)
  const words = say(`labelling:intent.${intent}`)
  return topic === null ? words : `${words} · ${say(`policy:topic.${topic}.name`)}`
}

/** Why something was not done. */
export function problemWords({ code, fields = [] }: Fault, language: Language): string {
  const say = textsIn(language)
  const [field] = fields
  const key = `labelling:problem.${field?.path ?? ''}.${field?.problem ?? ''}`
  if (isTextKey(key)) return say(key)
  return say(code === 'malformed' ? 'labelling:report.refused' : 'labelling:gone')
}
