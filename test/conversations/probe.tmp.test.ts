import { it } from 'vitest'
import { writeFileSync } from 'node:fs'
import { CONVERSATIONS } from './conversation.ts'
import { play } from './play.ts'
import { comesTo, keepsItsPromises } from './promises.ts'
import { RUNS } from './runs.ts'
it('probe', () => {
  const out: string[] = []
  for (const conv of CONVERSATIONS) {
    const runs = RUNS.map((run) => ({ run, played: play(conv, run) }))
    const lines: string[] = []
    for (const { run, played } of runs) for (const one of played) {
      const bad: string[] = []
      try { keepsItsPromises(one, run) } catch (e) { bad.push('PROMISE ' + String(e).slice(0, 300)) }
      try { comesTo(one, one.turn.expect ?? {}, run) } catch (e) { bad.push('EXPECT ' + String(e).slice(0, 420).replace(/\n/g, ' ⏎ ')) }
      if (JSON.stringify(one.trace.changes) !== JSON.stringify(one.turn.expect?.changes ?? [])) bad.push('CHANGES ' + JSON.stringify(one.trace.changes)+ one.said + one.pages.join('⏎').slice(0,200))
      for (const b of bad) lines.push(`  [${run.language} ${run.channel}] ${b}`)
    }
    for (const { run, played } of runs.slice(1)) played.forEach((one, i) => {
      const first = runs[0]!.played[i]!
      for (const k of Object.keys(one.trace) as (keyof typeof one.trace)[])
        if (JSON.stringify(one.trace[k]) !== JSON.stringify(first.trace[k]))
          lines.push(`  DIFF turn ${i} [${run.language} ${run.channel}] ${k}: ${JSON.stringify(first.trace[k]).slice(0, 260)} | ${JSON.stringify(one.trace[k]).slice(0, 260)}`)
    })
    if (lines.length) out.push(conv.file, ...lines)
  }
  writeFileSync('probe.tmp.txt', out.join('\n'))
})
