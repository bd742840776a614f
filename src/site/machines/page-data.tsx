import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { inLanguage, type Persona } from '../../story/section.ts'
import { jsonForScript } from './json-for-script.ts'
import { authorData, paperData } from './organisation-data.ts'
import type { ListSubject, PageContext } from '../props.ts'

const Data: FC<{ data: Readonly<Record<string, unknown>> }> = ({ data }) => (
  <script type="application/ld+json">{raw(jsonForScript({ '@context': 'https://schema.org', ...data }))}</script>
)

/** What machines should know of a front: on the home page of the paper, on a byline's of whoever signs. */
export const SubjectData: FC<{ context: PageContext; subject: ListSubject }> = ({ context, subject }) => {
  if (subject.kind === 'all') return <Data data={paperData(context)} />
  return subject.kind === 'author' ? <AuthorData context={context} author={subject.persona} /> : <></>
}

const AuthorData: FC<{ context: PageContext; author: Persona }> = ({ context, author }) => {
  const description = inLanguage(author.about, context.language)
  const relation = author.kind === 'person' ? 'worksFor' : 'parentOrganization'
  const paper = paperData(context)
  return (
    <Data
      data={{
        ...authorData(context, author),
        ...(description ? { description } : {}),
        // Another organisation does not belong to the paper.
        ...(author.kind === 'organisation' ? {} : { [relation]: paper }),
      }}
    />
  )
}
