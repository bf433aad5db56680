import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { z } from 'zod'
import type { EventType, StoredEvent } from '../contract/event.ts'

const ajv = new Ajv2020({ validateFormats: false, useDefaults: true, strict: false, allowUnionTypes: true })
const compiled = new WeakMap<EventType, ValidateFunction>()

/**
 * Holds an event against the declaration its hearer knows, and throws where it does not fit. What the hearer does
 * not know of is let be: a newer publisher may tell more. What is missing and has a default gets it: an older one
 * may tell less.
 */
export function readEvent(declared: EventType, { data }: StoredEvent): void {
  const fits = compiled.get(declared) ?? compile(declared)
  if (fits(data)) return
  const [first] = fits.errors ?? []
  throw new Error(`${declared.type} does not fit: ${first?.instancePath || 'its data'} ${first?.message}`)
}

function compile(declared: EventType): ValidateFunction {
  const schema = z.toJSONSchema(declared.data, {
    io: 'input',
    unrepresentable: 'any',
    override({ jsonSchema }) {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
    },
  })
  const fits = ajv.compile(schema)
  compiled.set(declared, fits)
  return fits
}
