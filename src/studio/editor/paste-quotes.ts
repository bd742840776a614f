import { hasClass, type HtmlElement, type HtmlNode } from '../../intake/html/html-tree.ts'
import { pointsOf, type Style, type StyleSheet, styleOf } from './paste-style.ts'

/** Programs without block quotes have quotations set in: runs of such paragraphs become one quotation. */
export function quoted(nodes: readonly HtmlNode[], sheet: StyleSheet): HtmlNode[] {
  const out: HtmlNode[] = []
  let quote: HtmlElement | null = null
  for (const node of nodes) {
    if (typeof node === 'string' && node.trim() === '') {
      if (!quote) out.push(node)
    } else if (typeof node !== 'string' && isSetIn(node, styleOf(node, sheet))) {
      if (!quote) {
        quote = { name: 'blockquote', attributes: {}, children: [] }
        out.push(quote)
      }
      quote.children.push(plainParagraph(node))
    } else {
      quote = null
      out.push(node)
    }
  }
  return out
}

/** The paragraph without what made it a quotation. */
const plainParagraph = ({ attributes, children }: HtmlElement): HtmlElement => ({
  name: 'p',
  attributes: attributes['lang'] ? { lang: attributes['lang'] } : {},
  children,
})

/** Half an inch, one step of the "indent" button. A first line set in or out makes no quotation. */
const STEP = 28

function isSetIn(node: HtmlElement, style: Style): boolean {
  if (node.name !== 'p') return false
  if (hasClass(node, /^Mso(?:Intense)?Quote\b|\bquotations?\b/i)) return true
  if (hasClass(node, /^MsoListParagraph/) || style.has('mso-list')) return false
  const indent = pointsOf(style.get('text-indent'))
  return indent === 0 && leftOf(style) >= STEP
}

/** `margin` may say it for all four sides. */
function leftOf(style: Style): number {
  const left = style.get('margin-left')
  if (left !== undefined) return pointsOf(left)
  const sides = (style.get('margin') ?? '').split(/\s+/)
  return pointsOf(sides.length === 4 ? sides[3] : sides.length > 1 ? sides[1] : undefined)
}
