import { jsonLogicPeer } from './determinations/json-logic.ts'
import { distinctPersons, situationOf, AS_OF } from './determinations/persons.ts'
import { determine } from '../../src/policy/determine.ts'
const rounds = Array.from({length:8},(_, i)=>distinctPersons(10000, i+10, .75))
let k: unknown
for (const ms of rounds) { const t=performance.now(); for (const x of ms) k = determine(x, AS_OF); const dt=performance.now()-t; console.log('ours', Math.round(10000/dt*1000), 'persons/s') }
const js = rounds.map(r=>r.map(situationOf))
for (const ms of js) { const t=performance.now(); for (const x of ms) k = jsonLogicPeer.judge(x as never); const dt=performance.now()-t; console.log('jl', Math.round(10000/dt*1000), 'persons/s') }
void k
