import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Outcome } from '../../conversation/turn.ts'
import { findHouseholdsByAddress } from '../../register/finding/look-up.ts'
import { OFFICE_COLUMNS, type OfficeRow, toOffice } from '../../register/offices/rows.ts'
import { dayOf } from '../../time/clock.ts'
import type { Services } from '../../services.ts'
import { terminalPhone } from '../terminal-phone.ts'
import { createRecorder } from './recorder.ts'

/** Says a line and gives what is to be shown for it. */
export type Talker = (line: string) => Promise<readonly string[]>

/**
 * A telephone whose talk is written to `file` after every message, so that nothing is lost where it ends abruptly. A line
 * that begins with /bo or /zh tells how the message before is said in that language; it is not sent.
 */
export async function recordChat(services: Services, telephone: string, file: string): Promise<Talker> {
  const households = await findHouseholdsByAddress(services, telephone)
  const counties = households.map(({ county }) => county)
  const recorder = createRecorder({
    title: basename(file, '.json'),
    today: dayOf(services.clock()),
    households,
    offices: await officesIn(services, counties),
  })
  const outcomes: Outcome[] = []
  const say = terminalPhone({ ...services, witness: (outcome) => outcomes.push(outcome) }, telephone)
  save('wx')
  return async (line) => {
    const wording = WORDING.exec(line)
    if (wording !== null) {
      const [, tag = '', words = ''] = wording
      const taken = recorder.otherwise(tag === 'bo' ? 'bo' : 'zh-CN', words.trim())
      save('w')
      return taken ? [] : [`(/${tag}: there is no message before that was said in the other language)`]
    }
    const replies = await say(line)
    const turns = outcomes.splice(0)
    for (const outcome of turns) recorder.turn({ text: line, today: dayOf(services.clock()), outcome })
    save('w')
    const isLinked = turns.some(({ changes }) => changes.some(({ kind }) => kind === 'link'))
    return isLinked ? [...replies, LINKED] : replies
  }

  function save(flag: 'w' | 'wx'): void {
    writeFileSync(file, recorder.file(), { flag })
  }
}

// Whom the telephone is linked to is not in the file: by itself it would come to something else.
const LINKED = '(linked: name whom it is linked to as "register" in the file)'

const WORDING = /^\/(bo|zh)\s+(.+)$/su

/** What the offices of these counties entered; all there is where no county is known, as a stranger may name any. */
async function officesIn({ store }: Services, counties: readonly string[]) {
  const rows = await store.rows<OfficeRow>(`select ${OFFICE_COLUMNS} from offices order by valid_from`)
  return rows.map(toOffice).filter(({ county }) => counties.length === 0 || counties.includes(county))
}
