/** `npx tsx test/drills/linking-attack.ts [GUESSES]`: linking attacked, what it learned, and whether its time tells anything. */
import { parseArgs } from 'node:util'
import { proofOf, wrongProofOf } from '../linking/register.ts'
import { ATTACKS, attack, attacked, childOf, contact, fatherOf, motherOf, tell } from './attack.ts'
import { mannWhitney } from './mann-whitney.ts'

const { positionals } = parseArgs({ allowPositionals: true })
const guesses = Number(positionals[0] ?? '10000')
if (!Number.isInteger(guesses) || guesses < 100) throw new Error('GUESSES: a number of at least 100')

for (const [name, guessOf] of Object.entries(ATTACKS)) {
  const { answers, links } = await attack(await attacked(), guessOf, guesses)
  console.log(`${name}: ${guesses} guesses, ${answers.size} answer(s), ${links} link(s)`)
  if (answers.size !== 1 || links !== 0) process.exitCode = 1
}

/** Every way in which a guess links nothing. Household 3 was tried for too often; the spent have had their five. */
const KINDS = {
  'a wrong number': (at: number) => wrongProofOf(fatherOf(100 + (at % 100)), at % 9000),
  // As long and as varied as the names above: they differ in this alone, that nobody bears them.
  'a name that nobody has': (at: number) => wrongProofOf(fatherOf(5100 + (at % 100)), at % 9000),
  'a common name': (at: number) => wrongProofOf(motherOf(1), 1 + (at % 9000)),
  'a child': (at: number) => proofOf(childOf(at % 100)),
  'right, household spent': () => proofOf(fatherOf(3)),
  'right, contact spent': (at: number) => proofOf(fatherOf(20 + (at % 60))),
} as const satisfies Record<string, (at: number) => string>
type Kind = keyof typeof KINDS

const services = await attacked()
for (let at = 1; at <= 6; at++) await tell(services, contact(900 + at), wrongProofOf(fatherOf(3), at))
const names = Object.keys(KINDS) as Kind[]
const times = new Map(names.map((name) => [name, [] as number[]]))
const answers = new Set<string>()
for (let at = 0; at < Math.ceil(guesses / names.length); at++)
  for (const [order, kind] of shuffled(names).entries()) {
    const from = contact(100_000 + at * 10 + order)
    // All have written five messages before; of the spent ones' the first was a try too.
    await tell(services, from, kind === 'right, contact spent' ? wrongProofOf(fatherOf(199)) : '绑定')
    for (let before = 1; before <= 4; before++)
      await tell(services, from, wrongProofOf(fatherOf(199), before))
    const begun = performance.now()
    answers.add(await tell(services, from, KINDS[kind](at)))
    times.get(kind)?.push(performance.now() - begun)
  }

console.log(
  `\n${answers.size} answer(s) to all of these; times in ms, each kind against the first by Mann–Whitney:`,
)
const [measure = 'a wrong number'] = names
const against = times.get(measure) ?? []
for (const [kind, own] of times) {
  const { u, z, p, auc } = mannWhitney(own, against)
  const [low, middle, high] = [0.1, 0.5, 0.9].map((share) => quantile(own, share).toFixed(3))
  console.log(
    `${kind.padEnd(24)} n=${own.length} p10=${low} median=${middle} p90=${high}  U=${u} z=${z.toFixed(2)} p=${p.toFixed(3)} AUC=${auc.toFixed(3)}`,
  )
}
if (answers.size !== 1) process.exitCode = 1

function shuffled<T>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => ({ item, key: Math.random() }))
    .toSorted((one, other) => one.key - other.key)
    .map(({ item }) => item)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(share * sorted.length)] ?? Number.NaN
}
