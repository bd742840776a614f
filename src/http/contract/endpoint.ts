import type { z } from 'zod'
import type { Act } from '../../staff/acts.ts'
import type { Scope } from '../../staff/role.ts'

/**
 * One thing that can be asked of the studio's API: who may, what is sent, what comes back. Handlers, the studio's typed
 * client and the OpenAPI document all read it; an endpoint that does not say who may does not compile.
 */
export interface Endpoint {
  /** What it does, in a sentence for whoever reads the documentation. */
  readonly summary: string
  /**
   * The act it stands for, which the asker's roles must allow: for the story that the path names, or at all.
   * `signed-in` is for one's own account and what every member of staff sees; `anyone` for those who are not in yet.
   */
  readonly may: Act | 'signed-in' | 'anyone'
  /** The scope that a key needs where it is for whoever is `signed-in`; left out, it is for people alone. */
  readonly scope?: Scope
  /** Must whoever asks have shown again, in the last minutes, that they are who they are? Keys never can. */
  readonly confirmed?: true
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  /** What is sent as JSON; `bytes` takes the request's body as it comes. */
  readonly body?: z.ZodType | 'bytes'
  /** What comes back as JSON; `other` where it is a file, a page or nothing at all. */
  readonly answer: z.ZodType | 'other'
}

/** `METHOD /path/{name}`, below `/studio/api`. */
export type Endpoints = Readonly<Record<`${Method} /${string}`, Endpoint>>

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Checks the form of an area's endpoints, and keeps their exact types. */
export const endpoints = <const Area extends Endpoints>(area: Area): Area => area

type Sent<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined
type Given<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined

/** A request as its handler gets it: checked, with defaults filled in. */
export interface Asked<One extends Endpoint> {
  readonly params: Sent<One['params']>
  readonly query: Sent<One['query']>
  readonly body: One['body'] extends 'bytes' ? ReadableStream<Uint8Array> : Sent<One['body']>
}

/** What a handler gives back. Fields that the contract does not name never leave. */
export type Answered<One extends Endpoint> = One['answer'] extends z.ZodType ? z.input<One['answer']> : Response

type Part<Name extends string, Value> = Value extends undefined
  ? unknown
  : object extends Value
    ? { readonly [Key in Name]?: Value }
    : { readonly [Key in Name]: Value }

/** What a client has to give: only the parts that the endpoint asks for. */
export type Request<One extends Endpoint> = Part<'params', Given<One['params']>> &
  Part<'query', Given<One['query']>> &
  Part<'body', One['body'] extends 'bytes' ? Blob : Given<One['body']>>

/** What a client gets. */
export type Answer<One extends Endpoint> = One['answer'] extends z.ZodType ? z.output<One['answer']> : Response
