import { elementsIn, type HtmlElement } from '../../intake/html/html-tree.ts'

/** What an element's `style` says, by property. */
export type Style = ReadonlyMap<string, string>

/** Styles that a program on a Mac keeps apart from its text: "span.s1" to what it says. */
export type StyleSheet = ReadonlyMap<string, string>

const NO_STYLE: Style = new Map()

/** The style of an element, what stands in the text's own style sheet first. */
export function styleOf({ name, attributes }: HtmlElement, sheet: StyleSheet): Style {
  const own = attributes['style'] ?? ''
  const shared = sheet.get(`${name}.${attributes['class'] ?? ''}`) ?? ''
  return own === '' && shared === '' ? NO_STYLE : new Map([...declarations(shared), ...declarations(own)])
}

const declarations = (text: string): [string, string][] =>
  text.split(';').flatMap((declaration): [string, string][] => {
    const at = declaration.indexOf(':')
    if (at < 0) return []
    return [
      [
        declaration.slice(0, at).trim().toLowerCase(),
        declaration
          .slice(at + 1)
          .trim()
          .toLowerCase(),
      ],
    ]
  })

const RULE = /((?:p|span|li|td)\.(?:p|s|li|td)\d+)\s*\{([^{}]*)\}/g

/** The style sheet that Pages, TextEdit, Notes and Mail write before their text; empty for other programs. */
export function styleSheetIn(root: HtmlElement): StyleSheet {
  const sheets = elementsIn(root).filter(({ name }) => name === 'style')
  const text = sheets.flatMap(({ children }) => children.filter((child) => typeof child === 'string')).join('\n')
  return new Map([...text.matchAll(RULE)].map(([, selector = '', said = '']) => [selector, said]))
}

/** Is it bold, is it not, or does it say nothing? A Mac names the font: 'Helvetica-Bold'. */
export function boldIn(style: Style): boolean | null {
  const weight = style.get('font-weight')
  if (weight !== undefined) return /^(?:bold|bolder|[6-9]\d\d)/.test(weight)
  return /\bbold\b/.test(style.get('font') ?? '') ? true : null
}

/** The same for italic. */
export function italicIn(style: Style): boolean | null {
  const slant = style.get('font-style')
  if (slant !== undefined) return /^(?:italic|oblique)/.test(slant)
  return /\b(?:bold)?(?:italic|oblique)\b/.test(style.get('font') ?? '') ? true : null
}

/** How far from the edge, in points (1 px = 0.75 pt, CSS Values 4); 0 where nothing is said or the unit is another. */
export function pointsOf(length: string | undefined): number {
  const [, number = '0', unit = ''] = /^(-?[\d.]+)(pt|px|in|cm|mm)\b/.exec(length ?? '') ?? []
  const points = { pt: 1, px: 0.75, in: 72, cm: 72 / 2.54, mm: 72 / 25.4 }[unit]
  return points === undefined ? 0 : Number(number) * points
}
