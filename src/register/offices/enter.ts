import { auditWrite } from '../../audit/entry.ts'
import type { Fault } from '../../fault.ts'
import type { Services } from '../../services.ts'
import type { Actor } from '../../staff/actor.ts'
import { isWithin } from '../../staff/area.ts'
import { may } from '../../staff/permissions.ts'
import type { Source } from '../reading/rows.ts'
import { readCounty } from '../values/county.ts'
import { OFFICE_HEADERS, type OfficeColumn } from './columns.ts'
import { importOffices, type RefusedOffice } from './import.ts'

/** One entry as staff write it in a form: the same words as in a table's cells. */
export type OfficeForm = Readonly<Partial<Record<OfficeColumn, string>>>

type Entered =
  | { readonly ok: true }
  | { readonly ok: false; readonly fault: Fault; readonly refused: RefusedOffice | null }

/**
 * Enters what a county's office tells of how to apply. A form is read as a table of one row: what a file may say, a form
 * may, and no more. Faults: forbidden, not-found (a county beyond the actor's area), invalid with the column and why.
 */
export async function enterOffice(services: Services, actor: Actor, form: OfficeForm): Promise<Entered> {
  if (!may(actor, 'offices.write')) return { ok: false, fault: { code: 'forbidden' }, refused: null }
  const county = readCounty(form.county ?? '')
  if (county === null || actor.area.township !== null || !isWithin(actor.area, { county }))
    return { ok: false, fault: { code: 'not-found' }, refused: null }
  let refused: RefusedOffice | null = null
  const programme = form.programme ?? ''
  const audited = { action: 'office.enter', subject: county, place: { county }, detail: { programme } }
  const result = await importOffices(services, tableOf(services.ids(), form), {
    by: actor.name,
    beside: [auditWrite(services, actor, audited)],
    refused: (one) => {
      refused = one
    },
  })
  if (!result.ok || refused !== null) return { ok: false, fault: { code: 'invalid' }, refused }
  return { ok: true }
}

function tableOf(id: string, form: OfficeForm): Source {
  const columns = Object.values(OFFICE_HEADERS).map(([usual]) => usual)
  const cells = columnNames().map((column) => form[column]?.trim() ?? '')
  const lines = [columns, cells].map((row) => row.map(quoted).join(','))
  const bytes = new TextEncoder().encode(`${lines.join('\r\n')}\r\n`)
  return {
    name: 'console',
    digest: id,
    async *open() {
      yield bytes
    },
  }
}

// In the order of their headers.
function columnNames(): readonly OfficeColumn[] {
  return Object.keys(OFFICE_HEADERS) as OfficeColumn[]
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}
