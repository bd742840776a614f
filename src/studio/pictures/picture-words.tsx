import { useState } from 'react'
import { api, ApiProblem } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import { useMay } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox, TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { FocusPicker } from './focus-picker.tsx'
import type { LibraryPicture, TakenIn } from './use-sending.ts'

interface Props {
  readonly picture: LibraryPicture
  /** What the file said of itself, where it was only now taken in. */
  readonly inFile?: TakenIn['inFile']
  /** It stands in a story that has words of its own for it: those here may wait. */
  readonly isInStory?: boolean
  readonly onSaved: (picture: LibraryPicture) => void
}

/** What a picture is called: its description, caption, credit, licence, and the point that crops keep. */
export function PictureWords({ picture, inFile = null, isInStory = false, onSaved }: Props) {
  const { pictures, ui } = useMessages()
  const may = useMay()
  const [words, setWords] = useState(() => wordsOf(picture))
  const [focus, setFocus] = useState(picture.focus)
  const [problem, setProblem] = useState<unknown>(null)
  const [isSaving, setIsSaving] = useState(false)
  const change = (next: Partial<typeof words>) => setWords((present) => ({ ...present, ...next }))
  const save = async () => {
    setIsSaving(true)
    try {
      onSaved(await savePicture(picture, words, focus))
      setProblem(null)
      await refresh('GET /pictures', 'GET /pictures/{pictureId}')
    } catch (error) {
      setProblem(error)
    } finally {
      setIsSaving(false)
    }
  }
  return (
    <form
      className="picture-words"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <FocusPicker picture={picture} focus={focus} onChange={setFocus} />
      <WordFields words={words} inFile={inFile} mayWait={isInStory} onChange={change} />
      {problem !== null && (
        <Notice kind="problem" title={pictures.notSaved}>
          {problem instanceof ApiProblem && <p>{[problem.message, problem.remedy].filter(Boolean).join(' ')}</p>}
        </Notice>
      )}
      <div className="actions">
        <Button
          kind="main"
          type="submit"
          isDisabled={isSaving}
          whyNot={may('describe-picture') ? null : pictures.mayNotDescribe}
        >
          {ui.save}
        </Button>
      </div>
    </form>
  )
}

type Words = ReturnType<typeof wordsOf>

interface FieldsProps {
  readonly words: Words
  readonly inFile: TakenIn['inFile']
  readonly mayWait: boolean
  readonly onChange: (next: Partial<Words>) => void
}

function WordFields({ words, inFile, mayWait, onChange: change }: FieldsProps) {
  const { pictures } = useMessages()
  const isMute = !mayWait && !words.decorative && words.alt.trim() === ''
  return (
    <>
      <TextField
        label={pictures.alt}
        help={pictures.altHelp}
        rows={3}
        value={words.alt}
        isDisabled={words.decorative}
        problem={isMute ? pictures.altNeeded : null}
        onChange={(alt) => change({ alt })}
      />
      <Checkbox isSelected={words.decorative} onChange={(decorative) => change({ decorative, alt: '' })}>
        {pictures.decorative}
      </Checkbox>
      <TextField label={pictures.caption} rows={2} value={words.caption} onChange={(caption) => change({ caption })} />
      <InFile said={inFile?.caption} onTake={(caption) => change({ caption })} />
      <TextField
        label={pictures.credit}
        help={pictures.creditHelp}
        value={words.credit}
        onChange={(credit) => change({ credit })}
      />
      <InFile said={inFile?.credit} onTake={(credit) => change({ credit })} />
      <TextField label={pictures.licence} value={words.licence} onChange={(licence) => change({ licence })} />
      <InFile said={inFile?.copyright} onTake={(licence) => change({ licence })} />
    </>
  )
}

/** Words that stood in the file. They are taken over by a press alone: one of them may be a name that must not go out. */
function InFile({
  said,
  onTake,
}: {
  readonly said: string | null | undefined
  readonly onTake: (words: string) => void
}) {
  const { pictures } = useMessages()
  if (!said) return null
  return (
    <p className="in-file">
      {pictures.inFile} <q>{said}</q>{' '}
      <Button kind="quiet" onPress={() => onTake(said)}>
        {pictures.take}
      </Button>
    </p>
  )
}

const wordsOf = ({ alt, decorative, caption, credit, licence }: LibraryPicture) => ({
  alt,
  decorative,
  caption: caption ?? '',
  credit: credit ?? '',
  licence: licence ?? '',
})

/** Empty words are none. */
const orNull = (text: string): string | null => (text.trim() === '' ? null : text)

async function savePicture(
  picture: LibraryPicture,
  words: ReturnType<typeof wordsOf>,
  focus: LibraryPicture['focus'],
): Promise<LibraryPicture> {
  const params = { pictureId: picture.id }
  const body = {
    alt: words.alt,
    decorative: words.decorative,
    caption: orNull(words.caption),
    credit: orNull(words.credit),
    licence: orNull(words.licence),
  }
  const described = await api('PATCH /pictures/{pictureId}', { params, body })
  if (focus.x === picture.focus.x && focus.y === picture.focus.y) return described
  return (await api('PUT /pictures/{pictureId}/focus', { params, body: focus })).picture
}
