import type { TextKey } from '../../i18n/texts.ts'
import { FIGURE_IDS, type FigureId } from '../../policy/parameters/figures.ts'
import { PROGRAMME_IDS } from '../../policy/programme.ts'

/** The form's fields as the body that the API takes: a figure, a list or standings left as they are change nothing. */
export function draftOfForm(fields: Readonly<Record<string, string>>): unknown {
  const { name = '', from = '', citation = '', source = '', list = '', county = '', listed = '' } = fields
  const { programme = '', inForce = '' } = fields
  const figures = figuresIn(fields).map((figure) => {
    return { kind: 'figure', figure, value: Number(fields[`figure.${figure}`]) }
  })
  const standings = STANDINGS[fields['standings'] ?? '']
  return {
    name,
    from,
    citation,
    source,
    changes: [
      ...figures,
      ...(county === '' ? [] : [{ kind: 'county', category: list, county, listed: LISTED[listed] }]),
      ...(programme === '' ? [] : [{ kind: 'programme', programme, inForce: inForce === 'true' }]),
      ...(standings === undefined ? [] : [{ kind: 'standings', standings }]),
    ],
  }
}

/** What the form changes, as it is called, in the order of its draft's changes. */
export function changedIn(fields: Readonly<Record<string, string>>): readonly TextKey[] {
  const { county = '', programme = '' } = fields
  const known = PROGRAMME_IDS.find((id) => id === programme)
  return [
    ...figuresIn(fields).map((figure) => `console:figure.${figure}` as const),
    ...(county === '' ? [] : ['console:policy.counties' as const]),
    ...(known === undefined ? [] : [`policy:programme.${known}.name` as const]),
    ...(STANDINGS[fields['standings'] ?? ''] === undefined ? [] : ['console:policy.standings' as const]),
  ]
}

function figuresIn(fields: Readonly<Record<string, string>>): readonly FigureId[] {
  return FIGURE_IDS.filter((figure) => (fields[`figure.${figure}`]?.trim() ?? '') !== '')
}

const LISTED: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }

/** What an office may choose to count: each with all that comes before it. */
export const STANDINGS: Readonly<Record<string, readonly ('registered' | 'lifted' | 'monitored')[]>> = {
  registered: ['registered'],
  monitored: ['registered', 'monitored'],
  lifted: ['registered', 'lifted'],
  both: ['registered', 'lifted', 'monitored'],
}
