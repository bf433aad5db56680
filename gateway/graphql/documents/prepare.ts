import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  specifiedRules,
  validate,
} from 'graphql'
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit'
import type { Asking } from '../../asking.ts'
import type { Limits } from '../limits.ts'
import { readDocument } from './read-document.ts'
import { exceeded, invalid, refusedRequest } from './refusals.ts'
import { type Weight, weigh } from './weigh.ts'

type Variables = Readonly<Record<string, unknown>>

/** A document's operation, ready to run. */
export interface Prepared {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly weight: (variables: Variables) => Weight
  readonly run: (asking: Asking, variables: Variables) => Promise<ExecutionResult> | ExecutionResult
}

export interface PrepareParts {
  readonly schema: GraphQLSchema
  readonly limits: Limits
  readonly isExplorable: boolean
}

export interface Wanted {
  readonly text: string
  readonly operationName: string | undefined
  readonly variables: Variables
}

/** So many documents stay ready; those an app sends again and again are among them. */
const KEPT = 200
/** Compiling costs what some runs do: it is for documents that come again. */
const COMPILED_AT_RUN = 3
const MOST_ERRORS = 10

/** Reads, weighs and checks documents before they run, and keeps those that passed. */
export function preparer(parts: PrepareParts): (wanted: Wanted) => Prepared | readonly GraphQLError[] {
  const kept = new Map<string, Prepared>()
  return (wanted) => {
    const key = `${wanted.operationName ?? ''}\n${wanted.text}`
    const known = kept.get(key)
    const prepared = known ?? prepareBounded(parts, wanted)
    if (!('run' in prepared)) return prepared
    const over = overweight(prepared.weight(wanted.variables), parts.limits)
    if (over) return [over]
    if (known) kept.delete(key)
    else if (kept.size >= KEPT) kept.delete(kept.keys().next().value as string)
    kept.set(key, prepared)
    return prepared
  }
}

/** What nests deeper than the stack holds is refused as all that is too deep. */
function prepareBounded(parts: PrepareParts, wanted: Wanted): Prepared | readonly GraphQLError[] {
  try {
    return prepare(parts, wanted)
  } catch (fault) {
    if (fault instanceof RangeError) return [exceeded('depth', Number.POSITIVE_INFINITY, parts.limits)]
    throw fault
  }
}

function prepare(
  parts: PrepareParts,
  { text, operationName, variables }: Wanted,
): Prepared | readonly GraphQLError[] {
  const { schema, limits } = parts
  const document = readDocument(text, limits)
  if (!('definitions' in document)) return document
  const operation = getOperationAST(document, operationName)
  if (!operation)
    return [refusedRequest('graphql_operation_unknown', 'Name the operation to run by `operationName`.')]
  // Before it is checked: to check costs more than to weigh.
  const over = overweight(weigh(schema, { document, operation }, variables), limits)
  if (over) return [over]
  const rules = parts.isExplorable ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule]
  const found = validate(schema, document, rules, {
    maxErrors: MOST_ERRORS,
    hideSuggestions: !parts.isExplorable,
  })
  if (found.length > 0) return found.map(invalid)
  return {
    document,
    operation,
    weight: weigher(schema, { document, operation }),
    run: runner(schema, document, operationName),
  }
}

/** Weighed once where no page's size is a variable. */
function weigher(schema: GraphQLSchema, what: Parameters<typeof weigh>[1]): Prepared['weight'] {
  if (what.operation.variableDefinitions?.length) return (variables) => weigh(schema, what, variables)
  const weight = weigh(schema, what, {})
  return () => weight
}

const WEIGHED = ['depth', 'fields', 'aliases', 'roots', 'credentials', 'introspected', 'cost'] as const

function overweight(weight: Weight, limits: Limits): GraphQLError | undefined {
  const limit = WEIGHED.find((one) => weight[one] > limits[one])
  return limit && exceeded(limit, weight[limit], limits)
}

function runner(schema: GraphQLSchema, document: DocumentNode, operationName?: string): Prepared['run'] {
  let runs = 0
  let compiled: CompiledQuery['query'] | undefined
  return (asking, variables) => {
    if (++runs === COMPILED_AT_RUN) {
      const made = compileQuery(schema, document, operationName, COMPILING)
      if (isCompiledQuery(made)) compiled = made.query
    }
    if (compiled) return compiled(undefined, asking, variables)
    return execute({
      ...{ schema, document, contextValue: asking, variableValues: variables },
      operationName: operationName ?? null,
    }) as ReturnType<Prepared['run']>
  }
}

/** What contracts answer is as they say: to check each word again would cost as much as the rest. */
const COMPILING = {
  disableLeafSerialization: true,
  disablingCapturingStackErrors: true,
  useExperimentalPathBasedSkipInclude: true,
}
