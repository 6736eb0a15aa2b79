import { createVault } from '../../src/privacy/vault.ts'
import { hash, createCipheriv, randomBytes, createSecretKey } from 'node:crypto'
const v = await createVault(new Uint8Array(32).fill(3))
const cpu = (n: string, k: number, f: (i: number) => void) => {
  for (let r = 0; r < 3; r++) {
    const c = process.cpuUsage()
    for (let i = 0; i < k; i++) f(i)
    const d = process.cpuUsage(c)
    console.log(n, ((d.user + d.system) / k).toFixed(2), 'us')
  }
}
cpu('vault.index', 30000, (i) => {
  v.index('person', '6212231002010000' + i)
})
const ipad = Buffer.alloc(64, 0x36 ^ 3),
  opad = Buffer.alloc(96, 0x5c ^ 3)
const inner = Buffer.alloc(512)
ipad.copy(inner)
cpu('hmac by crypto.hash', 30000, (i) => {
  const n = inner.write('person\n6212231002010000' + i, 64)
  const h = hash('sha256', inner.subarray(0, 64 + n), 'buffer')
  h.copy(opad, 64)
  hash('sha256', opad, 'buffer').toString('base64', 0, 15)
})
for (const n of [50, 300]) {
  const t = process.cpuUsage()
  const w = performance.now()
  for (let b = 0; b < 6000 / n; b++)
    await Promise.all(Array.from({ length: n }, (_, i) => v.seal('x'.repeat(600), 'households/' + i)))
  const d = process.cpuUsage(t)
  console.log('seal batch', n, (d.user + d.system) / 6000, 'us cpu', (performance.now() - w) / 6, 'us wall')
}
const key = createSecretKey(Buffer.alloc(32, 1))
cpu('createCipheriv gcm', 20000, (i) => {
  const iv = randomBytes(12)
  const c = createCipheriv('aes-256-gcm', key, iv)
  c.setAAD(Buffer.from('households/' + i))
  Buffer.concat([iv, c.update('x'.repeat(600)), c.final(), c.getAuthTag()]).toString('base64')
})
