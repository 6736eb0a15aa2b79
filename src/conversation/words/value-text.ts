import { isTextKey } from '../../i18n/texts.ts'
import type { FactName } from '../../policy/facts.ts'
import type { Param } from './reply.ts'

/** A fact's value as a family would say it, to be quoted. */
export function valueText(fact: FactName, value: string | number | boolean): Param {
  if (fact === 'household.county' && typeof value === 'string') return { county: value }
  const option = typeof value === 'boolean' ? (value ? 'yes' : 'no') : null
  const key = option === null ? `policy:option.${fact}.${String(value)}` : `policy:option.${option}`
  return isTextKey(key) ? { quoted: { key } } : String(value)
}
