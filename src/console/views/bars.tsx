import type { Child } from 'hono/jsx'
import { grouped } from '../../i18n/figures.ts'

export type Bar = { readonly label: string; readonly count: number; readonly note?: string }

type Shown = {
  readonly title: string
  readonly bars: readonly Bar[]
  /** Said where there are none. */
  readonly nothing?: string
  readonly children?: Child
}

/** A bar for each count, the figures beside them: read as a table by who cannot see it, and in print. */
export function Bars({ title, bars, nothing = '–', children }: Shown) {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <figure class="bars">
      <figcaption>{title}</figcaption>
      {bars.length === 0 ? <p class="hint">{nothing}</p> : null}
      <table>
        <tbody>
          {bars.map(({ label, count, note }) => (
            <tr>
              <th scope="row">{label}</th>
              <td class="number">{grouped(count)}</td>
              <td class="plot" title={note ?? ''}>
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={(100 * count) / most} height="10" rx="1" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </figure>
  )
}
