import { type FormEvent, useState } from 'react'
import type { StyleWord } from '../../desk/desk-text.ts'
import { DESK_LANGUAGES, type DeskLanguage } from '../../desk/language.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Select, TextField } from '../ui/field.tsx'

interface Props {
  readonly words: readonly StyleWord[]
  readonly onChange: (words: StyleWord[]) => void
}

const isSame = (one: StyleWord, other: StyleWord): boolean => one.word === other.word && one.language === other.language

/** The words, each with what the paper says instead; one more is added below. */
export function StyleWordList({ words, onChange }: Props) {
  const { attribution, ui } = useMessages()
  const { language } = useStudioLanguage()
  const names = new Intl.DisplayNames([language], { type: 'language' })
  return (
    <section className="paper-group">
      {words.length === 0 && <p>{attribution.style.none}</p>}
      <ul className="rows">
        {words.map((word) => (
          <li key={`${word.language} ${word.word}`} className="row-line">
            <span>
              <b lang={word.language}>{word.word}</b>
              {word.instead !== null && <span lang={word.language}> → {word.instead}</span>}{' '}
              <small>{names.of(word.language)}</small>
            </span>
            <Button
              kind="quiet"
              aria-label={attribution.style.remove(word.word)}
              onPress={() => onChange(words.filter((one) => one !== word))}
            >
              {ui.remove}
            </Button>
          </li>
        ))}
      </ul>
      <NewWord onAdd={(added) => onChange([...words.filter((one) => !isSame(one, added)), added])} />
    </section>
  )
}

function NewWord({ onAdd }: { readonly onAdd: (word: StyleWord) => void }) {
  const { attribution } = useMessages()
  const m = attribution.style
  const studio = useStudioLanguage().language
  const names = new Intl.DisplayNames([studio], { type: 'language' })
  const [word, setWord] = useState('')
  const [instead, setInstead] = useState('')
  const [language, setLanguage] = useState<DeskLanguage>(studio)
  const add = (event: FormEvent) => {
    event.preventDefault()
    const text = word.trim().toLowerCase()
    if (text === '') return
    onAdd({ word: text, language, instead: instead.trim() || null })
    setWord('')
    setInstead('')
  }
  return (
    <form className="paper-new" onSubmit={add}>
      <TextField label={m.word} value={word} maxLength={60} onChange={setWord} />
      <Select
        label={m.language}
        value={language}
        choices={DESK_LANGUAGES.map((value) => ({ value, label: names.of(value) ?? value }))}
        onChange={setLanguage}
      />
      <TextField label={m.instead} value={instead} maxLength={60} onChange={setInstead} />
      <Button type="submit">{m.add}</Button>
    </form>
  )
}
