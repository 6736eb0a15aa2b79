import { openTestStore } from './test/contracts/platform-node.ts'
import { testServices, importPersonas } from './test/contracts/services.ts'
import { receive } from './src/inbox/receive.ts'
import { segments } from './src/conversation/segments.ts'
const services = await testServices(await openTestStore(), {CONTACT_RATE:'1000'})
await importPersonas(services)
let n=0
for (const line of process.argv.slice(2)) {
  const [who, ...texts] = line.split('|')
  console.log('=====', who)
  for (const t of texts) {
    console.log('>', t)
    const r = await receive(services, {channel:'sms', address: '+861290000'+who, providerId:'x'+n++, text:t, media:false})
    for (const x of r.replies) console.log('   ', JSON.stringify(x).slice(1,-1).replaceAll('\\n','\n     '))
  }
}
