import type { Sender } from '../../outbox/sender.ts'

/** The demo's way out: what leaves stands in the outbox as delivered, and the demo's telephone reads it there. */
export const simulatorSender: Sender = {
  send: ({ id }) => Promise.resolve({ state: 'sent', providerId: `demo-${id}` }),
}
