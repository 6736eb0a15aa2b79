import { beforeAll, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { referenceIn } from '../../src/conversation/hearing/references.ts'
import { receive } from '../../src/inbox/receive.ts'
import { type Conversation, CONVERSATIONS } from '../conversations/conversation.ts'
import { householdsOf } from '../conversations/families.ts'
import { play } from '../conversations/play.ts'
import { type Run, RUNS } from '../conversations/runs.ts'
import { TODAY } from '../conversation/households.ts'
import { officesOf } from '../conversation/offices.ts'
import { ofOlderRelease } from '../conversation/talk.ts'
import { wordsOf } from '../conversation/words.ts'
import { statement } from '../../src/storage/store.ts'
import { recordHouseholds, recordOffices } from './recorded.ts'
import { testServices } from './services.ts'

type TestServices = Awaited<ReturnType<typeof testServices>>

/** Links have contracts of their own; their proofs need ID numbers on record. */
const hosted = CONVERSATIONS.filter(
  ({ register, undoable, turns }) =>
    register === undefined && undoable !== true && turns.every(({ shares }) => shares === undefined),
)
// Two of five of these are more than a third of all.
const third = hosted.filter((_, at) => at % 5 < 2)
const byOffices = Map.groupBy(third, ({ offices = 'none' }) => offices)

describe.each([...byOffices])(`conversations on ${PLATFORM}, offices: %s,`, (offices, conversations) => {
  let services: TestServices
  beforeAll(async () => {
    services = await hostWith(offices)
  })

  it.each(conversations)('$title ($file)', async (conversation) => {
    for (const [at, run] of RUNS.entries()) {
      const heard = await host(services, conversation, run, `${conversation.file}-${at}`)
      expect(heard).toEqual(
        play(conversation, run).map(({ outcome }) => withoutReference(wordsOf(outcome.replies))),
      )
    }
  })
})

it('a third of the conversations are played through the real inbox', () => {
  expect(third.length).toBeGreaterThanOrEqual(CONVERSATIONS.length / 3)
})

async function hostWith(offices: NonNullable<Conversation['offices']>): Promise<TestServices> {
  const services = await testServices(await openTestStore(), { CONTACT_RATE: '1000' })
  await recordOffices(services, officesOf(offices))
  return services
}

/** Plays a conversation as its channel would bring it: every turn loads, unseals, decides, seals and commits. */
async function host(
  services: TestServices,
  { family, today = TODAY, turns }: Conversation,
  { language, channel }: Run,
  copy: string,
): Promise<readonly string[]> {
  const telephone = `+86129${copy}`
  await recordHouseholds(services, householdsOf(family), { telephone, copy })
  let day = Date.parse(`${today}T04:00:00Z`)
  let reference = ''
  const answers: string[] = []
  for (const [at, turn] of turns.entries()) {
    day += (turn.after ?? 0) * 86_400_000
    if (turn.olderRelease === true) await storeAsOlderRelease(services, telephone)
    const text = turn.say[language].replaceAll('{reference}', reference)
    const { replies } = await receive(
      { ...services, clock: () => new Date(day) },
      { channel, address: telephone, providerId: `${copy}-${at}`, text, media: turn.media === true },
    )
    const words = wordsOf(replies)
    reference = referenceIn(words)?.reference ?? reference
    answers.push(withoutReference(words))
  }
  return answers
}

async function storeAsOlderRelease({ store, vault }: TestServices, telephone: string): Promise<void> {
  const [row] = await store.rows<{ id: string; sealed: string }>(
    'select contact_id as id, s.sealed from sessions s join contacts c on c.id = contact_id where address_index = ?1',
    [vault.index('address', telephone)],
  )
  if (row === undefined) throw new Error('no session to be of an older release')
  const place = `sessions/${row.id}`
  const older = await vault.seal(ofOlderRelease(await vault.open(row.sealed, place)), place)
  await store.atomically([
    statement('update sessions set sealed = ?2 where contact_id = ?1', [row.id, older]),
  ])
}

// References are drawn anew by each host.
function withoutReference(words: string): string {
  const named = referenceIn(words)
  if (named === null) return words
  const { reference } = named
  return words.replaceAll(`${reference.slice(0, 5)}-${reference.slice(5)}`, '…').replaceAll(reference, '…')
}
