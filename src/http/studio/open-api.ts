import { z } from 'zod'
import type { Endpoint, Endpoints } from '../contract/endpoint.ts'

type Json = Readonly<Record<string, unknown>>

/** The OpenAPI 3.1 document of these endpoints, from the schemas that check the requests. */
export function openApiOf(endpoints: Endpoints): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const [key, endpoint] of Object.entries(endpoints)) {
    const [method = '', path = ''] = key.split(' ')
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Onrecord studio',
      version: '1',
      description:
        'Everything the studio does, by the same verbs. Send an API key as `Authorization: Bearer …`; what it may do is limited by its scopes and by the roles of whoever made it.',
    },
    servers: [{ url: '/studio/api' }],
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-onrecord' },
      },
      schemas: { Problem: PROBLEM },
    },
    paths,
  }
}

function operation(endpoint: Endpoint): Json {
  const { summary, may, body, answer } = endpoint
  const forPeople = may === 'signed-in' && endpoint.scope === undefined
  return {
    summary,
    description: `Needs: ${needsOf(endpoint)}.`,
    security:
      may === 'anyone' ? [] : forPeople || endpoint.confirmed ? [{ session: [] }] : [{ session: [] }, { key: [] }],
    parameters: [...parameters('path', endpoint.params), ...parameters('query', endpoint.query)],
    ...(body === undefined ? {} : { requestBody: { required: true, content: contentOf(body) } }),
    responses: {
      200: { description: 'Done.', content: answer === 'other' ? { '*/*': {} } : jsonOf(answer, 'output') },
      default: {
        description: 'Not done; what happened, why, and what to do next.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function needsOf({ may, scope, confirmed }: Endpoint): string {
  if (may === 'anyone') return 'nothing'
  const lately = confirmed ? ', confirmed in the last ten minutes' : ''
  if (may !== 'signed-in') return `the act “${may}”${lately}`
  return scope === undefined ? `being signed in${lately}` : `being signed in, or a key with the scope “${scope}”`
}

const contentOf = (body: z.ZodType | 'bytes'): Json =>
  body === 'bytes' ? { 'application/octet-stream': {} } : jsonOf(body, 'input')

const jsonOf = (schema: z.ZodType, io: 'input' | 'output'): Json => ({
  'application/json': { schema: schemaOf(schema, io) },
})

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' })

function parameters(place: 'path' | 'query', schema: z.ZodObject | undefined): Json[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => {
    const one = field as z.ZodType
    return {
      name,
      in: place,
      required: place === 'path' || !one.safeParse(undefined).success,
      schema: schemaOf(one, 'input'),
    }
  })
}

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457.',
  required: ['type', 'title', 'detail', 'status'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    detail: { type: 'string' },
    remedy: { type: ['string', 'null'] },
    status: { type: 'integer' },
  },
} as const
