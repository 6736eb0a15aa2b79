import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { secureHeaders } from 'hono/secure-headers'
import type { Language } from '../i18n/texts.ts'

/** Lets a page load nothing but what we serve, and run nothing written into it. */
export const pageHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    fontSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
})

type Page = {
  readonly language: Language
  readonly title: string
  readonly description: string
  /** The page's own, after the base that all share. */
  readonly stylesheet: string
  readonly script?: string
  /** Seconds after which the page is asked for again, without a script. */
  readonly refreshS?: number
  readonly children: Child
}

/** A whole HTML document in our type and colours. */
export function htmlDocument({ language, title, description, stylesheet, script, refreshS, children }: Page) {
  return html`<!doctype html>${(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
        />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content={description} />
        {refreshS === undefined ? null : <meta http-equiv="refresh" content={String(refreshS)} />}
        <title>{title}</title>
        <link rel="icon" href="/assets/huixue.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/base.css" />
        <link rel="stylesheet" href={stylesheet} />
        {script === undefined ? null : <script type="module" src={script} />}
      </head>
      <body>{children}</body>
    </html>
  )}`
}

const TIBETAN = /[\u0f00-\u0fff]/

/** The language a text is set in, for its line height and its reader's voice: Tibetan as soon as one letter is. */
export function languageOf(text: string): Language {
  return TIBETAN.test(text) ? 'bo' : 'zh-CN'
}
