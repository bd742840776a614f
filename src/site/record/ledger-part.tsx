import type { FC } from 'hono/jsx'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import type { CellSentence } from './cell-sentence.ts'
import { LedgerRow } from './ledger-row.tsx'
import type { LedgerRow as Row, RowGroup } from './ledger-rows.ts'
import type { Told } from './record-names.ts'

interface PartProps {
  readonly context: PageContext
  readonly told: Told
  readonly level: 2 | 3
  readonly title: string
  readonly state: string
  readonly isNumber: boolean
  readonly sentence: CellSentence
  readonly plot: ReturnType<FC>
  readonly group: RowGroup
}

/** One figure, or one thing that is so or not so. */
export const LedgerPart: FC<PartProps> = ({ context, told, level, title, state, isNumber, sentence, plot, group }) => {
  const Heading = level === 2 ? 'h3' : 'h4'
  return (
    <div class="cell">
      <Heading>
        {title}
        <i>: </i>
        <b class={isNumber ? undefined : 'word'}>{state}</b>
      </Heading>
      {sentence.first + sentence.further !== '' && (
        <p class="sum">
          <b>{sentence.first}</b> {sentence.further}
        </p>
      )}
      {plot}
      <Rows context={context} told={told} rows={group.shown} />
      {group.history.length > 0 && (
        <details>
          <summary>{message(context.language, 'ledger.history', { count: group.history.length })}</summary>
          <Rows context={context} told={told} rows={group.history} />
        </details>
      )}
    </div>
  )
}

const Rows: FC<{ context: PageContext; told: Told; rows: readonly Row[] }> = ({ context, told, rows }) =>
  rows.length === 0 ? (
    <></>
  ) : (
    <ul class="cl">
      {rows.map((row) => (
        <LedgerRow context={context} told={told} row={row} />
      ))}
    </ul>
  )
