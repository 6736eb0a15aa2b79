import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { clientAddress, type NodeBindings, networkOf } from '../../src/http/client-address.ts'

describe('a network', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:0001:2::6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['none', 'none'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})

describe('the address of who asks', () => {
  const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })
  const app = (behindProxy: boolean) =>
    new Hono<{ Bindings: NodeBindings }>().get('/', (c) =>
      c.text(clientAddress(c, { behindProxy }) ?? 'none'),
    )

  it.each([
    ['the socket’s', false, {}, from('203.0.113.9'), '203.0.113.9'],
    ['the socket’s, whatever headers claim', false, { 'x-forwarded-for': '1.1.1.1' }, from('::1'), '::1'],
    ['not Cloudflare’s word on Node', false, { 'cf-connecting-ip': '1.1.1.1' }, from('::1'), '::1'],
    [
      'what the proxy before us tells',
      true,
      { 'x-forwarded-for': '203.0.113.9' },
      from('::1'),
      '203.0.113.9',
    ],
    [
      'what it tells itself, not what it was told',
      true,
      { 'x-forwarded-for': '1.1.1.1, 203.0.113.9' },
      from('::1'),
      '203.0.113.9',
    ],
    ['the proxy’s own where it tells nothing', true, {}, from('::1'), '::1'],
    [
      'Cloudflare’s word where there is no socket',
      false,
      { 'cf-connecting-ip': '203.0.113.9' },
      {},
      '203.0.113.9',
    ],
    ['nobody’s inside the process', false, {}, {}, 'none'],
  ])('is %s', async (_what, behindProxy, headers: Record<string, string>, bindings, address) => {
    const response = await app(behindProxy).request('/', { headers }, bindings)
    expect(await response.text()).toBe(address)
  })
})
