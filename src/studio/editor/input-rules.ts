import { closeHistory } from 'prosemirror-history'
import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import { type EditorState, type Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import { wrapInList } from './list-commands.ts'
import { storySchema } from './schema.ts'

const { paragraph, heading, blockquote, rule } = storySchema.nodes

/** A list in place of what was typed for it, unless the words stand in one already. */
const listRule = (pattern: RegExp, ordered: boolean): InputRule =>
  new InputRule(pattern, (state, match, from, to) => {
    if (state.selection.$from.parent.type !== paragraph || isInItem(state)) return null
    const cleared = state.apply(state.tr.delete(from, to))
    const tr = closeHistory(state.tr).delete(from, to)
    const start = ordered ? Number(match[1]) : 1
    let isDone = false
    wrapInList(ordered, start)(cleared, (wrapping) => {
      for (const step of wrapping.steps) tr.step(step)
      isDone = true
    })
    return isDone ? tr : null
  })

const isInItem = ({ selection: { $from } }: EditorState): boolean =>
  $from.depth > 1 && $from.node(-1).type === storySchema.nodes.listItem

/** Three hyphens alone in a paragraph of the body: a rule, and a paragraph to go on in. */
const ruleRule = new InputRule(/^---$/, (state): Transaction | null => {
  const { $from } = state.selection
  if ($from.depth !== 1 || $from.parent.type !== paragraph || $from.parentOffset < $from.parent.content.size)
    return null
  const start = $from.before()
  const tr = closeHistory(state.tr).replaceWith(start, $from.after(), [rule.create(), paragraph.create()])
  return tr.setSelection(TextSelection.create(tr.doc, start + 2))
})

/** What turns into a block as it is typed: `## `, `- `, `1. `, `> `, `---`. Backspace or undo gives the characters back. */
export const blockRules = (): Plugin =>
  inputRules({
    rules: [
      textblockTypeInputRule(/^(#{1,4})\s$/, heading, (match) => ({
        level: Math.max(2, match[1]?.length ?? 2),
      })),
      listRule(/^[-*•–]\s$/, false),
      listRule(/^(\d{1,3})[.)]\s$/, true),
      wrappingInputRule(/^>\s$/, blockquote),
      ruleRule,
    ],
  })
