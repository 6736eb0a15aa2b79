import { type Language, textsIn } from '../i18n/texts.ts'

/** A sum as staff say it: yuan in words, any other money by its ISO 4217 code. */
export function moneyIn(language: Language, amount: number, currency: string): string {
  return currency === 'CNY' ? textsIn(language)('console:yuan', { amount }) : `${amount} ${currency}`
}
