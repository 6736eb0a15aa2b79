/**
 * A telephone as it is stored and found: E.164. A mainland mobile number may come bare, with 86 or +86, with spaces or
 * hyphens; any other number needs its `+`. Null for what is no telephone.
 */
export function toE164(text: string): string | null {
  const bare = text.normalize('NFKC').replace(/[\s()\-‐-―.]/g, '')
  const mobile = /^(?:\+?86|0086)?(1\d{10})$/.exec(bare)
  if (mobile?.[1] !== undefined) return `+86${mobile[1]}`
  return /^\+[1-9]\d{6,14}$/.test(bare) ? bare : null
}
