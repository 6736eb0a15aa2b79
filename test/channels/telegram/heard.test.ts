import { describe, expect, it } from 'vitest'
import { heardIn } from '../../../src/channels/telegram/heard.ts'
import { isUpdate, readUpdate } from '../../../src/channels/telegram/update.ts'

const FROM = { id: 501, is_bot: false, first_name: 'Person' }
const CHAT = { id: 501, type: 'private' }
const GROUP = { id: -77, type: 'group', title: 'Village' }

function heard(happening: object) {
  const update = readUpdate({ update_id: 9, ...happening })
  return update === null ? null : heardIn(update)
}

function message(what: object, chat: object = CHAT) {
  return heard({ message: { message_id: 1, date: 1, chat, from: FROM, ...what } })
}

function inbound(what: object) {
  return {
    kind: 'message',
    inbound: { channel: 'telegram', address: '501', providerId: '9', text: '', media: false, ...what },
  }
}

const OWN = { phone_number: '8612900000001', first_name: 'P', user_id: FROM.id }

describe('a message in a private chat', () => {
  it.each([
    { what: 'text', is: { text: '幼儿园' }, gives: { text: '幼儿园' } },
    { what: 'a command', is: { text: '/help' }, gives: { text: '/help' } },
    { what: 'a command that names the bot', is: { text: '/Help@huixue_bot' }, gives: { text: '/help' } },
    { what: 'a link’s own words', is: { text: "/start ' or 1=1 --" }, gives: { text: '/start' } },
    { what: 'an unknown command', is: { text: '/toString x' }, gives: { text: '/toString x' } },
    { what: 'a voice', is: { voice: { file_id: 'x' } }, gives: { media: true } },
    { what: 'a sticker', is: { sticker: { emoji: '👍' } }, gives: { media: true } },
    {
      what: 'a picture with words',
      is: { photo: [{}], caption: '这是户口本' },
      gives: { text: '这是户口本', media: true },
    },
    {
      what: 'the pictures of an album',
      is: { photo: [{}], media_group_id: '13' },
      gives: { media: true, providerId: 'album-13' },
    },
    { what: 'one’s own contact', is: { contact: OWN }, gives: { sharedTelephone: '+8612900000001' } },
    {
      what: 'one’s own contact of another country',
      is: { contact: { ...OWN, phone_number: '+97798000000' } },
      gives: { sharedTelephone: '+97798000000' },
    },
    {
      what: 'somebody else’s contact',
      is: { contact: { ...OWN, user_id: 502 } },
      gives: { beside: 'others-contact' },
    },
    {
      what: 'a contact of nobody on Telegram',
      is: { contact: { phone_number: '+8612900000001', first_name: 'P' } },
      gives: { beside: 'others-contact' },
    },
    {
      what: 'one’s own contact passed on, which may be of an old number',
      is: { contact: OWN, forward_origin: { type: 'user' } },
      gives: { beside: 'others-contact' },
    },
  ])('is heard: $what', ({ is, gives }) => {
    expect(message(is)).toEqual(inbound(gives))
  })

  it('is told that a change of it is not seen', () => {
    const edited = { message_id: 1, date: 1, chat: CHAT, from: FROM, text: 'x' }
    expect(heard({ edited_message: edited })).toEqual(inbound({ beside: 'edited' }))
  })

  it.each([
    { what: 'a pinned message', is: { pinned_message: {} } },
    { what: 'a deletion timer', is: { message_auto_delete_timer_changed: {} } },
    { what: 'a bot’s words', is: { text: 'x', from: { ...FROM, is_bot: true } } },
  ])('is left alone: $what', ({ is }) => {
    expect(message(is)).toBeNull()
  })
})

describe('what is tapped', () => {
  const tap = (data: string, chat: object = CHAT) =>
    heard({ callback_query: { id: '1', from: FROM, chat_instance: '1', data, message: { chat } } })

  it('answers its own question', () => {
    expect(tap('a:2:16ji40d')).toEqual(inbound({ text: '2', question: '16ji40d' }))
  })

  it('says its word', () => {
    expect(tap('k:zh-CN:conversation:word.more')).toEqual(inbound({ text: '更多' }))
  })

  it('is one of a question long past where it cannot be read', () => {
    expect(tap('old release')).toEqual(inbound({ question: 'unknown' }))
  })

  it('is left alone in a group, and where it stands in no chat', () => {
    expect(tap('a:2:16ji40d', GROUP)).toBeNull()
    expect(heard({ callback_query: { id: '1', from: FROM, data: 'a:1:x' } })).toBeNull()
  })
})

describe('a chat that blocks or unblocks the bot', () => {
  const member = (status: string, chat: object = CHAT) =>
    heard({ my_chat_member: { chat, from: FROM, date: 1, new_chat_member: { user: FROM, status } } })

  it.each([
    ['kicked', true],
    ['member', false],
  ])('(%s) is known', (status, stopped) => {
    expect(member(status)).toEqual({
      kind: 'standing',
      standing: { channel: 'telegram', address: '501', providerId: '9', stopped, by: 'provider' },
    })
  })

  it('is no group that adds or removes it', () => {
    expect(member('kicked', GROUP)).toBeNull()
    expect(member('member', GROUP)).toBeNull()
  })
})

describe('groups and channels', () => {
  it.each([
    { what: 'a question', is: { text: '我家能享受什么' } },
    { what: 'a command to the bot', is: { text: '/benefits@huixue_bot' } },
    { what: 'a contact', is: { contact: OWN } },
  ])('are left alone: $what', ({ is }) => {
    for (const type of ['group', 'supergroup', 'channel']) expect(message(is, { ...GROUP, type })).toBeNull()
  })

  it('and kinds of Update that nobody asked for are left alone', () => {
    for (const kind of ['channel_post', 'inline_query', 'message_reaction', 'edited_channel_post'])
      expect(heard({ [kind]: { chat: GROUP, text: 'x' } })).toBeNull()
  })
})

describe('what is no Update', () => {
  it.each([[null], ['x'], [{}], [{ update_id: 'x' }], [[]]])('is known as none: %j', (json) => {
    expect(isUpdate(json)).toBe(false)
    expect(readUpdate(json)).toBeNull()
  })
})
