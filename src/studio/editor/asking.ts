import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'

/** What a small bar beside the text is asking for. */
export type Asked = 'link' | 'language' | 'embed' | 'help'

const key = new PluginKey<Asked | null>('asking')

/** Remembers what is being asked: a bar in the page, never a dialog over the text. */
export const askingPlugin = (): Plugin =>
  new Plugin<Asked | null>({
    key,
    state: {
      init: () => null,
      apply: (tr, asked) => {
        const said = tr.getMeta(key)
        return said === undefined ? asked : said
      },
    },
  })

/** What is being asked now. */
export const askedIn = (state: EditorState): Asked | null => key.getState(state) ?? null

/** Opens a question; null closes it. */
export const ask = (tr: Transaction, asked: Asked | null): Transaction => tr.setMeta(key, asked)
