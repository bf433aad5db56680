import type { SignedIn } from '../staff/use-staff.ts'

/** Who looks, where that is known. */
export function Footer({ signedIn: { staff, signOut } }: { signedIn: SignedIn }) {
  return (
    <footer>
      {staff && (
        <p>
          Signed in as {staff.email}.{' '}
          <button type="button" className="as-link" onClick={() => void signOut()}>
            Sign out
          </button>
        </p>
      )}
    </footer>
  )
}
