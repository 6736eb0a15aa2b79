import { receive } from '../../src/inbox/receive.ts'
import type { Services } from '../../src/services.ts'
import { openSqlite } from '../../src/storage/sqlite.ts'
import { testServices } from '../contracts/services.ts'
import { importFamilies, proofOf, wrongProofOf } from '../linking/register.ts'

/** Every household's adults are of one age and are called by number; a common name stands in fifty households. */
const HOUSEHOLDS = 200
const COMMON = 50

const DIGITS = '甲乙丙丁戊己庚辛壬癸'

export function fatherOf(household: number) {
  return { name: `王${named(household)}`, birthDate: '1984-05-02', serial: household }
}

export function motherOf(household: number) {
  const name = household < COMMON ? '李秀英英' : `李${named(household)}`
  return { name, birthDate: '1986-03-04', serial: household, relation: '配偶' as const }
}

export function childOf(household: number) {
  return {
    name: `孙${named(household)}`,
    birthDate: '2019-03-04',
    serial: household,
    relation: '之子' as const,
  }
}

function named(household: number): string {
  return Array.from(String(household).padStart(3, '0'), (digit) => DIGITS[Number(digit)] ?? '').join('')
}

/** A register to be attacked, with the limit of messages a minute out of the way: the limits of linking must hold alone. */
export async function attacked(): Promise<Services> {
  const services = await testServices(openSqlite(':memory:'), { CONTACT_RATE: '1000000' })
  await importFamilies(
    services,
    Array.from({ length: HOUSEHOLDS }, (_, at) => ({
      telephone: `1290000${String(at).padStart(4, '0')}`,
      persons: [fatherOf(at), motherOf(at), childOf(at)],
    })),
  )
  return services
}

let sent = 0

/** One message, and all that is answered to it. */
export async function tell(services: Services, address: string, text: string): Promise<string> {
  sent += 1
  const providerId = `SM${String(sent).padStart(32, '0')}`
  const { replies } = await receive(services, { channel: 'sms', address, providerId, text, media: false })
  return replies.map((reply) => reply.text).join('\n')
}

export function contact(at: number): string {
  return `+86127${String(at).padStart(8, '0')}`
}

/** Who guesses what, one after the other. After its wrong guesses every one is right, and must learn nothing by it. */
export const ATTACKS = {
  'one contact at one household': (guess: number) => ({
    from: contact(1),
    text: guess < 5 ? wrongProofOf(fatherOf(1), guess + 1) : proofOf(fatherOf(1)),
  }),
  'one contact at every household': (guess: number) => ({
    from: contact(2),
    text: guess < 5 ? wrongProofOf(fatherOf(2 + guess)) : proofOf(fatherOf(guess % HOUSEHOLDS)),
  }),
  'each guess from another contact, at one household by both its adults': (guess: number) => {
    const adult = guess % 2 === 0 ? fatherOf(120) : motherOf(120)
    return { from: contact(1000 + guess), text: guess < 5 ? wrongProofOf(adult, guess + 1) : proofOf(adult) }
  },
  'each guess from another contact, at one name over all days of a month': (guess: number) => ({
    from: contact(20_000 + guess),
    text:
      guess < 155
        ? wrongProofOf(fatherOf(60), 1 + (guess % 5) + Math.floor(guess / 5) * 1000)
        : proofOf(fatherOf(60)),
  }),
} as const satisfies Record<string, (guess: number) => { from: string; text: string }>

export type Attacked = { readonly answers: ReadonlySet<string>; readonly links: number }

/** What an attack of so many guesses learned: all answers, each once, and the links that it made. */
export async function attack(
  services: Services,
  guessOf: (guess: number) => { readonly from: string; readonly text: string },
  guesses: number,
): Promise<Attacked> {
  const answers = new Set<string>()
  for (let guess = 0; guess < guesses; guess++) {
    const { from, text } = guessOf(guess)
    answers.add(await tell(services, from, text))
  }
  const [row] = await services.store.rows<{ n: number }>('select count(*) as n from contact_households')
  return { answers, links: row?.n ?? 0 }
}
