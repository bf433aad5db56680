import { Page } from '../parts/page.tsx'

/** An address that leads nowhere. */
export const NotFound = () => (
  <Page title="There is nothing here">
    <p>
      The address may be old or mistyped. <a href="#/">Go to the overview</a>.
    </p>
  </Page>
)

/** A room one may not enter. */
export const NotAllowed = () => (
  <Page title="Not for your role">
    <p>
      Your role does not allow this page. Ask somebody who looks after the staff of the shop, or{' '}
      <a href="#/">go to the overview</a>.
    </p>
  </Page>
)

/** Nobody knows who is asking: the shop did not answer. */
export const ShopAway = () => (
  <Page title="The shop does not answer">
    <p>It may be restarting. Nothing you saved is lost.</p>
    <button type="button" onClick={() => location.reload()}>
      Try again
    </button>
  </Page>
)

export const Loading = () => <p className="loading">Loading…</p>
