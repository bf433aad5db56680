import { type FlagKey, featureFlags } from '@souk/contracts/feature-flags'
import type { FeatureFlag, FlagSetting } from '@souk/contracts/flags'

/** A flag as somebody left it. */
export interface StoredFlag extends FlagSetting {
  readonly key: string
  readonly version: number
  readonly changedAt: string | null
  readonly changedBy: string | null
}

/** A flag nobody has touched. */
export const untouched = (key: FlagKey): StoredFlag => ({
  ...{ key, isOn: featureFlags[key].isOnByDefault, rollout: 100, note: '' },
  ...{ version: 0, changedAt: null, changedBy: null },
})

export const toView = (key: FlagKey, stored: StoredFlag): FeatureFlag => ({
  ...featureFlags[key],
  ...stored,
})

export const settingOf = ({ isOn, rollout, note }: FlagSetting): FlagSetting => ({ isOn, rollout, note })

type Wanted = { readonly [Field in keyof FlagSetting]?: FlagSetting[Field] | undefined }

/** The setting with what is wanted otherwise; the very same one where nothing is. */
export function revised(before: FlagSetting, wanted: Wanted): FlagSetting {
  const after = {
    isOn: wanted.isOn ?? before.isOn,
    rollout: wanted.rollout ?? before.rollout,
    note: wanted.note ?? before.note,
  }
  const isSame = after.isOn === before.isOn && after.rollout === before.rollout && after.note === before.note
  return isSame ? before : after
}
