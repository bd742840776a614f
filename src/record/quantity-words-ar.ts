import type { Quantity } from './quantity.ts'

/** A figure in Arabic: see `quantityWords`. Words quoted in another script keep their own direction. */
export function quantityInArabic(figure: Quantity): string {
  switch (figure.kind) {
    case 'exact':
      return grouped(figure.n)
    case 'atLeast':
      return `${grouped(figure.n)} على الأقل`
    case 'moreThan':
      return `أكثر من ${grouped(figure.n)}`
    case 'atMost':
      return `${isNearly(figure) ? 'قرابة' : 'حتى'} ${grouped(figure.n)}`
    case 'fewerThan':
      return `أقل من ${grouped(figure.n)}`
    case 'approx':
      return `نحو ${grouped(figure.n)}`
    case 'range':
      return `من ${grouped(figure.lo)} إلى ${grouped(figure.hi)}`
    case 'vague':
    case 'some':
      return `«\u2068${figure.verbatim}\u2069»`
    case 'none':
      return 'لا أحد'
    case 'notGiven':
      return 'بلا رقم'
  }
}

/** "Nearly 40" and "up to 40" set the same bound and do not say the same. */
const isNearly = ({ verbatim }: Quantity): boolean =>
  /\b(?:nearly|almost|presque)\b|(?<!\p{L})près d(?:e|['’])|(?<!\p{L})(?:قرابة|ما يقارب|زهاء)(?!\p{L})/iu.test(verbatim)

const FORMAT = new Intl.NumberFormat('ar-u-nu-latn')

const grouped = (n: number): string => FORMAT.format(n)
