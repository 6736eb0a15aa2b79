import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import { twoFactor, username } from 'better-auth/plugins'
import type { Services } from '../../services.ts'
import {
  staffAccounts,
  staffSessions,
  staffTwoFactors,
  staffUsers,
  staffVerifications,
} from '../../storage/schema.ts'
import { signInSecrets } from './secrets.ts'

const WORKING_DAY_S = 10 * 3600
const HOUR_S = 3600
export const SHORTEST_PASSWORD = 10
export const LONGEST_PASSWORD = 128

/** The names under which the library knows the tables. */
const TABLES = {
  user: staffUsers,
  session: staffSessions,
  account: staffAccounts,
  verification: staffVerifications,
  twoFactor: staffTwoFactors,
}

/** Sign-in by user name, password and a second factor: the library, its tables ours. Its own routes are not served: only our pages call it. */
export function createAuth({ settings, store, vault }: Pick<Services, 'settings' | 'store' | 'vault'>) {
  return betterAuth({
    appName: 'Huixue',
    baseURL: settings.publicUrl,
    secrets: signInSecrets(vault),
    database: drizzleAdapter(store.db, { provider: 'sqlite', schema: TABLES }),
    telemetry: { enabled: false },
    // Its messages can hold what was typed.
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    session: { expiresIn: WORKING_DAY_S, updateAge: HOUR_S, cookieCache: { enabled: false } },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'huixue',
      useSecureCookies: settings.publicUrl.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        areaCode: { type: 'string', required: true, input: false },
        township: { type: 'string', required: false, input: false },
        language: { type: 'string', required: false, input: false },
        disabled: { type: 'boolean', required: false, input: false, defaultValue: false },
      },
    },
    databaseHooks: { session: { create: { before: refuseDisabled(store) } } },
    plugins: [username(), twoFactor({ issuer: '惠学 Huixue' })],
  })
}

export type Auth = ReturnType<typeof createAuth>

function refuseDisabled({ rows }: Services['store']) {
  return async ({ userId }: { readonly userId: string }): Promise<boolean> => {
    const [user] = await rows<{ disabled: number }>('select disabled from staff_users where id = ?1', [
      userId,
    ])
    return user?.disabled === 0
  }
}
