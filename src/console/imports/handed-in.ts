import type { TextKey } from '../../i18n/texts.ts'
import { isWorkbook } from '../../register/reading/table.ts'
import { isDay } from '../../register/values/day.ts'
import { dayOf } from '../../time/clock.ts'
import type { HandedIn } from '../../uploads/keep.ts'
import type { UploadLimits } from '../../uploads/limits.ts'

const SIGNATURE_BYTES = 4

type Refused = { readonly ok: false; readonly words: TextKey; readonly status: 413 | 422 }
type Read = { readonly ok: true; readonly handed: HandedIn } | Refused

/** A form with a file, as it may be kept; else what is wrong with it. */
export async function readHandedIn(form: FormData | null, limits: UploadLimits, now: Date): Promise<Read> {
  const kind = form?.get('kind')
  const file = form?.get('file')
  const takenOn = form?.get('takenOn')
  if ((kind !== 'register' && kind !== 'ledger') || !(file instanceof File) || file.name === '')
    return refused('imports:refused')
  if (file.size === 0) return refused('imports:fault.empty')
  if (file.size > limits.workbook && (await beginsAsWorkbook(file)))
    return { ...refused('imports:workbook-too-large'), status: 413 }
  const day = typeof takenOn === 'string' && takenOn !== '' ? takenOn : null
  // A file of a day to come would pass for newer than every one after it.
  if (day !== null && (!isDay(day) || day > dayOf(now))) return refused('imports:refused-day')
  return { ok: true, handed: { kind, file, takenOn: day } }
}

function refused(words: TextKey): Refused {
  return { ok: false, words, status: 422 }
}

async function beginsAsWorkbook(file: File): Promise<boolean> {
  return isWorkbook(new Uint8Array(await file.slice(0, SIGNATURE_BYTES).arrayBuffer()))
}
