import type { Broadcast } from '../broadcasts/broadcast.ts'
import type { DeliveryLine } from '../broadcasts/deliveries.ts'
import type { Estimate } from '../broadcasts/estimate/estimate.ts'
import type { BroadcastRead } from '../broadcasts/read.ts'

/** What a broadcast would come to, a line each. */
export function estimateLines(estimate: Estimate): readonly string[] {
  const { size, messages, segments, cost, channels, languages, skipped, isExact } = estimate
  const price = cost === null ? 'SMS_PRICE is not set' : `${cost.amount} ${cost.currency}`
  return [
    `${messages} messages of ${size} in the audience${isExact ? '' : ' (by a sample of each language)'}: ${listed(channels)}`,
    `${segments} SMS segments: ${price}`,
    ...Object.entries(languages).flatMap(([language, one]) => [
      `  ${language}: ${one.messages} messages, ${one.segments} segments (${bySegments(one.bySegments)})`,
      ...(one.withoutText > 0 ? [`    ${one.withoutText} families read it, and there is no text in it`] : []),
      ...(one.longest === null
        ? []
        : [`    longest: ${one.longest.units} signs, ${one.longest.segments} segments: ${one.longest.text}`]),
      ...(one.shorten === null
        ? []
        : [`    ${one.shorten.signs} signs fewer would spare ${one.shorten.messages} segments`]),
      ...one.costlySigns.map(
        ({ sign, instead, spares }) =>
          `    ${JSON.stringify(sign)} as ${JSON.stringify(instead)} would spare ${spares} signs`,
      ),
      ...(one.unicodeSigns.length === 0
        ? []
        : [`    for ${one.unicodeSigns.join(' ')} alone it costs as much as Chinese`]),
    ]),
    ...(Object.keys(skipped).length === 0 ? [] : [`skipped: ${listed(skipped)}`]),
  ]
}

/** A broadcast in a list. */
export function listLine({ id, state, name, audience, sendAt }: Broadcast): string {
  return [id, state, audience.county, sendAt ?? 'at once', name].join('  ')
}

/** A broadcast and where it stands. */
export function standLines(read: BroadcastRead): readonly string[] {
  const { broadcast, run, skippedBecause } = read
  const { writers, approvedBy, repeat, body, estimate } = broadcast
  return [
    listLine(broadcast),
    `written by ${writers.join(', ')}${approvedBy === null ? '' : `, approved by ${approvedBy}`}`,
    ...(repeat === null ? [] : [`every ${repeat.every} until ${repeat.until}`]),
    ...Object.entries(body).map(([language, text]) => `${language}: ${text}`),
    ...(run === null ? estimateLines(estimate) : [`run ${run.number}, due ${run.dueAt}`, progressLine(read)]),
    ...(Object.keys(skippedBecause).length === 0 ? [] : [`skipped: ${listed(skippedBecause)}`]),
  ]
}

/** How a run goes on, as counts, rate and time left. */
export function progressLine({ broadcast: { state }, counts, progress }: BroadcastRead): string {
  const pace = progress?.perSecond == null ? [] : [`${progress.perSecond.toFixed(1)}/s`]
  const left = progress?.secondsLeft == null ? [] : [`${duration(progress.secondsLeft)} left`]
  const quiet = progress?.quietUntil == null ? [] : [`quiet until ${progress.quietUntil}`]
  return [state, listed(counts), ...pace, ...left, ...quiet].join('; ')
}

/** A line of a run. */
export function deliveryLine({ key, language, channel, state, code, at }: DeliveryLine): string {
  return [key, state, code ?? '-', language ?? '-', channel ?? '-', at ?? '-'].join('  ')
}

function listed(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')
}

function bySegments(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([segments, count]) => `${count} of ${segments}`)
    .join(', ')
}

function duration(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  if (minutes === 0) return `${seconds} s`
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
