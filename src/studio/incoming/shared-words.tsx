import { Link } from '@tanstack/react-router'
import { api } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import { useMay } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import type { WholeItem } from './incoming-item.tsx'

type Proposal = WholeItem['proposals'][number]

/** A long passage is shown by its beginning. */
const LONGEST = 400

/** What an item shares its words with: to be accepted, so that the record says who carries whom, or refused. */
export function SharedWords({ item }: { readonly item: WholeItem }) {
  const { incoming } = useMessages()
  return (
    <section className="incoming-carried" aria-labelledby="incoming-carried">
      <h2 id="incoming-carried">{incoming.shared.title}</h2>
      {item.proposals.length === 0 ? (
        <p className="incoming-help">{incoming.shared.none}</p>
      ) : (
        <>
          {item.proposals.some(mayBeAccepted) && <p className="incoming-help">{incoming.shared.help}</p>}
          <ul className="rows">
            {item.proposals.map((proposal) => (
              <ProposalRow key={proposal.ofId} item={item} proposal={proposal} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** What came later, or is ours, is told and not asked. */
const mayBeAccepted = ({ kind, direction }: Proposal): boolean => direction === 'carries' && kind !== 'story'

interface Props {
  readonly item: WholeItem
  readonly proposal: Proposal
}

function ProposalRow({ item, proposal }: Props) {
  const { incoming } = useMessages()
  const { kind, title, who, direction, ofItem, ofOther, words, passage } = proposal
  const says = kind === 'claim' ? 'quotes' : direction
  return (
    <li>
      <p>
        <span className="state">{incoming.shared.kinds[kind]}</span>{' '}
        <strong>{incoming.shared[says](title, who)}</strong>
      </p>
      <p className="incoming-help">{incoming.shared.figures(ofItem, ofOther, words)}</p>
      <blockquote className="incoming-passage" lang={item.language ?? undefined}>
        {passage.length > LONGEST ? `${passage.slice(0, LONGEST)}…` : passage}
      </blockquote>
      <Answers item={item} proposal={proposal} />
    </li>
  )
}

function Answers({ item, proposal }: Props) {
  const { incoming } = useMessages()
  const may = useMay()
  const { run, isBusy, notice } = useDoing()
  const { shared } = incoming
  const mayAccept = mayBeAccepted(proposal) && may('answer-carried')
  const say = (how: 'accept' | 'refuse' | 'reconsider') => () =>
    void run(async () => {
      const asked = { params: { incomingId: item.id }, body: { ofId: proposal.ofId } }
      await api(`POST /incoming/{incomingId}/carried/${how}`, asked)
      await refresh('GET /incoming', 'GET /incoming/{incomingId}')
    })
  return (
    <>
      {notice}
      <div className="actions">
        {proposal.answer !== null && <span role="status">{shared[proposal.answer]}</span>}
        {mayAccept && proposal.answer === null && (
          <>
            <Button isDisabled={isBusy} onPress={say('accept')}>
              {shared.accept}
            </Button>
            <Button isDisabled={isBusy} onPress={say('refuse')}>
              {shared.refuse}
            </Button>
          </>
        )}
        {mayAccept && proposal.answer === 'refused' && (
          <Button kind="quiet" isDisabled={isBusy} onPress={say('reconsider')}>
            {shared.reconsider}
          </Button>
        )}
        <ToOther proposal={proposal} />
      </div>
    </>
  )
}

/** The way to what the words are shared with. */
function ToOther({ proposal: { kind, ofId, title } }: { readonly proposal: Proposal }) {
  const { incoming } = useMessages()
  const words = (
    <>
      {incoming.shared.open}
      <span className="visually-hidden">: {title}</span>
    </>
  )
  if (kind === 'copy') {
    return (
      <Link to="/incoming/$incomingId" params={{ incomingId: ofId }}>
        {words}
      </Link>
    )
  }
  if (kind === 'story') {
    return (
      <Link to="/stories/$storyId" params={{ storyId: ofId }}>
        {words}
      </Link>
    )
  }
  return (
    <Link to="/record/$entryId" params={{ entryId: ofId }}>
      {words}
    </Link>
  )
}
