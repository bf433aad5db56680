interface DeclaredFlag {
  /** What people can do while it is on. */
  readonly summary: string
  readonly isOnByDefault: boolean
  /** Who decides what becomes of it. */
  readonly owner: string
  /** A day, such as 2027-12-31: after it the flag is gone from here, or its reason has been looked at again. */
  readonly expires: string
}

/**
 * Every feature that can be switched while the shop runs. A call stands behind a flag by naming it as its `flag`;
 * a flag nobody declares does not exist.
 */
export const featureFlags = {
  recommendations: {
    summary: 'Shoppers see what goes with what they look at.',
    isOnByDefault: true,
    owner: 'merchandising',
    expires: '2027-12-31',
  },
  guest_checkout: {
    summary: 'Who has no account can order.',
    isOnByDefault: true,
    owner: 'checkout',
    expires: '2027-12-31',
  },
  self_service_returns: {
    summary: 'Shoppers ask by themselves to send goods back.',
    isOnByDefault: true,
    owner: 'after-sales',
    expires: '2027-12-31',
  },
} as const satisfies Readonly<Record<string, DeclaredFlag>>

export type FlagKey = keyof typeof featureFlags

export const isFlagKey = (key: string): key is FlagKey => Object.hasOwn(featureFlags, key)
