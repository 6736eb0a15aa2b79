/** What a provider took since it was last forgotten. */
export type Taken = { readonly count: number; readonly firstAt: number | null }

/** Asks the provider of this benchmark what it took; with `forgets` it counts anew from now on. */
export async function takenBy(provider: string, { forgets }: { readonly forgets: boolean }): Promise<Taken> {
  const response = await fetch(provider, { method: forgets ? 'DELETE' : 'GET' })
  return (await response.json()) as Taken
}
