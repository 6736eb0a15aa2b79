import type { Store } from '../storage/store.ts'

/** How somebody is called by the user name that stands in a record; a token or a command's WHO as it stands there. */
export type Called = (username: string) => string

const NAMES = `select username, name from staff_users
  where username in (select value from json_each(?1))`

/** How these members of staff are called, asked for at once. */
export async function staffCalled(store: Store, usernames: readonly (string | null)[]): Promise<Called> {
  const asked = [...new Set(usernames.filter((username) => username !== null))]
  const rows =
    asked.length === 0
      ? []
      : await store.rows<{ username: string; name: string }>(NAMES, [JSON.stringify(asked)])
  const names = new Map(rows.map(({ username, name }) => [username, name]))
  return (username) => names.get(username) ?? username
}
