import { BASES } from '../../record/claim.ts'
import { usePaper } from '../api/session.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Select, TextField } from '../ui/field.tsx'
import type { CiteFields, CiteProblems } from './cite-fields.ts'
import { EntryCombo } from './entry-combo.tsx'
import { languageChoices } from './language-choices.ts'
import { choicesOf } from './words-of.ts'

const ACTS = ['assert', 'estimate', 'admit', 'accuse'] as const

interface Props {
  readonly fields: CiteFields
  /** Who passed it on by the text's words, where the record does not know them. */
  readonly offered: string | null
  readonly problems: CiteProblems
  readonly onChange: (fields: Partial<CiteFields>) => void
}

/** The words as they were said, and the way on which they came. */
export function CiteMore({ fields, offered, problems, onChange }: Props) {
  const { citing } = useMessages()
  const { language } = useStudioLanguage()
  const { languages } = usePaper()
  return (
    <>
      <Chain fields={fields} offered={offered} onChange={onChange} />
      <EntryCombo
        type="document"
        label={citing.document}
        help={citing.documentHelp}
        value={fields.document}
        problem={problems.document && citing.documentNeeded}
        onChange={(document) => onChange({ document })}
      />
      <TextField
        label={citing.wording}
        help={citing.wordingHelp}
        rows={2}
        value={fields.wording}
        onChange={(wording) => onChange({ wording })}
        problem={problems.wording ? citing.needed : null}
      />
      <details className="cite-more">
        <summary>{citing.more}</summary>
        <Select
          label={citing.wordingLanguage}
          value={fields.wordingLanguage}
          choices={languageChoices(languages, language)}
          onChange={(wordingLanguage) => onChange({ wordingLanguage })}
        />
        <Select
          label={citing.act}
          value={ACTS.find((act) => act === fields.act) ?? 'assert'}
          choices={choicesOf('act', ACTS, language)}
          onChange={(act) => onChange({ act })}
        />
        <Select
          label={citing.basis}
          value={fields.basis}
          choices={choicesOf('basis', BASES, language)}
          onChange={(basis) => onChange({ basis })}
        />
      </details>
    </>
  )
}

/** Those who passed it on, nearest to the claimant first; one more field is offered once the last is filled. */
function Chain({ fields, offered, onChange }: Pick<Props, 'fields' | 'offered' | 'onChange'>) {
  const { citing, ui } = useMessages()
  const { via } = fields
  return (
    <div className="cite-chain">
      {[...via, null].map((relay, index) => (
        <div key={relay?.id ?? `new-${via.length}`} className="cite-relay">
          <EntryCombo
            type="source"
            label={relay ? citing.viaN(index + 1) : via.length === 0 ? `${citing.via} (${ui.optional})` : citing.addVia}
            {...(via.length === 0 && { help: citing.viaHelp })}
            value={relay}
            offered={via.length === 0 ? offered : null}
            onChange={(chosen) => {
              const others = via.filter((_, at) => at !== index)
              onChange({ via: chosen ? [...others.slice(0, index), chosen, ...others.slice(index)] : others })
            }}
          />
          {relay && (
            <Button
              kind="quiet"
              onPress={() => onChange({ via: via.filter((one) => one !== relay) })}
              aria-label={`${ui.remove}: ${relay.label}`}
            >
              {ui.remove}
            </Button>
          )}
        </div>
      ))}
    </div>
  )
}
