import type { Settings } from '../../settings.ts'
import { asProvider, readTwiml } from '../sms/as-provider.ts'
import { type Measured, measure } from './measure.ts'

/** The application's own `fetch`: what the simulator sends goes through the signed webhook like any provider's. */
export type Deliver = (request: Request) => Promise<Response>

/** Texts from a telephone and gives the answers; none where silence is right. Throws where the webhook refuses. */
export async function send(
  settings: Settings,
  deliver: Deliver,
  telephone: string,
  text: string,
): Promise<readonly Measured[]> {
  const response = await deliver(asProvider(settings, { from: telephone, text }))
  if (!response.ok) throw new Error(`the webhook answered ${response.status}`)
  return readTwiml(await response.text()).map(measure)
}
