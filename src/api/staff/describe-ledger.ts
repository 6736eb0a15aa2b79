import { LEDGER_FILTERS } from '../../audiences/ledger-filter.ts'
import { PROGRAMME_IDS } from '../../policy/programme.ts'

/** What the description needs from the document it stands in. */
type Parts = {
  readonly schema: (id: string) => { readonly $ref: string }
  readonly problems: (statuses: readonly string[]) => object
}

const LINE = {
  county: '621223',
  township: '城关镇',
  household: '01K9ZQ4T3M8V6J2R5W7X9Y1A3C',
  person: '01K9ZQ4T3M8V6J2R5W7X9Y1A3D',
  programme: 'secondary-vocational-grant',
  outcome: 'eligible',
  schoolYear: 2026,
  state: 'applied',
  toldOn: '2026-09-02',
  appliedOn: '2026-09-05',
  grantedOn: null,
  paidOn: null,
  refusedOn: null,
  grantedAmount: null,
  paidAmount: null,
}

/** The ledger's part of the OpenAPI description. */
export function describeLedger({ schema, problems }: Parts): object {
  const query = (name: string, description: string, of: object, required = false) => ({
    name,
    in: 'query',
    required,
    description,
    schema: of,
  })
  const example = { day: '2026-11-18', lines: [LINE], next: null, notCurrent: 0 }
  return {
    '/api/v1/ledger': {
      get: {
        operationId: 'listLedger',
        tags: ['ledger'],
        security: [{ staff: [] }],
        summary: 'Who qualifies for what today, and what came of it in this school year',
        parameters: [
          query('county', 'GB/T 2260 code: a county, a prefecture, or 62.', { type: 'string' }, true),
          query('township', 'Of the county, as the register writes it.', { type: 'string' }),
          query('programme', 'Of one programme alone.', { type: 'string', enum: PROGRAMME_IDS }),
          query(
            'state',
            '`none`: nothing known at all; `told` to `refused`: where it stands; `not-applied`: `none` or `told`; `not-received`: nothing was paid.',
            { type: 'string', enum: LEDGER_FILTERS },
          ),
          query('after', '`next` of the page before.', { type: 'string' }),
          query('limit', 'Lines a page.', { type: 'integer', minimum: 1, maximum: 500, default: 100 }),
        ],
        responses: {
          '200': {
            description: 'One page',
            content: { 'application/json': { schema: schema('StaffLedger'), example } },
          },
          ...problems(['401', '422', '429']),
        },
      },
    },
  }
}
