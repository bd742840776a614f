import { TextSelection } from 'prosemirror-state'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDesk } from '../writing/desk-context.ts'
import { askAbout, uncitedRanges } from './citing-plugin.ts'
import type { ClaimSeen } from './claim-lines.tsx'
import { ClaimShape } from './claim-shape.tsx'
import { citedWords } from './claim-marks.ts'

interface Figure {
  readonly from: number
  readonly to: number
  readonly words: string
  readonly claimId: string | null
}

/** Every figure of the text in reading order: who stands behind it, or that nobody does. */
export function FigureList({ claims = [] }: { readonly claims: readonly ClaimSeen[] | undefined }) {
  const { citing } = useMessages()
  const { view, mayWrite } = useDesk()
  if (!view) return null
  const uncited = uncitedRanges(view.state)
  const figures: Figure[] = [
    ...citedWords(view.state.doc),
    ...uncited.map((one) => ({ ...one, claimId: null })),
  ].toSorted((one, other) => one.from - other.from)
  const drafts = claims.filter(({ status }) => status === 'draft').length
  const goTo = ({ from, to }: Figure) => {
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)).scrollIntoView())
    view.focus()
  }
  return (
    <section className="figure-list" aria-labelledby="figures-here">
      <h3 id="figures-here">{citing.figuresHere}</h3>
      <p>
        {figures.length === 0
          ? citing.noFigures
          : uncited.length > 0
            ? citing.uncited(uncited.length)
            : citing.allCited}
      </p>
      {drafts > 0 && <p className="claim-note">{citing.notLiveMany(drafts)}</p>}
      <ul>
        {figures.map((figure) => (
          <li key={figure.from}>
            <button
              type="button"
              className="figure-words"
              aria-label={citing.goTo(figure.words)}
              onClick={() => goTo(figure)}
            >
              {figure.words}
            </button>
            <FigureState claim={claims.find(({ id }) => id === figure.claimId)} isCited={figure.claimId !== null} />
            {figure.claimId === null && mayWrite && (
              <Button
                kind="quiet"
                aria-label={`${citing.sayWho}: ${figure.words}`}
                onPress={() => {
                  goTo(figure)
                  askAbout(view)
                }}
              >
                {citing.sayWho}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function FigureState({ claim, isCited }: { readonly claim: ClaimSeen | undefined; readonly isCited: boolean }) {
  const { citing } = useMessages()
  if (!isCited) return <span className="figure-none">{citing.noClaim}</span>
  if (!claim) return null
  return (
    <span className="figure-said">
      <ClaimShape shape={claim.shape} /> {claim.claimant} {claim.verb} {claim.object}
      {claim.undone && <em> · {citing.undone[claim.undone]}</em>}
    </span>
  )
}
