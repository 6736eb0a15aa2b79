import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { LANGUAGES, type Language } from '../i18n/texts.ts'

const COOKIE = 'huixue.language'
const YEAR_S = 365 * 24 * 3600

/** The language of who is not signed in: the one they chose here, else the first of theirs that we speak. */
export function languageOfRequest(c: Context): Language {
  const chosen = LANGUAGES.find((language) => language === getCookie(c, COOKIE))
  if (chosen !== undefined) return chosen
  const wanted = c.req.header('accept-language') ?? ''
  return /^bo\b/.test(wanted) ? 'bo' : 'zh-CN'
}

/** Keeps the language that was chosen in this browser. */
export function rememberLanguage(c: Context, language: Language): void {
  setCookie(c, COOKIE, language, { path: '/', maxAge: YEAR_S, httpOnly: true, sameSite: 'Lax' })
}

const OWN = /^\/console(?:\/[\w/-]*)?(?:\?[\w&=%.:~+-]*)?$/

/** Whether a form's way back leads to a page of the console, with what was asked for there. */
export function isOwnAddress(address: string): boolean {
  return OWN.test(address)
}

/** A page of the sign-in that leads on to another of the console; to the desk where that is none of it. */
export function withBack(page: string, back: string): string {
  return isOwnAddress(back) && back !== '/console'
    ? `${page}?${new URLSearchParams({ back }).toString()}`
    : page
}
