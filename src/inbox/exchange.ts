import type { Vault } from '../privacy/vault.ts'

/** A message and what it was answered, as stored. The text is empty once its person has asked to be forgotten. */
export type Exchange = { readonly text: string; readonly replies: readonly string[] }

/** Seals an exchange for the row of this message. */
export function sealExchange(vault: Vault, messageId: string, { text, replies }: Exchange): Promise<string> {
  return vault.seal(JSON.stringify([text, ...replies]), placeOfExchange(messageId))
}

/** Opens what `sealExchange` sealed. */
export async function openExchange(vault: Vault, messageId: string, sealed: string): Promise<Exchange> {
  const [text = '', ...replies] = JSON.parse(
    await vault.open(sealed, placeOfExchange(messageId)),
  ) as readonly string[]
  return { text, replies }
}

/** What a message's sealed value is bound to. */
export function placeOfExchange(messageId: string): string {
  return `messages/${messageId}`
}
