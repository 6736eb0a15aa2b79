import type { Context } from 'hono'
import type { Language } from '../i18n/texts.ts'
import type { Actor } from '../staff/actor.ts'

/** Who sits at the desk, and in which language it speaks to them. */
export type Desk = {
  readonly userId: string
  readonly actor: Actor
  /** As they are called; never shown to families. */
  readonly name: string
  readonly language: Language
  readonly hasSecondFactor: boolean
}

export type DeskEnv = { readonly Variables: { readonly desk: Desk } }
export type DeskContext = Context<DeskEnv>
