import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { NAME_KINDS, type NameKind } from '../../intake/name-mapping.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { editsFrom, mappingFile, type NameEdits, type Preview, withEdit } from './name-edits.ts'
import { saveFile } from './save-file.ts'

interface Props {
  readonly names: Preview['names']
  readonly edits: NameEdits
  readonly onChange: (edits: NameEdits) => void
}

/** A screen of fields is enough; of more names the file is the better place. */
const SHOWN = 60

/** What the old site's names become, field by field or from a file. */
export function NameFields({ names, edits, onChange }: Props) {
  const { moving } = useMessages()
  const words = moving.names
  const [isBad, setIsBad] = useState(false)
  const load = async (file: File) => {
    const read = editsFrom(await file.text(), names)
    setIsBad(read === undefined)
    if (read) onChange(read)
  }
  if (NAME_KINDS.every((kind) => names[kind].length === 0)) return null
  return (
    <section className="moving-names">
      <h3>{words.title}</h3>
      <p className="moving-help">{words.about}</p>
      {NAME_KINDS.filter((kind) => names[kind].length > 0).map((kind) => (
        <NamesOfKind key={kind} kind={kind} {...{ names, edits, onChange }} />
      ))}
      {isBad && <Notice kind="problem" title={words.badFile} />}
      <div className="actions">
        <Button
          kind="quiet"
          onPress={() => saveFile(new Blob([`${JSON.stringify(mappingFile(edits, names), null, 2)}\n`]), 'names.json')}
        >
          {words.save}
        </Button>
        <FileTrigger
          acceptedFileTypes={['application/json', '.json']}
          onSelect={(files) => {
            const [file] = files ?? []
            if (file) void load(file)
          }}
        >
          <Button kind="quiet">{words.load}</Button>
        </FileTrigger>
      </div>
    </section>
  )
}

function NamesOfKind({ kind, names, edits, onChange }: Props & { readonly kind: NameKind }) {
  const { moving } = useMessages()
  const words = moving.names
  const all = names[kind]
  return (
    <details className="moving-kind">
      <summary>
        {words[kind]} ({all.length})
      </summary>
      <div className="moving-fields">
        {all.slice(0, SHOWN).map(({ name, stories }) => (
          <TextField
            key={name}
            label={words.becomes(name)}
            help={words.inStories(stories)}
            value={edits[kind][name] ?? name}
            onChange={(becomes) => onChange(withEdit(edits, kind, name, becomes))}
          />
        ))}
      </div>
      {all.length > SHOWN && <p className="moving-help">{words.more(all.length - SHOWN)}</p>}
    </details>
  )
}
