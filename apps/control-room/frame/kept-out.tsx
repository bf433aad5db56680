import type { Problem } from '../asking/ask.ts'
import { SignIn } from '../staff/sign-in.tsx'
import type { SignedIn } from '../staff/use-staff.ts'

/** Instead of a page, for whoever may not look. */
export function KeptOut({ refusal, signedIn }: { refusal: Problem; signedIn: SignedIn }) {
  return (
    <>
      <h1>Control room</h1>
      <SignIn why={whyOf(refusal, signedIn)} signedIn={signedIn} />
    </>
  )
}

function whyOf({ status, detail, title }: Problem, { staff }: SignedIn): string {
  if (status === 401) return NOT_SIGNED_IN
  return staff
    ? `You are signed in as ${staff.email}, who may not operate the shop. Ask for the scope operator, or sign in as somebody who has it. On the shop’s own machine it is enough to sign out.`
    : (detail ?? title)
}

const NOT_SIGNED_IN =
  'Only the shop’s own machine is let in without. From elsewhere, sign in as staff with the scope operator or admin.'
