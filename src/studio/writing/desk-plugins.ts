import type { Plugin } from 'prosemirror-state'
import type { Margin } from '../../story/margin.ts'
import { citingPlugin } from '../citing/citing-plugin.ts'
import { findPlugin } from '../editor/find.ts'
import { marginPlugin } from '../editor/margin-plugin.ts'
import { pastePlugin } from '../editor/paste.ts'
import { smartQuotes } from '../editor/smart-quotes.ts'

interface Options {
  readonly language: string
  readonly margin: Margin
  /** A panel beside the text is asked for from within it. */
  readonly onAsk: (panel: 'record' | 'margin') => void
}

/** What the desk adds to the editor, in the order in which keys and pastes reach it. */
export const deskPlugins = ({ language, margin, onAsk }: Options): readonly Plugin[] => [
  citingPlugin({ language, onAsk: () => onAsk('record') }),
  marginPlugin(margin, { onAsk: () => onAsk('margin') }),
  findPlugin(),
  pastePlugin({ language }),
  smartQuotes(language),
]
