import { type DocumentNode, GraphQLError, parse, visit } from 'graphql'
import type { Limits } from '../limits.ts'
import { exceeded, invalid } from './refusals.ts'

/** Reads a document unless it is too long, or holds so much that to check it would cost more than to answer it. */
export function readDocument(text: string, limits: Limits): DocumentNode | readonly GraphQLError[] {
  if (text.length > limits.size) return [exceeded('size', text.length, limits)]
  try {
    const document = parse(text, { maxTokens: limits.tokens })
    const { fields, directives } = count(document)
    if (fields > limits.fields) return [exceeded('fields', fields, limits)]
    return directives > limits.directives ? [exceeded('directives', directives, limits)] : document
  } catch (fault) {
    if (!(fault instanceof GraphQLError)) throw fault
    return / tokens\b/.test(fault.message) ? [exceeded('tokens', undefined, limits)] : [invalid(fault)]
  }
}

/** As they are written, also where nothing uses them: rules compare each field with each. */
function count(document: DocumentNode): { fields: number; directives: number } {
  const counted = { fields: 0, directives: 0 }
  visit(document, {
    Field: () => void counted.fields++,
    Directive: () => void counted.directives++,
  })
  return counted
}
