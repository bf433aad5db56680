import type { z } from 'zod'
import type { Finding } from '../import-item.ts'

/** What is wrong with a JSON line, each with the path of its field (`variants.0.price`) as column. */
export function ndjsonFindings(
  error: z.ZodError,
  { line, json }: { line: number; json: unknown },
): Finding[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String)
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => finding(line, [...path, key], 'unknown_field', 'no such field'))
    }
    if (issue.code === 'custom') return [finding(line, path, String(issue.params?.code), issue.message)]
    if (valueAt(json, path) === undefined) return [finding(line, path, 'missing_field', 'is missing')]
    return [finding(line, path, codes[issue.code ?? ''] ?? 'invalid_value', issue.message)]
  })
}

const codes: Record<string, string> = {
  invalid_type: 'invalid_type',
  invalid_union: 'invalid_type',
  too_big: 'too_big',
  too_small: 'too_small',
}

function finding(line: number, path: readonly string[], code: string, message: string): Finding {
  const column = path.length > 0 ? path.join('.') : undefined
  return { line, column, code, message: column ? `${column}: ${message}` : message }
}

function valueAt(json: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    json,
  )
}
