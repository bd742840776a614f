import type { FC } from 'hono/jsx'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'

/** Where readers report an error, in the page's language; nothing is kept there, and no machine lists it. */
export const reportPath = ({ newspaper, language }: Pick<PageContext, 'newspaper' | 'language'>): string =>
  language === newspaper.defaultLanguage ? '/report' : `/${language}/report`

/** The form for one page. @param about the path of a story, an event or a claim */
export const reportAboutPath = (context: PageContext, about: string): string =>
  `${reportPath(context)}?about=${encodeURIComponent(about).replaceAll('%2F', '/')}`

/** Leads to the form in which a reader tells the corrections desk what is wrong with the page at `about`. */
export const ReportLink: FC<{ context: PageContext; about: string }> = ({ context, about }) => (
  <a href={reportAboutPath(context, about)} rel="nofollow">
    {message(context.language, 'report.link')}
  </a>
)
