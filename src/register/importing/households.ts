import type { CellOf, Member } from '../row.ts'
import { type HouseholdSaid, readHousehold } from '../household-said.ts'
import { type PersonSaid, readPerson } from '../person-said.ts'
import type { Warning } from '../reasons.ts'
import type { Vault } from '../../privacy/vault.ts'
import type { NumberIndex } from '../finding/number-index.ts'
import type { Group } from './grouping.ts'

export type SaidMember = {
  readonly member: Member
  readonly personIndex: string
  readonly said: PersonSaid
}

/** A household as the file tells it, its members in the order of their numbers whatever the file's order. */
export type SaidHousehold = {
  readonly householdIndex: string
  readonly number: string
  readonly line: number
  readonly household: HouseholdSaid
  /** All that is said of the household itself, as one text, and its keyed digest: equal texts, equal records. */
  readonly householdText: string
  readonly saidIndex: string
  /** Keyed digest of all that is said of the household and of its members. */
  readonly contentIndex: string
  readonly members: readonly SaidMember[]
}

export type ReadContext = {
  readonly vault: Vault
  readonly index: NumberIndex
  readonly cell: CellOf
  /** The file's known columns, in order, as one text: which they are belongs to what is said. */
  readonly columns: string
  readonly warn: (warning: Warning) => void
}

/** Reads all that a household's rows say. */
export function readGroup(group: Group, { vault, index, cell, columns, warn }: ReadContext): SaidHousehold {
  const members = group
    .map((member) => ({
      member,
      personIndex: index('person', member.personNumber),
      said: readPerson(member, cell, warn),
    }))
    .sort((a, b) => (a.member.personNumber < b.member.personNumber ? -1 : 1))
  const head = members.find(({ said }) => said.relation === 'head')
  const line = Math.min(...members.map(({ member }) => member.line))
  if (head === undefined) warn({ line, column: 'relation', reason: 'household-without-head' })
  const rows = members.map(({ member }) => member)
  const household = readHousehold(head === undefined ? rows : [head.member, ...rows], cell, warn)
  const householdText = JSON.stringify(household)
  const saidIndex = vault.index('content', householdText)
  const content = [columns, saidIndex, ...members.map(textOf)].join('\n')
  const number = rows[0]?.householdNumber ?? ''
  return {
    householdIndex: index('household', number),
    number,
    line,
    household,
    householdText,
    saidIndex,
    contentIndex: vault.index('content', content),
    members,
  }
}

function textOf({ member, said }: SaidMember): string {
  return JSON.stringify([member.personNumber, member.name, member.idNumber?.number, Object.values(said)])
}
