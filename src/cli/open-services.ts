import { KEY_FAULT, keyFits } from '../runtime/key-fits.ts'
import { type Opened, openNodeServices } from '../runtime/node.ts'
import { parseSettings, type Settings } from '../settings.ts'

/** The services for a command, from the environment; a command's output is its own, so it logs warnings alone. */
export async function openServices(): Promise<Opened> {
  const opened = await openNodeServices(readSettings(), 'warning')
  if (!(await keyFits(opened.services))) endWith([KEY_FAULT])
  return opened
}

/** The settings, from the environment. Faulty ones are listed on stderr and end the process with 1. */
export function readSettings(): Settings {
  const parsed = parseSettings(process.env)
  return parsed.ok ? parsed.settings : endWith(parsed.faults)
}

/** Ends the process: the settings are not right. */
export function endWith(faults: readonly string[]): never {
  console.error(`The settings are not right:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
  process.exit(1)
}
