import { textsIn } from '../../i18n/texts.ts'
import type { Household } from '../../register/household.ts'
import { countyName } from '../area-name.ts'
import type { Desk, DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'

/** The search for a household; `found` is null before anything was looked for. */
export function searchPage(
  c: DeskContext,
  words: string,
  found: readonly Household[] | null,
): Promise<Response> {
  const desk = c.get('desk')
  const say = textsIn(desk.language)
  return framed(c, {
    here: 'households',
    title: say('console:menu.households'),
    children: (
      <>
        <search>
          <form method="post" action="/console/households" class="row search">
            <label>
              {say('console:household.find')}
              <input name="words" type="search" value={words} autocomplete="off" required autofocus />
            </label>
            <button type="submit">{say('console:household.search')}</button>
          </form>
        </search>
        <p class="hint">{say('console:household.find-hint')}</p>
        {found === null ? null : <Found desk={desk} found={found} />}
      </>
    ),
  })
}

function Found({ desk, found }: { readonly desk: Desk; readonly found: readonly Household[] }) {
  const say = textsIn(desk.language)
  if (found.length === 0) return <p role="status">{say('console:household.none')}</p>
  return (
    <table class="cards">
      <thead>
        <tr>
          <th>{say('console:household.head')}</th>
          <th>{say('console:staff.area')}</th>
          <th class="number">{say('console:household.persons')}</th>
        </tr>
      </thead>
      <tbody>
        {found.map((household) => (
          <tr>
            <td>
              <a href={`/console/households/${household.id}`}>{headOf(household) || say('console:open')}</a>
            </td>
            <td>
              {countyName(household.county, desk.language)} {household.township} {household.village.name}
            </td>
            <td class="number" data-label={say('console:household.persons')}>
              {household.persons.length}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The household as it is called: by its head's name, or its first person's. */
export function headOf({ persons }: Household): string {
  return (persons.find(({ relation }) => relation === 'head') ?? persons[0])?.name ?? ''
}
