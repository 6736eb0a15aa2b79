import { describe, expect, it } from 'vitest'
import { browserName } from '../../../src/console/account/browser-name.ts'

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)'

describe('a browser in the list of sessions', () => {
  it.each([
    [
      `Mozilla/5.0 (Windows NT 6.1; Win64; x64) ${WEBKIT} Chrome/109.0.0.0 Safari/537.36`,
      'Chrome 109 · Windows',
    ],
    [
      `Mozilla/5.0 (Windows NT 10.0) ${WEBKIT} Chrome/120.0.0.0 Safari/537.36 Edg/120.0`,
      'Edge 120 · Windows',
    ],
    [`Mozilla/5.0 (Windows NT 6.1) ${WEBKIT} Chrome/86.0 Safari/537.36 360SE`, '360 · Windows'],
    [
      `Mozilla/5.0 (Linux; Android 10; HD1910) ${WEBKIT} Chrome/99.0 Mobile Safari/537.36`,
      'Chrome 99 · Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) Version/16.0 Mobile/15E148 Safari/604.1',
      'Safari 16 · iOS',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox 128 · Linux'],
    ['curl/8.5.0', 'curl/8.5.0'],
  ])('of %s is %s', (userAgent, name) => {
    expect(browserName(userAgent)).toBe(name)
  })
})
