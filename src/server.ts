import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { createApp } from './app.ts'
import { loadDemoRegister } from './cli/demo-register.ts'
import { openServices } from './cli/open-services.ts'

const { services, close } = await openServices()
const { settings, log } = services
if (settings.demo) await loadDemoRegister(services)

const app = new Hono()
app.use('/assets/*', serveStatic({ root: './dist' }))
app.route('/', createApp(services))

const server = serve({ fetch: app.fetch, port: settings.port }, ({ port }) => {
  log.info('listening', { port, demo: settings.demo })
  if (settings.demo) process.stdout.write(welcome(settings.port === 0 ? `http://localhost:${port}` : settings.publicUrl))
})

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop)

function stop(): void {
  server.close(() => {
    close()
    process.exit(0)
  })
}

function welcome(url: string): string {
  return [
    '',
    '惠学 Huixue · སློབ་ཕན — demo, with a made-up register',
    `  telephone   ${url}/`,
    `  API         ${url}/docs`,
    `  SMS webhook ${url}/webhooks/sms`,
    '',
    '',
  ].join('\n')
}
