import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gansuPlaces } from '../../src/cli/gansu-places.ts'
import { type Language, textsIn } from '../../src/i18n/texts.ts'
import { PERSONAS } from '../../src/register/sample/personas.ts'
import { sampleLines } from '../../src/register/sample/sample.ts'
import { dayOf } from '../../src/time/clock.ts'
import { totp } from '../contracts/desk.ts'
import { type Program, startProgram } from '../process/program.ts'
import { seriousFaults } from './axe.ts'
import { DESK, openBrowser, PHONE, SLOW_MACHINE_MS } from './browser.ts'

const ARTEFACTS = new URL('../artefacts/', import.meta.url).pathname
const WHOLE_DAY_MS = 1_600_000
const REFERENCE = /[A-Z0-9]{5,}/

/** The same day at the office, in each language with a family of its own. */
const DAYS = [
  {
    language: 'zh-CN',
    persona: 'vocational',
    telephone: '12900000002',
    head: '王德福',
    child: '王志强',
    county: '620422',
    programme: 'secondary-vocational-grant',
    zh: '{{child}}能享受{{programme}}：{{sum}}。',
    bo: '{{child}}ལ་{{programme}}ཐོབ་ཐུབ། {{sum}}།',
    asksForReview: '助学金没批，我要申请复核',
    answer: { zh: '已经查过，下周发。', bo: '' },
  },
  {
    language: 'bo',
    persona: 'herders',
    telephone: '12900000004',
    head: '才让多杰',
    child: '扎西东主',
    county: '623025',
    programme: 'tibetan-area-nine-plus-three',
    zh: '{{child}}能享受{{programme}}。',
    bo: '{{child}}ལ་{{programme}}ཐོབ་ཐུབ།',
    asksForReview: 'ང་ཚོའི་རེ་ཞུ་ངོས་ལེན་མ་བྱས། ཡང་བསྐྱར་ཞིབ་བཤེར་བྱེད་རོགས།',
    answer: { zh: '', bo: 'ཞིབ་བཤེར་བྱས་ཟིན། གཟའ་འཁོར་རྗེས་མར་སྤྲོད།' },
  },
] as const

let folder: string
let program: Program
let browser: Browser

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huixue-journey-'))
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A register of some 20,000 persons with faults of every kind, other households each time. */
function registerFile(seed: number): string {
  const [first, ...rest] = gansuPlaces()
  if (first === undefined) return expect.unreachable()
  const options = { households: 4600, seed, takenOn: dayOf(new Date()), faults: 'some' } as const
  const file = join(folder, `register-${seed}.csv`)
  // Without the demo's own families, which open every sample: they are registered already.
  const own = PERSONAS.map(({ telephone }) => telephone.slice('+86'.length))
  const lines = [...sampleLines({ ...options, places: [first, ...rest] })].filter(
    (line) => !own.some((telephone) => line.includes(telephone)),
  )
  expect(lines.length).toBeGreaterThan(20_000)
  writeFileSync(file, lines.join(''))
  return file
}

async function signIn(page: Page, username: string): Promise<void> {
  await page.goto(`${program.url}/console/sign-in`)
  await page.locator('input[name=username]').fill(username)
  await page.locator('input[name=password]').fill(`huixue-${username}`)
  await page.locator('form[action="/console/sign-in"] button[type=submit]').click()
  await page.waitForURL(/\/console(?:\/sign-in\/code)?$/)
}

async function signOut(page: Page): Promise<void> {
  await page.locator('form[action="/console/sign-out"] button').click()
  await page.waitForURL(/\/console\/sign-in/)
}

async function speak(page: Page, language: Language): Promise<void> {
  const button = page.locator(`button[name=language][value="${language}"]`)
  if ((await button.count()) > 0) await button.first().click()
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' })
}

/** The operator's authenticator, set up at the account's page; the key is what it shows under its picture. */
async function setSecondFactor(page: Page): Promise<string> {
  await page.goto(`${program.url}/console/account`)
  await page
    .locator('form[action="/console/account/second-factor"] input[name=password]')
    .fill('huixue-operator')
  await page.locator('form[action="/console/account/second-factor"] button').click()
  const secret = (await page.locator('.secret').first().textContent())?.replaceAll(/\s/g, '') ?? ''
  await page.locator('input[name=code]').fill(await totp(secret))
  await page.locator('form[action="/console/account/second-factor/confirm"] button').click()
  await page.locator('form[action="/console/account/backup-codes"]').waitFor()
  return secret
}

describe.each(['start', 'worker'] as const)('a day at the county office by `npm run %s`', (script) => {
  beforeAll(async () => {
    program = await startProgram(script, {
      DEMO: '1',
      DATABASE_PATH: join(folder, script, 'huixue.db'),
      CONTACT_RATE: '1000',
      QUIET_HOURS: '00:00-00:00',
    })
  })
  afterAll(async () => {
    secrets.clear()
    await program?.stop()
  })

  describe.each(DAYS)('in $language', (day) => dayAtTheOffice(script, day))
})

/** The operator's authenticator of the program that runs. */
const secrets = new Map<string, string>()

function dayAtTheOffice(script: string, day: (typeof DAYS)[number]): void {
  const say = textsIn(day.language)
  let nth = 0
  let page: Page
  const complaints: string[] = []

  async function pictured(name: string): Promise<void> {
    nth += 1
    const file = `journey-${script}-${day.language}-${String(nth).padStart(2, '0')}-${name}`
    await page.screenshot({ path: join(ARTEFACTS, `${file}.png`), fullPage: true })
    // The same pages by the other program: what they are like to whom is looked at once.
    if (script !== 'start') return
    expect(await seriousFaults(page), name).toEqual([])
    await page.setViewportSize(PHONE)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, `${name} is wider than a telephone`).toBeLessThanOrEqual(0)
    await page.screenshot({ path: join(ARTEFACTS, `${file}-phone.png`), fullPage: true })
    await page.setViewportSize(DESK)
  }

  async function writes(text: string): Promise<void> {
    const before = await page.locator('.reply').count()
    await page.locator('#text').fill(text)
    await page.locator('#text').press('Enter')
    await expect
      .poll(() => page.locator('.reply').count(), { timeout: SLOW_MACHINE_MS })
      .toBeGreaterThan(before)
  }

  async function lastReply(): Promise<string> {
    return (await page.locator('.reply .words').last().textContent()) ?? ''
  }

  async function open(path: string, name: string): Promise<void> {
    await page.goto(`${program.url}${path}`)
    await pictured(name)
  }

  beforeAll(async () => {
    const context = await browser.newContext({ viewport: DESK })
    context.setDefaultTimeout(SLOW_MACHINE_MS)
    page = await context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
  })

  it('goes from the register to the family that is told, and back', { timeout: WHOLE_DAY_MS }, async () => {
    await signIn(page, 'operator')
    if (page.url().endsWith('/console')) {
      const secret = await setSecondFactor(page)
      secrets.set('operator', secret)
      await signOut(page)
      await signIn(page, 'operator')
    }
    await pictured('code')
    await page.locator('input[name=code]').fill(await totp(secrets.get('operator') ?? ''))
    await page.locator('form[action="/console/sign-in/code"] button').click()
    await page.waitForURL(/\/console$/)
    await speak(page, day.language)
    await pictured('overview')

    await open('/console/imports', 'imports')
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(registerFile(DAYS.indexOf(day) + 11))
    await page.locator('form[enctype] button').first().click()
    await page.waitForURL(/\/console\/imports\/\w+/)
    await page.locator('form[action$="/apply"] button').click()
    const undo = page.locator('form[action$="/undo"]')
    await undo.waitFor({ state: 'attached' })
    await pictured('import')

    await open('/console/households', 'search')
    await page.locator('input[name=words]').fill(day.telephone)
    await page.locator('main form button').first().click()
    await page.locator('td a[href^="/console/households/"]').first().click()
    await page.getByRole('heading', { name: day.head, exact: true }).waitFor()
    const name = say(`policy:programme.${day.programme}.name`)
    await page
      .locator('section.person', { hasText: day.child })
      .locator('details.eligible', { hasText: name })
      .locator('summary')
      .click()
    await pictured('household')

    await open('/console/broadcasts/new', 'compose')
    await page.locator('input[name=name]').fill(`${day.language} ${day.programme}`)
    await page.locator('select[name=county]').selectOption(day.county)
    await page.locator('select[name=programme]').selectOption(day.programme)
    await page.locator('select[name=ledger]').selectOption('not-received')
    await page.locator('textarea[name=zh]').fill(day.zh)
    await page.locator('textarea[name=bo]').fill(day.bo)
    await page.locator('button[name=do][value=count]').click()
    await page.locator('.estimate').waitFor()
    await pictured('counted')
    await page.locator('button[name=do][value=keep]').click()
    await page.waitForURL(/\/console\/broadcasts\/\w{10,}/)
    const broadcast = new URL(page.url()).pathname
    await page.locator('form[action$="/submit"] button').click()
    await page.locator('form[action$="/submit"]').waitFor({ state: 'detached' })
    expect(await page.locator('form[action$="/approve"]').count()).toBe(0)

    await signOut(page)
    await signIn(page, 'approver')
    await speak(page, day.language)
    await open(broadcast, 'to-approve')
    await page.locator('form[action$="/approve"] button').click()
    await expect
      .poll(
        async () => {
          await page.goto(`${program.url}${broadcast}`)
          // Not the whole page: in Tibetan other words of it hold this one.
          return page.locator('main dl').first().textContent()
        },
        { timeout: SLOW_MACHINE_MS, interval: 500 },
      )
      .toContain(say('console:broadcast.state.done'))
    await pictured('sent')

    const telephone = `/?persona=${day.persona}${day.language === 'bo' ? '&lang=bo' : ''}`
    await page.goto(`${program.url}${telephone}`)
    await page.locator('.reply', { hasText: day.child }).first().waitFor()
    await writes(day.asksForReview)
    // Whether the office shall look into it, and into what, is asked before a case is made of it.
    for (let asked = 0; asked < 3 && !REFERENCE.test(await lastReply()); asked++) await writes('1')
    expect(await lastReply()).toMatch(REFERENCE)
    await pictured('telephone')

    await open('/console/cases', 'cases')
    await page.locator('td a[href^="/console/cases/"]').first().click()
    await page.locator('form[action$="/resolve"]').waitFor()
    const settle = page.locator('form[action$="/resolve"]')
    // No outcome is told to a family that nobody chose.
    expect(await settle.locator('select[name=outcome]').inputValue()).toBe('')
    await settle.locator('select[name=outcome]').selectOption({ index: 1 })
    await settle.locator('textarea[name=zh]').fill(day.answer.zh)
    await settle.locator('textarea[name=bo]').fill(day.answer.bo)
    await pictured('case')
    await settle.locator('button').click()
    await settle.waitFor({ state: 'detached' })
    await expect
      .poll(
        async () => {
          await page.goto(`${program.url}${telephone}`)
          return page.locator('main').textContent()
        },
        { timeout: SLOW_MACHINE_MS, interval: 500 },
      )
      .toContain(day.answer.zh || day.answer.bo)
    await pictured('told')
    await page.goto(`${program.url}/console`)
    await signOut(page)
    expect(complaints).toEqual([])
  })

  it('shows an administrator every other page, none with a serious fault', {
    timeout: WHOLE_DAY_MS,
  }, async () => {
    await signIn(page, 'admin')
    await speak(page, day.language)
    for (const path of await page
      .locator('header nav a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '')))
      await open(path, path.split('/').at(-1) ?? '')
    await open('/console/cases/statistics', 'statistics')
    await open('/public/counties/621223', 'public')
    await page.goto(`${program.url}/console`)
    await signOut(page)
    expect(complaints).toEqual([])
  })
}
