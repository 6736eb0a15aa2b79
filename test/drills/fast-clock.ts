/** Preloaded into the real program, which then lives in a time that goes fast: DRILL_EPOCH and DRILL_SPEED. */
import { DRILL_DAY, fastTime } from './fast-time.ts'

const speed = Number(process.env['DRILL_SPEED'])
const time = fastTime(Number(process.env['DRILL_EPOCH']), speed, DRILL_DAY)

globalThis.Date = new Proxy(Date, {
  construct: (RealDate, args: unknown[], newTarget): object =>
    args.length === 0 ? new RealDate(time.now()) : (Reflect.construct(RealDate, args, newTarget) as object),
  get: (RealDate, name): unknown => (name === 'now' ? time.now : Reflect.get(RealDate, name)),
})
globalThis.setTimeout = new Proxy(setTimeout, {
  apply: (realTimeout, self, [call, milliseconds, ...rest]: unknown[]): unknown =>
    Reflect.apply(realTimeout, self, [call, Number(milliseconds ?? 0) / speed, ...rest]),
})
