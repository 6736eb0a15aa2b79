import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CHAT_COMMANDS } from '../../../src/conversation/hearing/commands.ts'
import { openPatientApi } from '../../../src/channels/telegram/api.ts'
import { keepIntroduced } from '../../../src/channels/telegram/setup.ts'
import type { Params } from './fake/limits.ts'
import { type Running, startRunning } from './running.ts'

let running: Running

beforeEach(async () => {
  running = await startRunning()
})
afterEach(() => running.close())

const LANGUAGES = ['', 'zh', 'bo'] as const

function commands({ commands: all }: Params): readonly { command: string; description: string }[] {
  return all as readonly { command: string; description: string }[]
}

describe('our bot at Telegram', () => {
  it('has every command in Chinese, in Tibetan, and in both for whose Telegram speaks neither', () => {
    const { api } = running
    expect([...api.commands.keys()].toSorted()).toEqual([...LANGUAGES].toSorted())
    for (const language of LANGUAGES) {
      const described = commands(api.commands.get(language) ?? {})
      expect(described.map(({ command }) => command)).toEqual(Object.keys(CHAT_COMMANDS))
      const words = described.map(({ description }) => description).join()
      expect(/\p{Script=Han}/u.test(words)).toBe(language !== 'bo')
      expect(/\p{Script=Tibetan}/u.test(words)).toBe(language !== 'zh')
    }
  })

  it('is described likewise, within the room there is', () => {
    for (const field of ['description', 'short_description'])
      for (const language of LANGUAGES) {
        const words = running.api.descriptions.get(`${field} ${language}`) ?? ''
        expect(/\p{Script=Han}/u.test(words)).toBe(language !== 'bo')
        expect(/\p{Script=Tibetan}/u.test(words)).toBe(language !== 'zh')
      }
  })

  it('shows its commands in private chats alone: it says nothing in groups', () => {
    for (const { params } of running.api.called('setMyCommands'))
      expect(params['scope']).toEqual({ type: 'all_private_chats' })
  })

  it('is asked who it is once, and introduced once, until something of it changes', async () => {
    const { api, services } = running
    const botApi = openPatientApi(services.settings)
    if (botApi === null) throw new Error('no bot is configured')
    await keepIntroduced(services, botApi)
    expect(api.called('getMe').length).toBe(1)
    expect(api.called('setMyDescription').length).toBe(LANGUAGES.length)
    const other = {
      telegram: { ...services.settings.telegram, botToken: '7000002:Another-bot-of-the-same-office' },
    }
    await expect(
      keepIntroduced({ ...services, settings: { ...services.settings, ...other } }, botApi),
    ).resolves.toBeUndefined()
    expect(api.called('getMe').length).toBe(2)
  })

  it('is reached by its webhook with a secret, for what it listens to and nothing else', () => {
    const [call] = running.api.called('setWebhook')
    expect(call?.params).toEqual({
      url: 'https://huixue.example/webhooks/telegram',
      secret_token: 'the-secret_of-the-webhook',
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
    })
  })
})
