const PER_REQUEST = 0.1
const MOST_SAVED = 10

/** Allows one retry for every ten requests, so that retrying never becomes a load of its own. */
export function retryBudget() {
  let saved = MOST_SAVED / 2
  return {
    earn: () => {
      saved = Math.min(saved + PER_REQUEST, MOST_SAVED)
    },
    spend: () => {
      if (saved < 1) return false
      saved -= 1
      return true
    },
  }
}
