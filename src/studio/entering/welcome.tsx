import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { type AnswerTo, api, ApiProblem } from '../api/api.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Loading } from '../shell/notices.tsx'
import { Select, TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { afterEntering } from './after-entering.ts'
import { Entry, LANGUAGE_NAMES } from './entry.tsx'
import { type Factor, NewPasskey, NewPassword } from './new-factor.tsx'
import { Said, useProblemWords } from './problem-words.ts'
import { RecoveryCodes } from './recovery-codes.tsx'

type Invitation = AnswerTo<'POST /entering/invitation'>

/** What stands behind the # when the page is opened; it goes nowhere from here but to the server that made it. */
const tokenInAddress = (): string => location.hash.slice(1)

/** Where somebody makes themselves an account, or a new way into theirs, with a link they were given. */
export function Welcome() {
  const { entering } = useMessages()
  const words = useProblemWords()
  const [token] = useState(tokenInAddress)
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    if (token === '') return
    const read = async () => {
      try {
        setInvitation(await api('POST /entering/invitation', { body: { token } }))
      } catch (error) {
        setProblem(words(error, { 'not-found': `${entering.welcome.notGood} ${entering.welcome.askNew}` }))
      }
    }
    void read()
    // Asked once: the words alone change with the language.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [token])
  return (
    <Entry title={token === '' ? entering.welcome.noLink : entering.welcome.title}>
      {token === '' && <p>{entering.welcome.noLinkHelp}</p>}
      {problem && (
        <Notice kind="problem">
          <p>{problem}</p>
        </Notice>
      )}
      {invitation && <Accepting token={token} invitation={invitation} />}
      {token !== '' && !invitation && !problem && <Loading />}
    </Entry>
  )
}

interface AcceptingProps {
  readonly token: string
  readonly invitation: Invitation
}

function Accepting({ token, invitation }: AcceptingProps) {
  const { entering, shell } = useMessages()
  const { language, speak } = useStudioLanguage()
  const router = useRouter()
  const [name, setName] = useState(invitation.name ?? '')
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const { welcome } = entering
  const isReset = invitation.kind === 'reset'
  const given = isReset ? (invitation.name ?? '') : name.trim()
  const goOn = async () => {
    await afterEntering()
    // The link is used up, and leaves the address and the history.
    await router.navigate({ to: '/', replace: true })
  }
  const keep = async (factor: Factor) => {
    const body = { token, name: given, language, factor }
    const { recoveryCodes } = await api('POST /entering/invitation/accept', { body })
    if (recoveryCodes === null) await goOn()
    else setCodes(recoveryCodes)
  }
  if (codes) {
    return (
      <div className="entry-sheet">
        <RecoveryCodes codes={codes} onKept={() => void goOn()} />
      </div>
    )
  }
  return (
    <>
      <About invitation={invitation} roles={invitation.grants.map(({ role }) => shell.roles[role])} />
      <div className="entry-sheet">
        {!isReset && (
          <>
            <TextField label={welcome.name} help={welcome.nameHelp} value={name} onChange={setName} maxLength={80} />
            <Select
              label={welcome.language}
              value={language}
              choices={(['en', 'fr'] as const).map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
              onChange={speak}
            />
          </>
        )}
        <Factors person={{ token, name: given }} keep={keep} />
      </div>
    </>
  )
}

interface FactorsProps {
  readonly person: { readonly token: string; readonly name: string }
  readonly keep: (factor: Factor) => Promise<void>
}

/** How they will come in: one of two ways, the better one first. */
function Factors({ person: body, keep }: FactorsProps) {
  const { factor, problems, welcome } = useMessages().entering
  // Refused here, it is the name; refused later, it is the way in.
  const named = async <Asked,>(ask: Promise<Asked>): Promise<Asked> => {
    try {
      return await ask
    } catch (error) {
      throw error instanceof ApiProblem && error.code === 'refused' ? new Said(problems.nameTaken) : error
    }
  }
  const whyNot = body.name === '' ? welcome.noName : null
  return (
    <>
      <h2>{welcome.factor}</h2>
      <section className="way">
        <h3>{factor.passkey}</h3>
        <p>{factor.passkeyHelp}</p>
        <NewPasskey ask={() => named(api('POST /entering/invitation/passkey', { body }))} keep={keep} whyNot={whyNot} />
      </section>
      <section className="way">
        <h3>{factor.password}</h3>
        <p>{factor.passwordHelp}</p>
        <NewPassword
          ask={() => named(api('POST /entering/invitation/second-factor', { body }))}
          keep={keep}
          whyNot={whyNot}
        />
      </section>
    </>
  )
}

function About({ invitation, roles }: { readonly invitation: Invitation; readonly roles: readonly string[] }) {
  const { welcome } = useMessages().entering
  const { kind, paper, expiresAt } = invitation
  const why = kind === 'first-owner' ? welcome.firstOwner : kind === 'reset' ? welcome.reset : welcome.invitation(paper)
  return (
    <p className="entry-about">
      {why} {kind === 'invitation' && welcome.roles(roles)} {welcome.until(expiresAt)}
    </p>
  )
}
