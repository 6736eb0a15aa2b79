import { FIGURE_IDS } from '../../policy/figures.ts'

/** The form's fields as the body that the API takes: a figure, a list or standings left as they are change nothing. */
export function draftOfForm(fields: Readonly<Record<string, string>>): unknown {
  const { name = '', from = '', citation = '', source = '', list = '', county = '', listed = '' } = fields
  const figures = FIGURE_IDS.flatMap((figure) => {
    const value = fields[`figure.${figure}`]?.trim() ?? ''
    return value === '' ? [] : [{ kind: 'figure', figure, value: Number(value) }]
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
      ...(standings === undefined ? [] : [{ kind: 'standings', standings }]),
    ],
  }
}

const LISTED: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }

/** What an office may choose to count: each with all that comes before it. */
export const STANDINGS: Readonly<Record<string, readonly ('registered' | 'lifted' | 'monitored')[]>> = {
  registered: ['registered'],
  monitored: ['registered', 'monitored'],
  lifted: ['registered', 'lifted'],
  both: ['registered', 'lifted', 'monitored'],
}
