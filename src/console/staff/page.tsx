import type { Fault } from '../../fault.ts'
import { textsIn } from '../../i18n/texts.ts'
import { areaOf, PROVINCE } from '../../staff/area.ts'
import { ROLES } from '../../staff/permissions.ts'
import { areaChoices, areaName } from '../area-name.ts'
import type { Desk, DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { FaultLines } from '../views/faults.tsx'
import { Select } from '../views/select.tsx'
import type { Member } from './members.ts'

type Shown = {
  /** A new member's link, shown once. */
  readonly link: string | null
  /** The fields that were not right. */
  readonly fault: Fault | null
  /** A new member's form as it was filled in. */
  readonly filled: Readonly<Record<string, string>>
}

/** Members of staff, and a link for a new one. */
export function staffPage(c: DeskContext, members: readonly Member[], { link, fault, filled }: Shown) {
  const desk = c.get('desk')
  const say = textsIn(desk.language)
  return framed(
    c,
    {
      here: 'staff',
      title: say('console:menu.staff'),
      children: (
        <>
          {link === null ? null : (
            <p class="done">
              {say('console:staff.link')}
              <br />
              <code class="secret">{link}</code>
            </p>
          )}
          {fault === null ? null : (
            <div class="fault" role="alert">
              <p>{say('console:staff.refused')}</p>
              <FaultLines language={desk.language} fault={fault} />
            </div>
          )}
          <Members desk={desk} members={members} />
          <NewMember desk={desk} filled={filled} />
        </>
      ),
    },
    fault === null ? 200 : 422,
  )
}

function Members({ desk, members }: { readonly desk: Desk; readonly members: readonly Member[] }) {
  const say = textsIn(desk.language)
  return (
    <table class="cards">
      <thead>
        <tr>
          <th>{say('console:sign-in.username')}</th>
          <th>{say('console:staff.name')}</th>
          <th>{say('console:staff.role')}</th>
          <th>{say('console:staff.area')}</th>
          <th>{say('console:factor.title')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr class={member.disabled ? 'off' : ''}>
            <td>
              <code>{member.username}</code>
            </td>
            <td>{member.name}</td>
            <td>{say(`console:role.${member.role}`)}</td>
            <td>{areaName(areaOf(member.areaCode, member.township) ?? PROVINCE, desk.language)}</td>
            <td data-label={say('console:factor.title')}>
              {say(member.hasSecondFactor ? 'console:yes' : 'console:no')}
            </td>
            <td>
              {member.username === desk.actor.name ? null : (
                <form
                  method="post"
                  action={`/console/staff/${member.id}/${member.disabled ? 'enable' : 'disable'}`}
                >
                  <button type="submit" class="plain">
                    {say(member.disabled ? 'console:staff.enable' : 'console:staff.disable')}
                  </button>
                </form>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function NewMember({ desk, filled }: { readonly desk: Desk } & Pick<Shown, 'filled'>) {
  const say = textsIn(desk.language)
  return (
    <section>
      <h2>{say('console:staff.new')}</h2>
      <form method="post" action="/console/staff" class="grid">
        <label>
          {say('console:sign-in.username')}
          <input name="username" value={filled['username']} pattern="[a-z0-9_.]{3,30}" required />
        </label>
        <label>
          {say('console:staff.name')}
          <input name="name" value={filled['name']} maxlength={60} required />
        </label>
        <Select
          name="role"
          label={say('console:staff.role')}
          value={filled['role'] ?? ''}
          choices={ROLES.filter((role) => role !== 'service').map((role) => ({
            value: role,
            label: say(`console:role.${role}`),
          }))}
        />
        <Select
          name="area"
          label={say('console:staff.area')}
          value={filled['area'] ?? ''}
          choices={areaChoices(desk)}
        />
        <label>
          {say('console:staff.township')}
          <input name="township" value={filled['township']} />
        </label>
        <button type="submit">{say('console:staff.invite')}</button>
      </form>
    </section>
  )
}
