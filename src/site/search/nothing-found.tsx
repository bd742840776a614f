import type { Child, FC } from 'hono/jsx'
import { dateWords } from '../dates.ts'
import { searchPath } from '../house/house-links.ts'
import { ownName } from '../house/masthead.tsx'
import { ConditionList } from '../asked-conditions.tsx'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { sectionName } from '../fronts/subjects.ts'
import { type Condition, conditionsOf, type SearchFields, searchQuery, without } from './search-fields.ts'

/** What a reader may try instead. */
export interface Suggestions {
  /** Names of the record that sound like what was asked. */
  readonly names: readonly string[]
  /** The question's words, where it has several. */
  readonly words: readonly string[]
}

interface FormerProps {
  readonly context: PageContext
  readonly fields: SearchFields
}

/** The conditions of the search, each with the way to leave it out. */
export const AskedConditions: FC<FormerProps> = ({ context, fields }) => {
  const { language } = context
  const conditions = conditionsOf(fields)
  if (conditions.length === 0) return <></>
  return (
    <div class="asked">
      <p>{message(language, 'search.asked')}</p>
      <ConditionList
        context={context}
        conditions={conditions.map((condition) => ({
          words: conditionWords(context, fields, condition),
          pathWithout: searchPath(context) + searchQuery(without(fields, condition)),
        }))}
      />
    </div>
  )
}

function conditionWords(context: PageContext, fields: SearchFields, condition: Condition): string {
  const { language } = context
  switch (condition) {
    case 'kind':
      return message(language, `search.scope.${fields.kind}`)
    case 'language':
      return fields.language === null ? '' : ownName(fields.language)
    case 'section':
      return fields.section === null ? '' : sectionName(context, fields.section)
    case 'from':
    case 'to': {
      const { on } = fields[condition]
      return on === null ? '' : message(language, `record.asked.${condition}`, { date: dateWords(on, language) })
    }
  }
}

/** What to try where nothing fits. */
export const NothingFound: FC<FormerProps & { suggestions: Suggestions; isCommon: boolean }> = ({
  context,
  fields,
  suggestions: { names, words },
  isCommon,
}) => {
  const { language } = context
  const to = (q: string) => searchPath(context) + searchQuery({ ...fields, q })
  return (
    <div class="notice">
      <p>{message(language, isCommon ? 'search.common' : 'search.nothingTips')}</p>
      <Ways
        title={message(language, 'search.similar')}
        items={names.map((name) => ({ href: to(name), words: name }))}
      />
      <Ways title={message(language, 'search.fewer')} items={words.map((word) => ({ href: to(word), words: word }))} />
      <Ways
        title={message(language, 'search.loosen')}
        items={conditionsOf(fields).map((condition) => ({
          href: searchPath(context) + searchQuery(without(fields, condition)),
          words: conditionWords(context, fields, condition),
        }))}
      />
    </div>
  )
}

const Ways: FC<{ title: Child; items: readonly { readonly href: string; readonly words: string }[] }> = ({
  title,
  items,
}) => {
  if (items.length === 0) return <></>
  return (
    <>
      <p>{title}</p>
      <ul>
        {items.map(({ href, words }) => (
          <li>
            <a href={href}>
              <bdi>{words}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
