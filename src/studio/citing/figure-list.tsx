import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { memo } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDesk } from '../writing/desk-context.ts'
import { askAbout } from './citing-plugin.ts'
import type { ClaimSeen } from './claim-lines.tsx'
import { ClaimShape } from './claim-shape.tsx'
import { figuresHere } from './figures-here.ts'

/** Every figure of the text in reading order: who stands behind it, or that nobody does. */
export function FigureList({ claims = [] }: { readonly claims: readonly ClaimSeen[] | undefined }) {
  const { citing } = useMessages()
  const { view, mayWrite } = useDesk()
  if (!view) return null
  const figures = figuresHere(view.state)
  const uncited = figures.filter(({ claimId }) => claimId === null).length
  const drafts = claims.filter(({ status }) => status === 'draft').length
  return (
    <section className="figure-list" aria-labelledby="figures-here">
      <h3 id="figures-here">{citing.figuresHere}</h3>
      <p>{figures.length === 0 ? citing.noFigures : uncited > 0 ? citing.uncited(uncited) : citing.allCited}</p>
      {drafts > 0 && <p className="claim-note">{citing.notLiveMany(drafts)}</p>}
      <ul>
        {figures.map(({ key, words, claimId }) => (
          <FigureRow
            key={key}
            name={key}
            words={words}
            claim={claims.find(({ id }) => id === claimId)}
            isCited={claimId !== null}
            view={view}
            mayWrite={mayWrite}
          />
        ))}
      </ul>
    </section>
  )
}

interface RowProps {
  /** The figure's `key`: where it stands is looked up when it is gone to. */
  readonly name: string
  readonly words: string
  readonly claim: ClaimSeen | undefined
  readonly isCited: boolean
  readonly view: EditorView
  readonly mayWrite: boolean
}

/** One figure. A text may have hundreds, so a row is drawn anew only when its own words or claim change. */
const FigureRow = memo(function FigureRow({ name, words, claim, isCited, view, mayWrite }: RowProps) {
  const { citing } = useMessages()
  return (
    <li>
      <button
        type="button"
        className="figure-words"
        aria-label={citing.goTo(words)}
        onClick={() => goToFigure(view, name)}
      >
        {words}
      </button>
      <FigureState claim={claim} isCited={isCited} />
      {!isCited && mayWrite && (
        <Button
          kind="quiet"
          aria-label={`${citing.sayWho}: ${words}`}
          onPress={() => {
            goToFigure(view, name)
            askAbout(view)
          }}
        >
          {citing.sayWho}
        </Button>
      )}
    </li>
  )
})

function goToFigure(view: EditorView, name: string): void {
  const found = figuresHere(view.state).find(({ key }) => key === name)
  if (found) {
    const { doc, tr } = view.state
    view.dispatch(tr.setSelection(TextSelection.create(doc, found.from, found.to)).scrollIntoView())
  }
  view.focus()
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
