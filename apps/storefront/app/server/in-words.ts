/** What a shopper is told where our own words say more than the call's title. */
const WORDS: Record<string, string> = {
  out_of_stock: 'Somebody was faster: there is not as much of it left. Take fewer, or come back later.',
  not_for_sale: 'This is not for sale any more.',
  quantity_too_large: 'A cart takes up to 999 of one thing.',
  cart_full: 'This cart is as full as a cart can be.',
  code_not_applicable: 'This code gives nothing here. Check how it is written, and what it is for.',
  rate_limited: 'That was often in a short time. Wait a few minutes and try again.',
  payment_declined: 'The payment was declined, and nothing was charged. Try another way to pay.',
  price_changed: 'A price has changed since you last saw it. Look at the cart again before you order.',
  cart_incomplete: 'Something is still missing: see what is marked below.',
  checkout_in_progress: 'This cart is being checked out already. Wait a moment and look again.',
  not_deliverable: 'We do not deliver there. Is the address right?',
  shipping_option_unavailable: 'We do not deliver there this way. Choose another one.',
  unavailable: 'A part of the shop is resting. Nothing is lost: try again in a minute.',
  invalid_credentials: 'The e-mail address or the password is wrong.',
  email_taken: 'There is an account with this e-mail address: sign in with it.',
  password_too_common: 'This password is among the first to be guessed. Take another one.',
  invalid_token: 'This link was used already, or is too old. Ask for another one.',
  invalid_request: 'Something is not filled in right: see what is marked below.',
}

interface Refused {
  readonly code: string
  readonly detail?: string | undefined
}

export const inWords = ({ code, detail }: Refused): string =>
  WORDS[code] ?? detail ?? 'That did not work. Try again in a minute.'
