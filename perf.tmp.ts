import { openSqlite } from './src/storage/sqlite.ts'
import { testServices, importPersonas } from './test/contracts/services.ts'
import { createVault } from './src/privacy/vault.ts'
import { nodeCipher } from './src/runtime/node-cipher.ts'
import { createApp } from './src/app.ts'
import { asProvider } from './src/channels/sms/as-provider.ts'
const base = await testServices(openSqlite('/tmp/perf.db'), {CONTACT_RATE:'1000000'})
const services = {...base, vault: await createVault(new Uint8Array(32).fill(9), undefined, nodeCipher)}
await importPersonas(services)
const app = createApp(services)
const N=3000
for (let r=0;r<3;r++){
const reqs = Array.from({length:N},(_,k)=>asProvider(services.settings,{from:'+86138'+String(10000000+k%1500), text:'娃娃上幼儿园能免多少钱'}))
let t=performance.now()
for (let i=0;i<N;i+=16) await Promise.all(reqs.slice(i,i+16).map(async q=>{const x=await app.fetch(q); if(!x.ok) throw new Error(String(x.status)); await x.text()}))
console.log('webhook us', (performance.now()-t)/N*1000)
}
