import { auditWrite } from '../../audit/entry.ts'
import type { Fault } from '../../fault.ts'
import { COMPLETED, OCCUPATIONS, SCHOOL_PLACES, STAGES } from '../../policy/facts.ts'
import type { Services } from '../../services.ts'
import type { Actor } from '../../staff/actor.ts'
import { isWithin } from '../../staff/area.ts'
import { may } from '../../staff/permissions.ts'
import type { Query } from '../../storage/store.ts'
import { correctionWrites } from './correct.ts'
import { isName, nameWrites } from './correct-name.ts'
import type { Person } from '../household.ts'
import { openName } from '../importing/corrected-name.ts'
import { toText } from '../importing/corrections.ts'
import { loadHousehold } from '../finding/look-up.ts'
import type { PersonField } from '../person-said.ts'
import { isDay } from '../values/day.ts'

/** What each fact of a person may be corrected to, beside unknown; null: a day. */
export const CORRECTABLE = {
  stage: STAGES,
  finalYear: ['1', '0'],
  schoolPlace: SCHOOL_PLACES,
  completed: COMPLETED,
  occupation: OCCUPATIONS,
  birthDate: null,
  sex: ['male', 'female'],
  relation: [
    'head',
    'spouse',
    'child',
    'child-in-law',
    'grandchild',
    'parent',
    'grandparent',
    'sibling',
    'other',
  ],
} as const satisfies Readonly<Record<PersonField, readonly string[] | null>>

export const CORRECTABLE_FIELDS = Object.keys(CORRECTABLE) as readonly PersonField[]

/** What may be corrected of a person: the facts, and the name. */
type CorrectedField = PersonField | 'name'

const FIELDS: readonly CorrectedField[] = ['name', ...CORRECTABLE_FIELDS]

type Texts = Readonly<Partial<Record<CorrectedField, string>>>

export type PersonCorrection = {
  readonly household: string
  readonly person: string
  /** The facts as they are to stand, and as whoever corrects them saw them; empty is unknown. */
  readonly values: Texts
  readonly were: Texts
  readonly why: string
}

type Corrected = { readonly ok: true } | { readonly ok: false; readonly fault: Fault }

/** Of a reason for a correction, in signs. */
export const LONGEST_WHY = 200

/**
 * Puts a person's facts right, all or none, with who did it and why. Faults: forbidden, not-found, invalid (by field),
 * conflict where the record has changed meanwhile.
 */
export async function correctPerson(
  services: Services,
  actor: Actor,
  correction: PersonCorrection,
): Promise<Corrected> {
  const { household: id, person, values, were } = correction
  if (!may(actor, 'register.correct')) return { ok: false, fault: { code: 'forbidden' } }
  const household = await loadHousehold(services, id)
  const isThere = household?.persons.some((one) => one.id === person) === true
  if (household === null || !isThere || !isWithin(actor.area, household))
    return { ok: false, fault: { code: 'not-found' } }
  const why = correction.why.trim()
  const changed = FIELDS.filter(
    (field) => values[field] !== undefined && values[field] !== (were[field] ?? ''),
  )
  const faults = [
    ...(why === '' || why.length > LONGEST_WHY ? ['why'] : []),
    ...(changed.length === 0 ? ['nothing-changed'] : []),
    ...changed.filter((field) => !isAllowed(field, values[field] ?? '')),
  ]
  if (faults.length > 0) {
    const fields = faults.map((path) => ({ path, problem: 'is not right' }))
    return { ok: false, fault: { code: 'invalid', fields } }
  }
  const writes = await Promise.all(
    changed.map((field) => fieldWrites(services, actor, { ...correction, why }, field)),
  )
  if (writes.includes(null)) return { ok: false, fault: { code: 'conflict' } }
  const commit = await services.store.atomically([
    ...writes.flatMap((each) => each ?? []),
    auditWrite(services, actor, {
      action: 'person.correct',
      subject: id,
      place: household,
      detail: { fields: changed.join(' ') },
    }),
  ])
  return commit === 'committed' ? { ok: true } : { ok: false, fault: { code: 'conflict' } }
}

// Null where another name stands meanwhile; another fact undoes the batch.
async function fieldWrites(
  services: Services,
  actor: Actor,
  { household, person, values, were, why }: PersonCorrection,
  field: CorrectedField,
): Promise<readonly Query[] | null> {
  const by = actor.name
  const at = services.clock().toISOString()
  const sealedWhy = await services.vault.seal(why, placeOfWhy(person, field))
  if (field === 'name') {
    const [name, was] = [values.name?.trim() ?? '', were.name ?? '']
    return nameWrites(services, { household, person, name, was, by, at, sealedWhy })
  }
  const [value, was] = [known(values[field]), known(were[field])]
  return correctionWrites({ personId: person, field, value, was, by, at, sealedWhy })
}

/** A fact of a person as a form holds it; empty is unknown. */
export function factText(person: Person, field: PersonField): string {
  return toText(person[field]) ?? ''
}

/** A correction that stands: what the register says in its place, by whom, when, why. */
export type StandingCorrection = {
  readonly person: string
  readonly field: CorrectedField
  readonly registerValue: string | null
  readonly by: string
  readonly at: string
  readonly why: string | null
}

const STANDING = `select c.person_id as person, c.field, c.value, c.register_value as registerValue, c.by, c.at, c.sealed_why as sealedWhy
  from persons p join corrections c on c.person_id = p.id where p.household_id = ?1 order by c.at`

/** The corrections that stand in a household whose record staff are looking at. */
export async function readCorrections(
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  household: string,
): Promise<readonly StandingCorrection[]> {
  type Row = Omit<StandingCorrection, 'why'> & {
    readonly value: string | null
    readonly sealedWhy: string | null
  }
  const rows = await store.rows<Row>(STANDING, [household])
  return Promise.all(
    rows.map(async ({ value, sealedWhy, ...row }) => ({
      ...row,
      registerValue:
        row.field === 'name' && value !== null
          ? (await openName(vault, row.person, value)).register
          : row.registerValue,
      why: sealedWhy === null ? null : await vault.open(sealedWhy, placeOfWhy(row.person, row.field)),
    })),
  )
}

function known(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text
}

function isAllowed(field: CorrectedField, text: string): boolean {
  if (field === 'name') return isName(text.trim())
  if (text === '') return true
  const choices: readonly string[] | null = CORRECTABLE[field]
  return choices === null ? isDay(text) : choices.includes(text)
}

/** What the reason of a correction is bound to. */
export function placeOfWhy(person: string, field: string): string {
  return `corrections/${person}/${field}`
}
