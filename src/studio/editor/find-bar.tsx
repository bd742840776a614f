import type { EditorView } from 'prosemirror-view'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/field.tsx'
import { closeFind, findingIn, goToMatch, lookFor, replaceAll, replaceOne } from './find.ts'
import type { FindQuery } from './find-matches.ts'
import { useWatched } from './watch-view.ts'
import './find.css'

/** The bar above the text in which words are found and replaced. It stands in the page, and nothing waits for it. */
export function FindBar({ view }: { readonly view: EditorView }) {
  const isOpen = useWatched(view, ({ state }) => findingIn(state).isOpen, 'now')
  return isOpen ? <OpenFindBar view={view} /> : null
}

function OpenFindBar({ view }: { readonly view: EditorView }) {
  const { find } = useMessages().margin
  useWatched(view, ({ state }) => findingIn(state).changes, 'now')
  const { query, matches, current, asked } = findingIn(view.state)
  const field = useRef<HTMLInputElement>(null)
  const look = (part: Partial<FindQuery>) => lookFor({ ...query, ...part })(view.state, view.dispatch)
  const go = (step: 1 | -1) => goToMatch(step)(view.state, view.dispatch)
  useEffect(() => field.current?.select(), [asked])
  const onKeyDown = (event: KeyboardEvent) => {
    const isFind = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f'
    if (event.key === 'Escape') leave(view)
    else if (isFind) field.current?.select()
    else if (event.key === 'F3') go(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
  }
  return (
    <search className="find-bar" aria-label={find.label} onKeyDown={onKeyDown}>
      <div className="find-line">
        <label className="find-field">
          <span>{find.find}</span>
          <input
            ref={field}
            value={query.text}
            onChange={({ target }) => look({ text: target.value })}
            onKeyDown={(event) => onEnter(event, () => go(event.shiftKey ? -1 : 1))}
          />
        </label>
        <output className="find-count" aria-live="polite">
          {query.text !== '' && find.count(current + 1, matches.length)}
        </output>
        <Button aria-label={find.previous} isDisabled={matches.length === 0} onPress={() => go(-1)}>
          ↑
        </Button>
        <Button aria-label={find.next} isDisabled={matches.length === 0} onPress={() => go(1)}>
          ↓
        </Button>
        <Button kind="quiet" aria-label={find.close} onPress={() => leave(view)}>
          ×
        </Button>
      </div>
      {view.editable && <Replace view={view} hasMatches={matches.length > 0} />}
      <div className="find-line">
        <Checkbox isSelected={query.matchCase} onChange={(matchCase) => look({ matchCase })}>
          {find.matchCase}
        </Checkbox>
        <Checkbox isSelected={query.wholeWords} onChange={(wholeWords) => look({ wholeWords })}>
          {find.wholeWords}
        </Checkbox>
        <Checkbox isSelected={query.matchAccents} onChange={(matchAccents) => look({ matchAccents })}>
          {find.matchAccents}
        </Checkbox>
      </div>
    </search>
  )
}

function Replace({ view, hasMatches }: { readonly view: EditorView; readonly hasMatches: boolean }) {
  const { find } = useMessages().margin
  const [words, setWords] = useState('')
  const [replaced, setReplaced] = useState<number | null>(null)
  const one = () => {
    setReplaced(null)
    replaceOne(words)(view.state, view.dispatch)
  }
  const all = () => {
    setReplaced(findingIn(view.state).matches.length)
    replaceAll(words)(view.state, view.dispatch)
  }
  return (
    <div className="find-line">
      <label className="find-field">
        <span>{find.replace}</span>
        <input
          value={words}
          onChange={({ target }) => setWords(target.value)}
          onKeyDown={(event) => onEnter(event, one)}
        />
      </label>
      <Button isDisabled={!hasMatches} onPress={one}>
        {find.replaceOne}
      </Button>
      <Button isDisabled={!hasMatches} onPress={all}>
        {find.replaceAll}
      </Button>
      <output aria-live="polite">{replaced !== null && find.replaced(replaced)}</output>
    </div>
  )
}

function onEnter(event: KeyboardEvent, run: () => void): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  event.preventDefault()
  run()
}

function leave(view: EditorView): void {
  closeFind(view.state, view.dispatch)
  view.focus()
}
