import { usePaper } from '../api/session.ts'
import { useStudioLanguage } from '../messages/messages.tsx'
import { TextField } from './field.tsx'

interface Props {
  readonly label: string
  readonly texts: Readonly<Record<string, string>>
  readonly onChange: (texts: Readonly<Record<string, string>>) => void
  readonly rows?: number
}

/** One text in each of the paper's languages. */
export function TranslatedFields({ label, texts, onChange, rows }: Props) {
  const { languages } = usePaper()
  const { language: own } = useStudioLanguage()
  const nameOf = (language: string) => new Intl.DisplayNames([own], { type: 'language' }).of(language) ?? language
  return (
    <fieldset className="translated">
      <legend>{label}</legend>
      {languages.map((language) => (
        <TextField
          key={language}
          label={nameOf(language)}
          value={texts[language] ?? ''}
          onChange={(text) => onChange({ ...texts, [language]: text })}
          {...(rows === undefined ? {} : { rows })}
        />
      ))}
    </fieldset>
  )
}
