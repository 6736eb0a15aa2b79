import { beforeAll, describe, expect, it } from 'vitest'
import { demo } from './app.ts'

const PERSONAS = [
  'kindergarten',
  'vocational',
  'final-year',
  'herders',
  'lifted',
  'three-children',
  'stranger',
]

let app: Awaited<ReturnType<typeof demo>>['app']

beforeAll(async () => {
  ;({ app } = await demo())
})

async function page(path: string): Promise<string> {
  return (await app.request(path)).text()
}

describe('the page of the demo telephone', () => {
  it.each(['/', '/?lang=bo'])('%s offers every household of the demo, and a stranger', async (path) => {
    const html = await page(path)
    const offered = [...html.matchAll(/<li><a href="\/\?persona=([\w-]+)/g)].map(([, id]) => id)
    expect(offered).toEqual(PERSONAS)
  })

  it.each(PERSONAS)('never shows the telephone of %s', async (id) => {
    expect(await page(`/?persona=${id}`)).not.toMatch(/\d{9}/)
  })

  it('is wholly in Tibetan where Tibetan is asked for, but for names', async () => {
    const html = await page('/?persona=herders&lang=bo')
    expect(html).toContain('<html lang="bo">')
    expect(html).toContain('རྨ་ཆུ')
    expect(html).not.toMatch(/短信|发送|孩子|手机/)
  })

  it('calls a telephone by the head of its household', async () => {
    expect(await page('/?persona=vocational')).toContain('王德福的手机')
  })

  it('takes the first household for one it does not know', async () => {
    expect(await page('/?persona=nobody')).toContain('张建国的手机')
  })

  it('says nothing twice that was written into its address', async () => {
    expect(await page('/?persona="><script>alert(1)</script>&lang=<b>')).not.toMatch(/alert|<b>/)
  })

  it('may load and run nothing but what we serve', async () => {
    const response = await app.request('/')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    const html = await response.text()
    expect(html).not.toMatch(/\sstyle=|\son\w+=|<style|<script(?![^>]*\ssrc="\/assets\/)/)
  })

  it('weighs little', async () => {
    expect(Buffer.byteLength(await page('/'))).toBeLessThan(30_000)
  })
})
