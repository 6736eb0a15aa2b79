import { invite } from '../console/sign-in/invites.ts'
import { findCounty, isCodeOfGansu } from '../regions/county.ts'
import { areaOf } from '../staff/area.ts'
import { ROLES } from '../staff/permissions.ts'
import { commandArguments, fail } from './arguments.ts'
import { commandActor } from './command-actor.ts'
import { openServices } from './open-services.ts'

const PERSONS = ROLES.filter((role) => role !== 'service')
const USAGE = `usage: npm run staff:create -- USERNAME --name NAME [--role ${PERSONS.join('|')}] [--area CODE|COUNTY] [--township NAME]
       prints a one-time link, good for three days, by which they choose their password`

const { values, positionals } = commandArguments(USAGE, {
  allowPositionals: true,
  options: {
    name: { type: 'string', default: '' },
    role: { type: 'string', default: 'province-administrator' },
    area: { type: 'string', default: '62' },
    township: { type: 'string' },
  },
})
const [username = ''] = positionals
const role = PERSONS.find((one) => one === values.role)
const code = findCounty(values.area)?.code ?? values.area
const area = isCodeOfGansu(code) ? areaOf(code, values.township ?? null) : null
if (role === undefined || area === null) {
  fail(`${role === undefined ? '--role: no such role' : '--area: no such area'}\n${USAGE}`)
}

const { services, close } = await openServices()
const actor = { ...commandActor(), role: 'province-administrator' } as const
const made = await invite(services, actor, { username, name: values.name, role, area })
close()
if (made.ok) {
  console.log(`${services.settings.publicUrl}/console/invite/${made.value}`)
} else {
  for (const { path, problem } of made.fault.fields ?? []) console.error(`${path}: ${problem}`)
  console.error(USAGE)
  process.exitCode = 1
}
