import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { When } from '../ui/when.tsx'
import { useDesk } from '../writing/desk-context.ts'
import { acceptSuggestion, refuseSuggestion } from './margin-commands.ts'
import type { MarginItem } from './margin-items.ts'

interface Props {
  readonly item: Extract<MarginItem, { kind: 'suggestion' }>
  readonly nameOf: (by: string) => string
  readonly isActive: boolean
  readonly onShow: () => void
}

/** Other words that somebody suggests, with what is there now. */
export function MarginSuggestion({ item, nameOf, isActive, onShow }: Props) {
  const { panel } = useMessages().margin
  const { view, mayWrite } = useDesk()
  const { suggestion, words } = item
  const whyNot = mayWrite ? null : panel.needsPen
  const settle = (command: typeof acceptSuggestion) => {
    if (!view) return
    command(suggestion.id)(view.state, view.dispatch)
    view.focus()
  }
  return (
    <li className="margin-item" data-here={isActive || undefined}>
      <p className="margin-who">
        {nameOf(suggestion.by)} · <When at={suggestion.at} />
      </p>
      <dl className="margin-change">
        {words !== '' && (
          <>
            <dt>{suggestion.text === '' ? panel.cut : panel.instead}</dt>
            <dd>
              <del>{words}</del>
            </dd>
          </>
        )}
        {suggestion.text !== '' && (
          <>
            <dt>{panel.add}</dt>
            <dd>
              <ins>{suggestion.text}</ins>
            </dd>
          </>
        )}
      </dl>
      <div className="actions">
        <Button isDisabled={!mayWrite} onPress={() => settle(acceptSuggestion)}>
          {panel.accept}
        </Button>
        <Button isDisabled={!mayWrite} onPress={() => settle(refuseSuggestion)}>
          {panel.refuse}
        </Button>
        <Button kind="quiet" onPress={onShow}>
          {panel.show}
        </Button>
      </div>
      {whyNot && <p className="margin-help">{whyNot}</p>}
    </li>
  )
}
