/** A mail ready to go. The same `id` again is the same mail. */
export interface Mail {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Taken over for delivery, or turned down for good: another try would be turned down too. */
export type Handover = { readonly isAccepted: true } | { readonly isAccepted: false; readonly reason: string }

/** Whoever carries mails. */
export interface Mailer {
  /** Throws when the mail may or may not have been taken, or could be later: it is worth another try. */
  send(mail: Mail): Promise<Handover>
  close(): void
}
