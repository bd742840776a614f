import type { FC } from 'hono/jsx'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { howWeCountPath } from './record-paths.ts'

interface TermsProps {
  readonly context: PageContext
  /** The newest release; null while there is none. */
  readonly version: string | null
}

/** The licence, and how to cite the data so that a figure can be found again. */
export const DataTerms: FC<TermsProps> = ({ context, version }) => {
  const { language, newspaper, siteUrl } = context
  const citation = message(language, version ? 'data.citationRelease' : 'data.citation', {
    paper: newspaper.name,
    version: version ?? '',
    url: siteUrl + context.path,
  })
  return (
    <section aria-labelledby="terms:">
      <h2 class="rule" id="terms:">
        {message(language, 'data.terms')}
      </h2>
      <p class="plain">
        {message(language, 'data.licence')}{' '}
        <a href="https://creativecommons.org/licenses/by/4.0/" rel="license external">
          CC BY 4.0
        </a>
      </p>
      <p class="plain">{message(language, 'data.licenceLimits')}</p>
      <p class="plain">{message(language, 'data.cite')}</p>
      <blockquote class="citation">
        <p>{citation}</p>
      </blockquote>
      <p class="plain">
        {message(language, 'data.codebook')} <a href={howWeCountPath(context)}>{message(language, 'count.title')}</a>
      </p>
    </section>
  )
}
