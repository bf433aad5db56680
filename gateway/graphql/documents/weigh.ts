import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isIntrospectionType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql'
import { CALL_COST, LIST_SIZE, PAGE_SIZE } from '../limits.ts'

/** What an operation comes to, fragments counted wherever they are spread. */
export interface Weight {
  readonly depth: number
  readonly fields: number
  readonly aliases: number
  readonly roots: number
  readonly credentials: number
  readonly introspected: number
  readonly cost: number
}

type Variables = Readonly<Record<string, unknown>>

const NOTHING: Weight = {
  depth: 0,
  fields: 0,
  aliases: 0,
  roots: 0,
  credentials: 0,
  introspected: 0,
  cost: 0,
}
/** More than any limit: a fragment that holds itself has no end. */
const ENDLESS: Weight = { ...NOTHING, depth: Number.POSITIVE_INFINITY }

/**
 * Weighs an operation without running or validating it: what the schema does not know weighs as a field. Each fragment
 * is weighed once, so that fragments of fragments cost no more to weigh than their text is long.
 */
export function weigh(
  schema: GraphQLSchema,
  { document, operation }: { document: DocumentNode; operation: OperationDefinitionNode },
  variables: Variables,
): Weight {
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  )
  const scales = { schema, fragments, variables, known: new Map<string, Weight>() }
  const root = schema.getRootType(operation.operation) ?? undefined
  return ofSet(operation.selectionSet, { type: root, listSize: LIST_SIZE }, scales)
}

interface Scales {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly variables: Variables
  readonly known: Map<string, Weight>
}

/** Where a selection stands: in which type, and how many a list in it holds. */
interface Within {
  readonly type: GraphQLType | undefined
  readonly listSize: number
}

const ofSet = ({ selections }: SelectionSetNode, within: Within, scales: Scales): Weight =>
  selections.map((selection) => ofSelection(selection, within, scales)).reduce(add, NOTHING)

function ofSelection(selection: SelectionNode, within: Within, scales: Scales): Weight {
  if (selection.kind === Kind.FIELD) return ofField(selection, within, scales)
  if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value, within, scales)
  const condition = selection.typeCondition?.name.value
  const type = condition ? scales.schema.getType(condition) : within.type
  return ofSet(selection.selectionSet, { ...within, type }, scales)
}

function ofFragment(name: string, { listSize }: Within, scales: Scales): Weight {
  const fragment = scales.fragments.get(name)
  if (!fragment) return NOTHING
  const key = `${listSize} ${name}`
  const known = scales.known.get(key)
  if (known) return known
  scales.known.set(key, ENDLESS)
  const type = scales.schema.getType(fragment.typeCondition.name.value)
  const part = ofSet(fragment.selectionSet, { type, listSize }, scales)
  scales.known.set(key, part)
  return part
}

/** In no type's fields, and yet to be asked for. */
const META = new Map([SchemaMetaFieldDef, TypeMetaFieldDef].map((field) => [field.name, field]))

type FieldNode = Extract<SelectionNode, { kind: Kind.FIELD }>

function ofField(node: FieldNode, { type: parent, listSize }: Within, scales: Scales): Weight {
  const { value: name } = node.name
  const field = META.get(name) ?? (parent instanceof GraphQLObjectType ? parent.getFields()[name] : undefined)
  const type = field && getNamedType(field.type)
  const within = { type, listSize: pageSize(node, field, scales.variables) }
  const inner = node.selectionSet ? ofSet(node.selectionSet, within, scales) : NOTHING
  const times = field && isList(field.type) ? listSize : 1
  const { calls = field?.extensions.call ? 1 : 0, isCredential = false } = field?.extensions ?? {}
  return {
    // How deep one may look into the schema is a rule of its own.
    depth: META.has(name) ? 1 : inner.depth + 1,
    roots: 1,
    fields: inner.fields + 1,
    aliases: inner.aliases + (node.alias ? 1 : 0),
    credentials: inner.credentials + (isCredential ? 1 : 0),
    introspected: inner.introspected + (isListOfSchema(parent, field) ? 1 : 0),
    cost: META.has(name) ? 1 : Number(calls) * CALL_COST + times * ((node.selectionSet ? 1 : 0) + inner.cost),
  }
}

const isListOfSchema = (parent: GraphQLType | undefined, field: GraphQLField<unknown, unknown> | undefined) =>
  parent instanceof GraphQLObjectType &&
  isIntrospectionType(parent) &&
  field !== undefined &&
  isList(field.type)

function pageSize(
  { arguments: given = [] }: FieldNode,
  field: GraphQLField<unknown, unknown> | undefined,
  variables: Variables,
): number {
  if (!field?.args.some(({ name }) => name === 'first')) return LIST_SIZE
  const value = given.find(({ name }) => name.value === 'first')?.value
  const first =
    value?.kind === Kind.INT
      ? Number(value.value)
      : value?.kind === Kind.VARIABLE
        ? variables[value.name.value]
        : undefined
  return typeof first === 'number' && first > 0 ? first : PAGE_SIZE
}

const isList = (type: GraphQLType): boolean =>
  type instanceof GraphQLNonNull ? isList(type.ofType) : type instanceof GraphQLList

const add = (a: Weight, b: Weight): Weight => ({
  depth: Math.max(a.depth, b.depth),
  fields: a.fields + b.fields,
  aliases: a.aliases + b.aliases,
  roots: a.roots + b.roots,
  credentials: a.credentials + b.credentials,
  introspected: a.introspected + b.introspected,
  cost: a.cost + b.cost,
})
