import { type Opened, openNodeServices } from '../runtime/node.ts'
import { parseSettings } from '../settings.ts'

/**
 * The services for a command, from the environment; a command's output is its own, so it logs warnings alone. Faulty
 * settings are listed on stderr and end the process with 1.
 */
export async function openServices(logLevel: 'info' | 'warning' = 'warning'): Promise<Opened> {
  const parsed = parseSettings(process.env)
  if (!parsed.ok) {
    console.error(`The settings are not right:\n${parsed.faults.map((fault) => `  ${fault}`).join('\n')}`)
    process.exit(1)
  }
  return openNodeServices(parsed.settings, logLevel)
}
