import { z } from 'zod'
import { DELIVERY_STATES } from '../../broadcasts/deliveries.ts'
import { STATES } from '../../broadcasts/life/states.ts'

const count = (most: number) => z.string().regex(/^[1-9]\d{0,3}$/, `must be 1 to ${most}`)

/** What `GET /api/v1/broadcasts` may be asked. */
export const BroadcastQuery = z.strictObject({
  state: z.enum(STATES, `must be one of ${STATES.join(', ')}`).optional(),
  after: z
    .string()
    .regex(/^[0-9A-Z]{26}$/, 'must be `next` of the page before')
    .optional(),
  limit: count(100)
    .refine((value) => Number(value) <= 100, 'must be 1 to 100')
    .optional(),
})

/** What `GET /api/v1/broadcasts/:id/deliveries` may be asked. */
export const DeliveryQuery = z.strictObject({
  run: count(9999).optional(),
  state: z.enum(DELIVERY_STATES, `must be one of ${DELIVERY_STATES.join(', ')}`).optional(),
  after: z
    .string()
    .regex(/^[\w/-]{1,100}$/, 'must be `next` of the page before')
    .optional(),
  limit: count(500)
    .refine((value) => Number(value) <= 500, 'must be 1 to 500')
    .optional(),
})
