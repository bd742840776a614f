import type { EditorView } from 'prosemirror-view'
import { useState } from 'react'
import { publicHref } from '../../story/href.ts'
import { isWebAddress } from '../../story/web-address.ts'
import { isLanguageTag } from '../../story/text-direction.ts'
import { useMessages } from '../messages/messages.tsx'
import { TextField } from '../ui/field.tsx'
import { AskForm } from './ask-form.tsx'
import { insertEmbed } from './insert-commands.ts'
import { insertLinked, markedWords, markWords, wordsFor } from './mark-commands.ts'
import { storySchema } from './schema.ts'

interface Props {
  readonly view: EditorView
  readonly onClose: () => void
}

const { link, language } = storySchema.marks

/** What somebody means who writes an address by hand: `example.org` is a site, `desk@example.org` a mailbox. */
function meantAddress(typed: string): string | null {
  const text = typed.trim()
  const guess = /^[^\s/@:#]+@[^\s/@]+\.\w+$/.test(text)
    ? `mailto:${text}`
    : /^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(text)
      ? `https://${text}`
      : text
  if (!isWebAddress(guess)) return null
  return guess.startsWith('#') || publicHref(guess) !== null ? guess : null
}

/** Where a link leads, and where no words are selected, which words carry it. */
export function LinkBar({ view, onClose }: Props) {
  const { editor } = useMessages()
  const [known] = useState(() => markedWords(view.state, link))
  const [needsWords] = useState(() => wordsFor(view.state, link) === null)
  const [address, setAddress] = useState<string>(() => known?.mark.attrs['href'] ?? '')
  const [words, setWords] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const set = () => {
    const href = meantAddress(address)
    if (href === null) return setProblem(editor.link.wrong)
    const put = needsWords ? insertLinked(words.trim() || address.trim(), href) : markWords(link, { href })
    put(view.state, view.dispatch)
    onClose()
  }
  const takeOff = () => {
    markWords(link, null)(view.state, view.dispatch)
    onClose()
  }
  return (
    <AskForm
      title={editor.link.title}
      set={editor.link.set}
      onSet={set}
      onClose={onClose}
      remove={known && { label: editor.link.remove, press: takeOff }}
    >
      <TextField
        label={editor.link.address}
        help={editor.link.addressHelp}
        value={address}
        problem={problem}
        onChange={setAddress}
        inputMode="url"
      />
      {needsWords && <TextField label={editor.link.words} value={words} onChange={setWords} />}
    </AskForm>
  )
}

/** Which language words are in that are not the story's own. */
export function LanguageBar({ view, onClose }: Props) {
  const { editor } = useMessages()
  const [known] = useState(() => markedWords(view.state, language))
  const [tag, setTag] = useState<string>(() => known?.mark.attrs['language'] ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const set = () => {
    const wanted = tag.trim()
    if (!isLanguageTag(wanted)) return setProblem(editor.language.wrong)
    markWords(language, { language: wanted })(view.state, view.dispatch)
    onClose()
  }
  const takeOff = () => {
    markWords(language, null)(view.state, view.dispatch)
    onClose()
  }
  return (
    <AskForm
      title={editor.language.title}
      set={editor.language.set}
      onSet={set}
      onClose={onClose}
      remove={known && { label: editor.language.remove, press: takeOff }}
    >
      <TextField
        label={editor.language.tag}
        help={editor.language.tagHelp}
        value={tag}
        problem={problem}
        onChange={setTag}
      />
    </AskForm>
  )
}

/** The address of a film or a post elsewhere, and the words that readers see for it. */
export function EmbedBar({ view, onClose }: Props) {
  const { editor } = useMessages()
  const [address, setAddress] = useState('')
  const [words, setWords] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const set = () => {
    const url = meantAddress(address)
    if (url === null || !/^https?:/i.test(url)) return setProblem(editor.embed.wrong)
    insertEmbed(url, words.trim())(view.state, view.dispatch)
    onClose()
  }
  return (
    <AskForm title={editor.embed.title} set={editor.embed.set} onSet={set} onClose={onClose}>
      <TextField label={editor.embed.address} value={address} problem={problem} onChange={setAddress} inputMode="url" />
      <TextField label={editor.embed.words} help={editor.embed.wordsHelp} value={words} onChange={setWords} />
    </AskForm>
  )
}
