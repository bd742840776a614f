import { inLanguage } from '../../story/section.ts'
import { type Role, ROLES } from '../../staff/role.ts'
import type { AnswerTo } from '../api/api.ts'
import { useSession } from '../api/session.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/field.tsx'

export type Grant = AnswerTo<'GET /team'>['accounts'][number]['grants'][number]

/** A role in words: "editor, Sahel desk". */
export function useGrantWords(): (grant: Grant) => string {
  const { shell } = useMessages()
  const { language } = useStudioLanguage()
  const { desks } = useSession()
  return ({ role, deskId }) => {
    const desk = desks.find(({ id }) => id === deskId)
    return desk ? `${shell.roles[role]} (${inLanguage(desk.names, language)})` : shell.roles[role]
  }
}

interface Props {
  readonly grants: readonly Grant[]
  readonly onChange: (grants: Grant[]) => void
}

const WHOLE_PAPER: string = 'paper'

/** What somebody is trusted with: roles, each for the whole paper or for a desk. */
export function Grants({ grants, onChange }: Props) {
  const { shell, team, ui } = useMessages()
  const { language } = useStudioLanguage()
  const { desks } = useSession()
  const change = (index: number, next: Partial<Grant>) =>
    onChange(grants.map((grant, at) => (at === index ? within({ ...grant, ...next }) : grant)))
  return (
    <fieldset className="grants">
      <legend>{team.roles}</legend>
      {grants.map((grant, index) => (
        <div key={`${index} ${grant.role}`} className="grant">
          <Select
            label={team.role}
            value={grant.role}
            choices={ROLES.map((value) => ({ value, label: shell.roles[value], help: team.roleHelp[value] }))}
            onChange={(role: Role) => change(index, { role })}
          />
          {desks.length > 0 && grant.role !== 'owner' && (
            <Select
              label={team.desk}
              value={grant.deskId ?? WHOLE_PAPER}
              choices={[
                { value: WHOLE_PAPER, label: team.wholePaper },
                ...desks.map(({ id, names }) => ({ value: id as string, label: inLanguage(names, language) })),
              ]}
              onChange={(value) => change(index, { deskId: desks.find(({ id }) => id === value)?.id ?? null })}
            />
          )}
          {grants.length > 1 && (
            <Button kind="quiet" onPress={() => onChange(grants.filter((_, at) => at !== index))}>
              {ui.remove}
            </Button>
          )}
        </div>
      ))}
      <Button kind="quiet" onPress={() => onChange([...grants, { role: 'reporter', deskId: null }])}>
        {team.anotherRole}
      </Button>
    </fieldset>
  )
}

/** An owner's role is for the whole paper. */
const within = (grant: Grant): Grant => (grant.role === 'owner' ? { ...grant, deskId: null } : grant)
