import { importRegister } from '../register/import.ts'
import { sampleLines, type SampleOptions, sampleVillageLines } from '../register/sample/sample.ts'
import { importVillages } from '../register/villages.ts'
import { dayOf } from '../runtime/clock.ts'
import type { Services } from '../services.ts'
import { textSource } from './file-source.ts'
import { gansuPlaces } from './gansu-places.ts'

const HOUSEHOLDS = 300
const SEED = 2015

/** Fills an empty register with the made-up one, by the importers an office uses; does nothing to a register that holds anyone. */
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
}
