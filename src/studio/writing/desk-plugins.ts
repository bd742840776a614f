import type { Plugin } from 'prosemirror-state'
import type { Margin } from '../../story/margin.ts'
import { attributionPlugin } from '../attribution/attribution-plugin.ts'
import { citingPlugin } from '../citing/citing-plugin.ts'
import { findPlugin } from '../editor/find.ts'
import { marginPlugin } from '../editor/margin-plugin.ts'
import { pastePlugin } from '../editor/paste.ts'
import { smartQuotes } from '../editor/smart-quotes.ts'
import { dropPlugin, takeFiles } from '../pictures/drop-plugin.ts'
import type { ProgressWords } from '../pictures/progress-line.ts'

interface Options {
  readonly language: string
  readonly margin: Margin
  /** What pictures say while they come in. */
  readonly pictures: ProgressWords
  /** A panel beside the text is asked for from within it. */
  readonly onAsk: (panel: 'record' | 'margin') => void
}

/** What the desk adds to the editor, in the order in which keys and pastes reach it. */
export const deskPlugins = ({ language, margin, pictures, onAsk }: Options): readonly Plugin[] => [
  citingPlugin({ language, onAsk: () => onAsk('record') }),
  attributionPlugin(),
  marginPlugin(margin, { onAsk: () => onAsk('margin') }),
  findPlugin(),
  dropPlugin(pictures),
  pastePlugin({ language, onFiles: (view, files) => takeFiles(view, files, pictures) }),
  smartQuotes(language),
]
