import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { FAULTS, faultDrill } from '../drills/faults.ts'
import { killedDrill } from '../drills/killed.ts'
import { killedBroadcastDrill } from '../drills/killed-broadcast.ts'
import { seedOf } from '../drills/seed.ts'
import { TELEGRAM_FAULTS, telegramDrill } from '../drills/telegram.ts'

const seed = seedOf(['--seed', process.env['DRILL_SEED'] ?? '20261127'])

/** `npm run drills`, in small, and with the same chances each time; others by `DRILL_SEED`. */
describe(`a broadcast (DRILL_SEED=${seed})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'huixue-drills-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(FAULTS.map((fault) => ({ fault, name: fault.name })))(
    'reaches each telephone once: $name',
    async ({ fault }) => {
      const { sent, lost, doubled } = await faultDrill(folder, fault, 60, seed)
      expect({ sent, lost, doubled }).toEqual({ sent: 60, lost: 0, doubled: 0 })
    },
  )

  it.each(TELEGRAM_FAULTS.map((fault) => ({ fault, name: fault.name, end: fault.end })))(
    'reaches each chat once, and is never repeated where it may have been taken: $name',
    async ({ fault, end }) => {
      const { sent, failed, unknown, lost, doubled } = await telegramDrill(folder, fault, 60)
      const tenth = end === 'sent' ? { sent: 60 } : { sent: 54, [end]: 6 }
      expect({ sent, failed, unknown, lost, doubled }).toEqual({
        failed: 0,
        unknown: 0,
        lost: 0,
        doubled: 0,
        ...tenth,
      })
    },
  )

  it('reaches each telephone once though its process is killed again and again', async () => {
    const killed = await killedDrill(folder, { messages: 600, kills: 3, rate: 300, asks: true, seed })
    expect(killed).toMatchObject({ sent: 600, lost: 0, doubled: 0, kills: 3 })
  })

  it('is sent no message twice where nobody can be asked: what was under way stays unknown', async () => {
    const killed = await killedDrill(folder, { messages: 600, kills: 3, rate: 300, asks: false, seed })
    expect(killed).toMatchObject({ lost: 0, doubled: 0 })
    expect(killed.sent + killed.unknown).toBe(600)
  })

  it('approved by staff reaches each family once though the whole program is killed again and again', async () => {
    const killed = await killedBroadcastDrill(folder, { families: 300, kills: 3, seed })
    expect(killed).toMatchObject({ sent: 300, unknown: 0, lost: 0, doubled: 0, state: 'done', kills: 3 })
  })
})
