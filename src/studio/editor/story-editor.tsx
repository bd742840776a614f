import type { EditorState, Plugin, Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { useEffect, useRef, useState } from 'react'
import type { StoryDocument } from '../../story/document.ts'
import { type StudioLanguage, useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { AskBar } from './ask-bar.tsx'
import { setApart } from './body-care.ts'
import { type CommandName, COMMAND_META } from './commands.ts'
import { editorPlugins, editorState } from './editor-plugins.ts'
import { HelpSheet } from './help-sheet.tsx'
import { nodeViews } from './node-views.ts'
import { SlashList } from './slash-list.tsx'
import { studioSurroundings } from './studio-surroundings.ts'
import { suggestInstead } from './suggest-mode.ts'
import type { Surroundings } from './surroundings.ts'
import { watchPlugin } from './watch-view.ts'
import 'prosemirror-view/style/prosemirror.css'
import 'prosemirror-gapcursor/style/gapcursor.css'
import 'prosemirror-tables/style/tables.css'
import './editor.css'

interface Props {
  /** What the text is when the editor opens. Later changes of it are not looked at: give the editor another `key`. */
  readonly initial: StoryDocument
  /** The story's language, a BCP 47 tag. */
  readonly language: string
  /** What others add: paste, citing, the margin. The same array as long as nothing is added or taken away. */
  readonly plugins?: readonly Plugin[]
  readonly isEditable: boolean
  /** What is given here stands before what the studio says by itself. Looked at when the editor opens. */
  readonly surroundings?: Surroundings
  /** The view, once it stands; null when it is taken away. */
  readonly onReady?: (view: EditorView | null) => void
  /** After each transaction, with the state it made. On the typing path: whatever takes time belongs elsewhere. */
  readonly onTransaction?: (tr: Transaction, state: EditorState) => void
}

const NONE: readonly Plugin[] = []

/** The text of a story, for writing. */
export function StoryEditor(props: Props) {
  const { language, plugins = NONE, isEditable } = props
  const { editor: words } = useMessages()
  const { language: spoken } = useStudioLanguage()
  const place = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const latest = useRef({ props, words, spoken })
  latest.current = { props, words, spoken }
  const [view, setView] = useState<EditorView | null>(null)
  const [said, setSaid] = useState<CommandName | null>(null)

  useEffect(() => {
    const made = open(place.current, latest, setSaid)
    setView(made)
    latest.current.props.onReady?.(made)
    return () => {
      latest.current.props.onReady?.(null)
      setView(null)
      made.destroy()
    }
  }, [])

  useEffect(() => {
    view?.setProps({
      editable: () => isEditable,
      nodeViews: nodeViews(words),
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': words.textOfStory,
        'aria-readonly': String(!isEditable),
        lang: language,
        dir: 'auto',
        spellcheck: 'true',
        class: 'story-text',
      },
    })
  }, [view, isEditable, language, words])

  const first = useRef(plugins)
  useEffect(() => {
    if (!view || first.current === plugins) return
    first.current = plugins
    view.updateState(view.state.reconfigure({ plugins: pluginsOf(latest) }))
  }, [view, plugins])

  return (
    <div className="story-editor" ref={frame}>
      <div ref={place} />
      {view && <SlashList view={view} frame={frame} />}
      {view && <AskBar view={view} frame={frame} />}
      {view && <HelpSheet view={view} />}
      <p className="visually-hidden" role="status">
        {said && words.commands[said].label}
      </p>
    </div>
  )
}

interface Latest {
  readonly current: {
    readonly props: Props
    readonly words: ReturnType<typeof useMessages>['editor']
    readonly spoken: StudioLanguage
  }
}

const optionsOf = (latest: Latest) => {
  const { plugins = NONE, surroundings } = latest.current.props
  return {
    words: () => latest.current.words,
    surroundings: { ...studioSurroundings(latest.current.spoken), ...surroundings },
    plugins: [...plugins, watchPlugin()],
  }
}

const pluginsOf = (latest: Latest): Plugin[] => editorPlugins(optionsOf(latest))

/** Opens the editor. Nothing in here reads the whole text at a keystroke. */
function open(place: HTMLElement | null, latest: Latest, say: (name: CommandName) => void): EditorView {
  const view: EditorView = new EditorView(place, {
    state: editorState(latest.current.props.initial, optionsOf(latest)),
    nodeViews: nodeViews(latest.current.words),
    dispatchTransaction(plain) {
      const tr = suggestInstead(view.state, setApart(plain))
      const state = view.state.apply(tr)
      view.updateState(state)
      const command: CommandName | undefined = tr.getMeta(COMMAND_META)
      if (command && tr.docChanged) say(command)
      latest.current.props.onTransaction?.(tr, state)
    },
  })
  return view
}
