import { approve, refuse, withdraw } from '../amendments/decide.ts'
import { DraftBody, RemarkBody } from '../amendments/draft-body.ts'
import { readEffect } from '../amendments/effect.ts'
import { findProposal, listProposals } from '../amendments/find.ts'
import { PROPOSAL_STATES, type Proposal, type ProposalResult } from '../amendments/proposal.ts'
import { propose } from '../amendments/propose.ts'
import { validate } from '../validate.ts'
import { byToday } from '../determinations/today.ts'
import { bookOn } from '../policy/parameters/book-on.ts'
import { isDay } from '../register/values/day.ts'
import { commandActor } from './command-actor.ts'
import { openServices } from './open-services.ts'
import { print, refusing } from './said.ts'
import { bookLines, effectLines, progressLine, proposalLine, proposalLines } from './policy-lines.ts'
import { draftFrom, readArguments } from './policy-options.ts'

const PAGE = 100

const fail = refusing('proposal')

const { command, id, values } = readArguments()
const { services, close } = await openServices()
const actor = commandActor(values.by)
try {
  await run()
} finally {
  close()
}

async function run(): Promise<void> {
  switch (command) {
    case 'book':
      return book()
    case 'list':
      return list()
    case 'show':
      return withProposal(async (proposal) => print(proposalLines(proposal)))
    case 'effect':
      return withProposal(effect)
    case 'propose': {
      const draft = validate(DraftBody, draftFrom(values))
      return draft.ok ? stood(await propose(services, actor, draft.value)) : fail(draft.fault)
    }
    case 'approve':
      return stood(await approve(services, actor, id))
    case 'refuse':
    case 'withdraw': {
      const body = validate(RemarkBody, { remark: values.why })
      if (!body.ok)
        return fail({ code: 'invalid', fields: [{ path: '--why', problem: 'must not be empty' }] })
      const decide = command === 'refuse' ? refuse : withdraw
      return stood(await decide(services, actor, id, body.value.remark))
    }
  }
}

async function book(): Promise<void> {
  const by = await byToday(services)
  if (values.day !== undefined && !isDay(values.day))
    return fail({ code: 'invalid', fields: [{ path: '--day', problem: 'must be a day such as 2027-09-01' }] })
  print(bookLines(bookOn(by.book, values.day ?? by.day)))
}

async function list(): Promise<void> {
  const state = PROPOSAL_STATES.find((known) => known === values.state) ?? null
  if (values.state !== undefined && state === null) {
    const problem = `must be one of ${PROPOSAL_STATES.join(', ')}`
    return fail({ code: 'invalid', fields: [{ path: '--state', problem }] })
  }
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listProposals>> = await listProposals(services.store, {
      state,
      after,
      limit: PAGE,
    })
    print(page.proposals.map(proposalLine))
    after = page.next
  } while (after !== null)
}

// A large register is worked out in steps: each is told of.
async function effect(proposal: Proposal): Promise<void> {
  for (;;) {
    const read = await readEffect(services, actor, proposal)
    if (read.progress.finishedAt !== null) return print(effectLines(read))
    print([progressLine(read.progress)])
  }
}

async function withProposal(use: (proposal: Proposal) => Promise<void>): Promise<void> {
  const proposal = await findProposal(services.store, id)
  if (proposal === null) return fail({ code: 'not-found' })
  await use(proposal)
}

function stood(result: ProposalResult): void {
  if (result.ok) print(proposalLines(result.value))
  else fail(result.fault)
}
