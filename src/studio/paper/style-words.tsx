import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { findingWords } from '../../desk/findings/finding-words.ts'
import { FINDING_KINDS } from '../../desk/reading.ts'
import { type AnswerTo, api } from '../api/api.ts'
import { asking, refresh } from '../api/queries.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { Checkbox } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Screen } from '../ui/screen.tsx'
import { StyleWordList } from './style-word-list.tsx'
import './paper.css'

type Style = AnswerTo<'GET /desk/style'>

/** Words that the paper does not use as its own, and what the attribution desk looks for. */
export function StyleWords() {
  const { attribution } = useMessages()
  const style = useSuspenseQuery(asking('GET /desk/style', {})).data
  const [saved, setSaved] = useState(0)
  return (
    <Screen title={attribution.style.title} about={attribution.style.about}>
      {/* Anew after each save: what the server made of it stands there. */}
      <StyleForm key={saved} style={style} onSaved={() => setSaved(saved + 1)} />
      {saved > 0 && <Notice kind="done" title={attribution.style.saved} />}
    </Screen>
  )
}

function StyleForm({ style, onSaved }: { readonly style: Style; readonly onSaved: () => void }) {
  const { attribution } = useMessages()
  const m = attribution.style
  const [words, setWords] = useState(style.words)
  const [without, setWithout] = useState(style.without)
  const { run, isBusy, notice } = useDoing()
  const put = (asked: Style['words'] | null) =>
    run(async () => {
      await api('PUT /desk/style', { body: { words: asked, without } })
      await refresh('GET /desk/style')
      onSaved()
    })
  // The list that came with the program is not kept as the paper's own: a later one takes its place.
  const save = () => put(style.isDefault && words === style.words ? null : words)
  return (
    <div className="form">
      <StyleWordList words={words} onChange={setWords} />
      {style.isDefault && words === style.words ? (
        <p className="paper-help">{m.isDefault}</p>
      ) : (
        <Button kind="quiet" isDisabled={isBusy} onPress={() => void put(null)}>
          {m.restore}
        </Button>
      )}
      <KindsLookedFor without={without} onChange={setWithout} />
      {notice}
      <Button kind="main" isDisabled={isBusy} onPress={() => void save()}>
        {m.save}
      </Button>
    </div>
  )
}

interface KindsProps {
  readonly without: Style['without']
  readonly onChange: (without: Style['without']) => void
}

function KindsLookedFor({ without, onChange }: KindsProps) {
  const { attribution } = useMessages()
  const { language } = useStudioLanguage()
  const { kinds } = findingWords(language)
  return (
    <fieldset className="paper-group paper-kinds">
      <legend>{attribution.style.looksFor}</legend>
      <p className="paper-help">{attribution.style.looksForHelp}</p>
      {FINDING_KINDS.map((kind) => (
        <Checkbox
          key={kind}
          isSelected={!without.includes(kind)}
          onChange={(isLookedFor) => onChange(isLookedFor ? without.filter((one) => one !== kind) : [...without, kind])}
        >
          {kinds[kind].title}
        </Checkbox>
      ))}
    </fieldset>
  )
}
