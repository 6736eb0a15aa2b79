import type { Channel } from '../conversation/turn.ts'
import type { Language } from '../i18n/texts.ts'

/** A way to a family: a contact that has written to us, or a telephone of the register that never did. */
export type Way = {
  readonly channel: Channel
  /** Null for a telephone that never wrote. */
  readonly contactId: string | null
  /** What it chose, else what it last wrote in; null where it did neither. */
  readonly language: Language | null
  readonly stopped: boolean
  /** When the contact showed that it is the household's; null where only the register says so. */
  readonly linkedAt: string | null
  readonly addressIndex: string
}

/** Why a family that is meant is not reached. */
export type Unreached = 'no-address' | 'stopped' | 'other-channel'

/**
 * The one way by which a household is written to: a linked chat, which costs nothing and has room, the latest linked
 * first; else a telephone that has written to us, the newest contact first; else one of the register that never wrote.
 * Who wants no messages is no way. `only`: by this channel alone.
 */
export function wayTo<W extends Way>(ways: readonly W[], only: Channel | null): W | Unreached {
  if (ways.length === 0) return 'no-address'
  const asked = ways.filter(({ channel }) => only === null || channel === only)
  if (asked.length === 0) return 'other-channel'
  const [best] = asked.filter(({ stopped }) => !stopped).toSorted(byPreference)
  return best ?? 'stopped'
}

/** The language a household is written to in: the contact's own, else the register's. Tibetan is never assumed. */
export function languageFor(way: Pick<Way, 'language'> | null, register: Language | null): Language {
  return way?.language ?? register ?? 'zh-CN'
}

function byPreference(one: Way, other: Way): number {
  return (
    rankOf(one) - rankOf(other) ||
    descending(one.linkedAt, other.linkedAt) ||
    descending(one.contactId, other.contactId) ||
    descending(other.addressIndex, one.addressIndex)
  )
}

function rankOf({ channel, contactId }: Way): number {
  if (channel === 'telegram') return 0
  return contactId === null ? 2 : 1
}

function descending(one: string | null, other: string | null): number {
  const [a, b] = [one ?? '', other ?? '']
  return a === b ? 0 : a < b ? 1 : -1
}
