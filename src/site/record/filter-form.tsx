import type { Child, FC } from 'hono/jsx'
import { EVENT_TYPES } from '../../record/event.ts'
import { message, type MessageKey } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import type { FilterFields, FilterName, FilterProblem } from './record-filter.ts'
import { findPath } from './record-paths.ts'
import { typeWords } from './vocabulary.ts'

/** Names that the form offers while a reader types; any other may be typed too. */
export interface FilterChoices {
  readonly places: readonly string[]
  readonly actors: readonly string[]
}

interface FormProps {
  readonly context: PageContext
  readonly fields: FilterFields
  readonly choices: FilterChoices
}

/** Looks for events by day, place, actor, type and dispute. A plain form: the answer is a page with an address. */
export const FilterForm: FC<FormProps> = ({ context, fields, choices }) => {
  const { language } = context
  const field = (name: FilterName) => ({ name, language, field: fields[name] })
  return (
    <form class="find" id="find" method="get" action={findPath(context)} aria-labelledby="find:">
      <h2 id="find:">{message(language, 'record.find')}</h2>
      <div class="days">
        <Field {...field('from')}>{(more) => <input type="date" {...more} />}</Field>
        <Field {...field('to')}>{(more) => <input type="date" {...more} />}</Field>
      </div>
      <Field {...field('place')}>{(more) => <input type="text" list="places:" autocomplete="off" {...more} />}</Field>
      <Field {...field('actor')}>{(more) => <input type="text" list="actors:" autocomplete="off" {...more} />}</Field>
      <Names id="places:" names={choices.places} />
      <Names id="actors:" names={choices.actors} />
      <Field {...field('type')}>
        {({ value, ...more }) => (
          <select {...more}>
            <option value="">{message(language, 'record.anyType')}</option>
            {EVENT_TYPES.map((type) => (
              <option value={type} selected={type === value}>
                {typeWords(type, language)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field {...field('disputed')}>
        {({ value, ...more }) => (
          <select {...more}>
            <option value="">{message(language, 'record.eitherWay')}</option>
            <option value="yes" selected={value === 'yes'}>
              {message(language, 'record.onlyDisputed')}
            </option>
            <option value="no" selected={value === 'no'}>
              {message(language, 'record.onlyUndisputed')}
            </option>
          </select>
        )}
      </Field>
      <button type="submit">{message(language, 'record.show')}</button>
    </form>
  )
}

interface ControlProps {
  readonly id: string
  readonly name: FilterName
  readonly value: string
  readonly 'aria-invalid': 'true' | undefined
  readonly 'aria-describedby': string | undefined
}

interface FieldProps {
  readonly name: FilterName
  readonly language: string
  readonly field: FilterFields[FilterName]
  readonly children: (control: ControlProps) => Child
}

/** A field under its label; what could not be used is said beside it. */
const Field = ({ name, language, field: { value, problem }, children }: FieldProps) => {
  const id = `find:${name}`
  const why = `${id}:why`
  return (
    <p>
      <label for={id}>{message(language, FIELD_LABELS[name])}</label>
      {children({
        id,
        name,
        value,
        'aria-invalid': problem ? 'true' : undefined,
        'aria-describedby': problem ? why : undefined,
      })}
      {problem && (
        <small id={why} class="why">
          {problemWords(problem, value, language)}
        </small>
      )}
    </p>
  )
}

const FIELD_LABELS = {
  from: 'record.from',
  to: 'record.to',
  place: 'record.place',
  actor: 'record.actor',
  type: 'record.type',
  disputed: 'record.whetherDisputed',
} as const satisfies Record<FilterName, MessageKey>

const PROBLEM_WORDS = {
  'no-date': 'record.problem.noDate',
  'before-from': 'record.problem.beforeFrom',
  'unknown-place': 'record.problem.unknownPlace',
  'unknown-actor': 'record.problem.unknownActor',
  'unknown-type': 'record.problem.unknownType',
  'no-answer': 'record.problem.noAnswer',
} as const satisfies Record<FilterProblem, MessageKey>

const problemWords = (problem: FilterProblem, value: string, language: string): string =>
  message(language, PROBLEM_WORDS[problem], { value })

const Names: FC<{ id: string; names: readonly string[] }> = ({ id, names }) => (
  <datalist id={id}>
    {names.map((name) => (
      <option value={name} />
    ))}
  </datalist>
)
