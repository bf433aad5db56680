import { call, page, pageQuery, text, timestamp } from '@souk/kit/contract'
import { z } from 'zod'

const Key = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/)
  .max(60)

/** What staff may say of a flag. */
const setting = {
  isOn: z.boolean(),
  /** Of a hundred customers, carts or guests, for how many it is on while it is on; the same ones each time. */
  rollout: z.int().min(0).max(100),
  /** Why, for whoever looks at it next. */
  note: z.string().max(500),
}
export const FlagSetting = z.strictObject(setting)
export type FlagSetting = z.infer<typeof FlagSetting>

/** A flag as it stands; at version 0 nobody has touched it. */
export const FeatureFlag = z.strictObject({
  key: Key,
  summary: z.string(),
  owner: z.string(),
  expires: z.iso.date(),
  isOnByDefault: z.boolean(),
  ...setting,
  version: z.int(),
  changedAt: timestamp.nullable(),
  changedBy: z.string().nullable(),
})
export type FeatureFlag = z.infer<typeof FeatureFlag>

export const FlagChange = z.strictObject({
  version: z.int(),
  at: timestamp,
  by: z.string(),
  before: FlagSetting,
  after: FlagSetting,
})
export type FlagChange = z.infer<typeof FlagChange>

/** As much of a flag as it takes to decide by. */
export const FlagState = z.strictObject({ key: Key, isOn: z.boolean(), rollout: z.int() })
export type FlagState = z.infer<typeof FlagState>

const byKey = z.strictObject({ key: Key })

export const listFlags = call('flags.list-flags', 'GET /admin/v1/feature-flags', {
  summary: 'Every feature that can be switched while the shop runs, and how it stands.',
  access: 'staff:flags:read',
  answers: { 200: page(FeatureFlag) },
})

export const showFlag = call('flags.show-flag', 'GET /admin/v1/feature-flags/{key}', {
  summary: 'How one feature stands.',
  access: 'staff:flags:read',
  params: byKey,
  answers: { 200: FeatureFlag },
})

export const changeFlag = call('flags.change-flag', 'PATCH /admin/v1/feature-flags/{key}', {
  summary: 'Switches a feature on, off, or on for some; the whole shop follows within five seconds.',
  access: 'staff:flags:write',
  params: byKey,
  body: z.strictObject({
    isOn: setting.isOn.optional(),
    rollout: setting.rollout.optional(),
    note: text(500, 0).optional(),
  }),
  answers: { 200: FeatureFlag },
})

export const listFlagChanges = call('flags.list-flag-changes', 'GET /admin/v1/feature-flags/{key}/changes', {
  summary: 'Who switched a feature when, and how; the latest first.',
  access: 'staff:flags:read',
  params: byKey,
  query: z.strictObject(pageQuery),
  answers: { 200: page(FlagChange) },
})

export const readFlags = call('flags.read-flags', 'GET /internal/flags', {
  summary: 'How every feature stands, for those who decide by it.',
  access: 'internal',
  answers: { 200: z.strictObject({ items: z.array(FlagState) }) },
})
