import type { Call } from '@souk/kit/contract'
import { refuse } from '@souk/kit/contract'
import {
  GraphQLBoolean,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLFieldConfigMap,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
} from 'graphql'
import type { z } from 'zod'
import { PAGE_SIZE } from '../limits.ts'
import { toError } from '../refused.ts'
import type { Types } from '../types/types.ts'
import { argumentsOf, inputFrom } from './arguments.ts'
import { type Page, pageFor, type Window } from './page-for.ts'
import { answerOf, type Field, type Showing } from './shows.ts'

/** A list a page at a time, as Relay has it: what a contract orders by is `sort`, what it chooses by `filter`. */
export function pages(types: Types, contract: Call, how: Showing): Field {
  return {
    type: connectionOf(types, contract, how),
    args: pageArguments(types, contract, how),
    description: contract.summary,
    extensions: { call: contract },
    async resolve(source, { first, after, sort, filter, ...rest }, { read }) {
      const window: Window = { first: (first as number | null) ?? PAGE_SIZE, after: after as string | null }
      const given = { ...rest, ...(filter as object | null), sort }
      const page = await pageFor(window, ({ limit, cursor }) => {
        const args = { ...given, limit, cursor }
        return read(contract, inputFrom(contract, how, { args, source }))
      })
      if (page === 'no such place')
        return toError(refuse('invalid_cursor', { detail: 'Start again without a cursor.' }), contract)
      return 'refusal' in page ? toError(page.refusal, contract) : page
    },
  }
}

type PageAnswer = z.ZodObject<{ items: z.ZodArray<z.ZodType>; nextCursor: z.ZodType }>

const OF_PAGES = ['limit', 'cursor', 'sort']

function pageArguments(types: Types, contract: Call, how: Showing): GraphQLFieldConfigArgumentMap {
  const all = argumentsOf(contract, how)
  const inPath = Object.keys(contract.params?.shape ?? {}).map((field) => how.named?.[field] ?? field)
  const pick = (isMeant: (field: string) => boolean) =>
    types.inputs.fieldsOf(
      Object.fromEntries(Object.entries(all).filter(([field]) => isMeant(field))),
      how.type,
    )
  const filter = pick((field) => !OF_PAGES.includes(field) && !inPath.includes(field))
  const name = `${how.list ?? how.type}Filter`
  const filterType = () => new GraphQLInputObjectType({ name, fields: filter })
  return {
    ...pick((field) => inPath.includes(field)),
    first: { type: GraphQLInt, description: `1 to 100; ${PAGE_SIZE} unless told otherwise.` },
    after: { type: GraphQLString },
    ...(Object.keys(filter).length > 0 && { filter: { type: filterType() } }),
    ...pick((field) => field === 'sort'),
  }
}

const some = (type: GraphQLOutputType) => new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type)))

const PageInfo = new GraphQLObjectType<Page>({
  name: 'PageInfo',
  fields: {
    hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    startCursor: { type: GraphQLString },
    endCursor: { type: GraphQLString },
  },
})

/** Beside its page a list may be told more of as a whole, such as how many there are. */
function connectionOf(types: Types, contract: Call, how: Showing): GraphQLObjectType {
  const { items, nextCursor: _paged, ...more } = (answerOf(contract) as PageAnswer).shape
  const node = types.outputs.of(items.element, how.type)
  const name = how.list ?? how.type
  return types.once(
    `${name}Connection`,
    (connection) =>
      new GraphQLObjectType<Page>({
        name: connection,
        fields: {
          edges: {
            type: some(edgeOf(node, name)),
            resolve: ({ items, cursorOf }) => items.map((item, at) => ({ node: item, cursor: cursorOf(at) })),
          },
          nodes: { type: some(node), resolve: ({ items }) => items },
          pageInfo: { type: new GraphQLNonNull(PageInfo), resolve: (page) => page },
          ...moreOf(types.outputs.fieldsOf(more, name)),
        },
      }),
  )
}

const moreOf = (fields: GraphQLFieldConfigMap<unknown, never>): GraphQLFieldConfigMap<Page, never> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, { type }]) => [field, { type, resolve: ({ more }) => more[field] }]),
  )

const edgeOf = (node: GraphQLOutputType, name: string) =>
  new GraphQLObjectType({
    name: `${name}Edge`,
    fields: {
      node: { type: new GraphQLNonNull(node) },
      cursor: { type: new GraphQLNonNull(GraphQLString) },
    },
  })
