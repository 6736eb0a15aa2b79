import { importRegister } from '../register/import.ts'
import { importLedger } from '../register/ledger/import.ts'
import { importOffices } from '../register/offices/import.ts'
import { PERSONAS } from '../register/sample/personas.ts'
import {
  sampleHouseholds,
  sampleLines,
  type SampleOptions,
  sampleVillageLines,
} from '../register/sample/sample.ts'
import { importVillages } from '../register/villages.ts'
import { dayOf } from '../time/clock.ts'
import type { Services } from '../services.ts'
import { demoLedgerLines, demoOfficeLines } from './demo-entries.ts'
import { textSource } from './file-source.ts'
import { gansuPlaces } from './gansu-places.ts'

const HOUSEHOLDS = 300
const SEED = 2015

/** Fills an empty register with the made-up one, and what its offices entered, by the importers an office uses; does nothing to a register that holds anyone. */
export async function loadDemoRegister(services: Services): Promise<void> {
  const held = await services.store.rows('select 1 from households limit 1')
  if (held.length > 0) return
  const takenOn = dayOf(services.clock())
  const options: SampleOptions = {
    households: HOUSEHOLDS,
    seed: SEED,
    takenOn,
    places: gansuPlaces(),
    faults: 'none',
  }
  const by = 'demo'
  const register = textSource('demo-register.csv', () => sampleLines(options))
  const villages = textSource('demo-villages.csv', () => sampleVillageLines(options.places))
  await importVillages(services, villages, { by, villageOfCode: () => null })
  await importRegister(services, register, { by, takenOn })
  const personas = [...sampleHouseholds({ ...options, households: PERSONAS.length })]
  const offices = textSource('demo-offices.csv', () => demoOfficeLines(takenOn))
  const ledger = textSource('demo-ledger.csv', () => demoLedgerLines(takenOn, personas))
  await importOffices(services, offices, { by })
  await importLedger(services, ledger, { by })
}
