import type { Finding } from '../../story/checklist.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/field.tsx'
import { useDesk } from '../writing/desk-context.ts'
import { DeskLine } from './desk-line.tsx'
import { jumpToWords } from './jump-to-words.ts'

interface Props {
  readonly findings: readonly Finding[]
  readonly lookedAt: ReadonlySet<string>
  readonly onLookedAt: (key: string, isLookedAt: boolean) => void
}

/** What must be put right before the story goes out, and what somebody has to have looked at. */
export function Checks({ findings, lookedAt, onLookedAt }: Props) {
  const { publishing: m } = useMessages()
  const must = findings.filter(({ level }) => level === 'must')
  const should = findings.filter(({ level }) => level === 'should')
  return (
    <section className="publish-part">
      <h3>{m.checklist}</h3>
      {findings.length === 0 && <p className="publish-well">{m.allWell}</p>}
      {must.length > 0 && (
        <>
          <h4>{m.must}</h4>
          <ul className="checks must">
            {must.map((finding) => (
              <li key={finding.key}>
                <FindingWords finding={finding} />
              </li>
            ))}
          </ul>
        </>
      )}
      {should.length > 0 && (
        <>
          <h4>{m.should}</h4>
          <ul className="checks">
            {should.map((finding) => (
              <li key={finding.key}>
                <Checkbox
                  isSelected={lookedAt.has(finding.key)}
                  onChange={(isLookedAt) => onLookedAt(finding.key, isLookedAt)}
                >
                  {m.findings[finding.kind](finding.words ?? '')}
                </Checkbox>
                <ToTheWords finding={finding} />
              </li>
            ))}
          </ul>
        </>
      )}
      <DeskLine />
    </section>
  )
}

function FindingWords({ finding }: { readonly finding: Finding }) {
  const { publishing: m } = useMessages()
  return (
    <>
      <p>{m.findings[finding.kind](finding.words ?? '')}</p>
      <ToTheWords finding={finding} />
    </>
  )
}

/** Only what is about words of the body leads to them. */
const IN_THE_BODY: ReadonlySet<Finding['kind']> = new Set([
  'figure-without-alt',
  'figure-without-credit',
  'picture-missing',
  'claim-withdrawn',
  'link-broken',
  'link-private',
  'link-tracking',
  'uncited-figure',
  'date-rots',
])

function ToTheWords({ finding: { kind, words, around } }: { readonly finding: Finding }) {
  const { publishing: m } = useMessages()
  const { view } = useDesk()
  if (!view || words === null || !IN_THE_BODY.has(kind)) return null
  return (
    <Button
      kind="quiet"
      className="to-the-words"
      aria-label={`${m.toTheWords}: ${words}`}
      onPress={() => jumpToWords(view, words, around)}
    >
      {m.toTheWords}
    </Button>
  )
}
