import type { FC } from 'hono/jsx'
import type { Section } from '../../story/section.ts'
import { searchPath } from '../house/house-links.ts'
import { ownName } from '../house/masthead.tsx'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { childrenOf, inMastheadOrder, sectionName } from '../fronts/subjects.ts'
import { conditionsOf, type DateField, SCOPES, type SearchFields } from './search-fields.ts'

interface FormProps {
  readonly context: PageContext
  readonly fields: SearchFields
}

/** A plain form whose answer is a page with an address; conditions are folded away until one is set. */
export const SearchForm: FC<FormProps> = ({ context, fields }) => {
  const { language } = context
  const isNarrowed = conditionsOf(fields).length > 0 || fields.from.problem !== null || fields.to.problem !== null
  return (
    <search>
      <form class="ask" method="get" action={searchPath(context)}>
        <p class="words">
          <label for="q">{message(language, 'search.words')}</label>
          <input type="search" id="q" name="q" value={fields.q} maxlength={200} autocomplete="off" spellcheck={false} />
          <button type="submit">{message(language, 'search.go')}</button>
        </p>
        <details open={isNarrowed}>
          <summary>{message(language, 'search.narrow')}</summary>
          <div class="narrow">
            <ScopeField context={context} fields={fields} />
            <LanguageField context={context} fields={fields} />
            <SectionField context={context} fields={fields} />
            <DayField context={context} name="from" field={fields.from} />
            <DayField context={context} name="to" field={fields.to} />
          </div>
        </details>
      </form>
    </search>
  )
}

const ScopeField: FC<FormProps> = ({ context: { language }, fields }) => (
  <p>
    <label for="kind">{message(language, 'search.scope')}</label>
    <select id="kind" name="kind">
      {SCOPES.map((scope) => (
        <option value={scope === 'all' ? '' : scope} selected={scope === fields.kind}>
          {message(language, `search.scope.${scope}`)}
        </option>
      ))}
    </select>
  </p>
)

const LanguageField: FC<FormProps> = ({ context: { language, newspaper }, fields }) => {
  if (newspaper.languages.length < 2) return <></>
  return (
    <p>
      <label for="language">{message(language, 'search.language')}</label>
      <select id="language" name="language">
        <option value="">{message(language, 'search.anyLanguage')}</option>
        {newspaper.languages.map((other) => (
          <option value={other} lang={other} selected={other === fields.language}>
            {ownName(other)}
          </option>
        ))}
      </select>
    </p>
  )
}

const SectionField: FC<FormProps> = ({ context, fields }) => {
  const { language, sections } = context
  if (sections.length === 0) return <></>
  return (
    <p>
      <label for="section">{message(language, 'search.section')}</label>
      <select id="section" name="section">
        <option value="">{message(language, 'search.anySection')}</option>
        {inTree(context).map(({ section, depth }) => (
          <option value={section.slug} selected={section === fields.section}>
            {'\u2003'.repeat(depth) + sectionName(context, section)}
          </option>
        ))}
      </select>
    </p>
  )
}

/** Sections as they lie within one another; one whose parent is not known stands at the top. */
function inTree(context: PageContext): { section: Section; depth: number }[] {
  const known = new Set(context.sections.map(({ id }) => id))
  const isTop = ({ parentId }: Section) => parentId === null || !known.has(parentId)
  const below = (section: Section, depth: number): { section: Section; depth: number }[] => [
    { section, depth },
    // A damaged tree that bites its tail ends here.
    ...(depth > 8 ? [] : childrenOf(context, section).flatMap((child) => below(child, depth + 1))),
  ]
  return inMastheadOrder(context, context.sections.filter(isTop)).flatMap((section) => below(section, 0))
}

const DayField: FC<{ context: PageContext; name: 'from' | 'to'; field: DateField }> = ({ context, name, field }) => {
  const { language } = context
  const why = `${name}:why`
  return (
    <p>
      <label for={name}>{message(language, `record.${name}`)}</label>
      <input
        type="date"
        id={name}
        name={name}
        value={field.value}
        aria-invalid={field.problem ? 'true' : undefined}
        aria-describedby={field.problem ? why : undefined}
      />
      {field.problem && (
        <small id={why} class="why">
          {field.problem === 'no-date'
            ? message(language, 'record.problem.noDate', { value: field.value })
            : message(language, 'record.problem.beforeFrom')}
        </small>
      )}
    </p>
  )
}
