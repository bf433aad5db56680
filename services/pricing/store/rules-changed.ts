/** Told to every replica when a rate or a promotion changed. */
export const RULES_CHANGED = 'pricing_rules_changed'
