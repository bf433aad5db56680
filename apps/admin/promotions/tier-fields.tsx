import { ItemsField } from './items-field.tsx'
import { CountField, PercentField } from './plain-fields.tsx'
import type { Action } from './rules.ts'

type Tiers = Extract<Action, { kind: 'tiers' }>
type Tier = Tiers['tiers'][number]

interface TierFieldsProps {
  readonly action: Tiers
  readonly onChange: (action: Tiers) => void
}

/** Steps: from so many on, so much off. */
export function TierFields({ action, onChange }: TierFieldsProps) {
  const { tiers, items } = action
  const last = tiers.at(-1)
  const put = (old: Tier, tier: Tier) =>
    onChange({ ...action, tiers: tiers.map((one) => (one === old ? tier : one)) })
  return (
    <>
      {[...tiers.entries()].map(([step, tier]) => (
        <div className="pair" key={`step ${step}`}>
          <CountField
            label="From so many"
            value={tier.from}
            onChange={(from) => put(tier, { ...tier, from })}
          />
          <PercentField
            label="Per cent off"
            value={tier.percent}
            onChange={(percent) => put(tier, { ...tier, percent })}
          />
          {tiers.length > 1 && (
            <button
              type="button"
              onClick={() => onChange({ ...action, tiers: tiers.filter((one) => one !== tier) })}
            >
              Remove this step
            </button>
          )}
        </div>
      ))}
      <button
        type="button"
        className="small"
        onClick={() =>
          onChange({
            ...action,
            tiers: [...tiers, { from: (last?.from ?? 1) + 1, percent: last?.percent ?? '10' }],
          })
        }
      >
        Add a step
      </button>
      <ItemsField
        label="Of which products"
        items={items}
        onChange={(next) => onChange({ ...action, items: next })}
      />
    </>
  )
}
